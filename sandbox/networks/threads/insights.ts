import { invalid } from '../meta/errors';
import { daysBetween, figure } from '../meta/insights';
import type { Params } from '../meta/params';
import type { Person, Post } from './model';
import type { Threads } from './state';

const postMetrics = ['views', 'likes', 'replies', 'reposts', 'quotes', 'shares'];
const userMetrics = ['views', 'likes', 'replies', 'reposts', 'quotes', 'clicks', 'followers_count', 'follower_demographics'];
/** As of now: these take no span. */
const standing = ['followers_count', 'follower_demographics'];
const parts: Readonly<Record<string, readonly string[]>> = { country: ['FR', 'PT', 'BR'], city: ['Nantes', 'Lisboa'], age: ['18-24', '25-34', '35-44'], gender: ['F', 'M', 'U'] };
const day = 86_400_000;

function metricsIn(params: Params, known: readonly string[]): string[] {
	const metrics = params.texts('metric') ?? [];
	if (metrics.length === 0) throw invalid('The parameter metric is required.');
	const unknown = metrics.find((metric) => !known.includes(metric));
	if (unknown !== undefined) throw invalid(`Param metric must be one of the following values: ${known.join(', ')} - got "${unknown}"`);
	return metrics;
}

const titleOf = (metric: string): string => metric.replace(/_/g, ' ');
const row = (id: string, name: string, period: string) => ({ name, period, title: titleOf(name), description: `Made-up figures of the sandbox for ${name}.`, id: `${id}/insights/${name}/${period}` });

/** https://developers.facebook.com/docs/threads/insights#media-insights. Replies, reposts and quotes are those that are there. */
export function postInsights(post: Post, params: Params, threads: Threads): { data: unknown[] } {
	const counted: Readonly<Record<string, () => number>> = {
		replies: () => threads.all(({ replyTo }) => replyTo === post.id).length,
		reposts: () => threads.all(({ repostOf }) => repostOf === post.id).length,
		quotes: () => threads.all(({ quoteOf }) => quoteOf === post.id).length,
	};
	return { data: metricsIn(params, postMetrics).map((name) => ({ ...row(post.id, name, 'lifetime'), values: [{ value: counted[name]?.() ?? figure(`${post.id} ${name}`) }] })) };
}

/** https://developers.facebook.com/docs/threads/insights#user-insights */
export function userInsights({ id }: Person, params: Params, threads: Threads): { data: unknown[] } {
	const metrics = metricsIn(params, userMetrics);
	const untimely = metrics.find((metric) => standing.includes(metric));
	if (untimely !== undefined && (params.has('since') || params.has('until'))) throw invalid(`The metric ${untimely} does not take since and until.`);
	const until = params.time('until', threads.now) ?? threads.now;
	const since = params.time('since', threads.now) ?? until - 2 * day;
	if (since > until) throw invalid('The since parameter must be before the until parameter');
	const breakdown = params.oneOf('breakdown', ['country', 'city', 'age', 'gender']);
	const valueOf = (name: string): object => {
		if (name === 'views') return { values: daysBetween(since, until).map((end) => ({ value: figure(`${id} views ${end}`), end_time: end })) };
		if (name === 'clicks') return { link_total_values: [{ link_url: 'https://ateliercamelia.example/', value: figure(`${id} clicks`) }] };
		if (name !== 'follower_demographics') return { total_value: { value: figure(`${id} ${name}`, 5000) } };
		if (breakdown === undefined) throw invalid('The parameter breakdown is required for follower_demographics: country, city, age or gender.');
		const results = (parts[breakdown] ?? []).map((value) => ({ dimension_values: [value], value: figure(`${id} ${value}`, 90) }));
		return { total_value: { breakdowns: [{ dimension_keys: [breakdown], results }] } };
	};
	return { data: metrics.map((name) => ({ ...row(id, name, 'day'), ...valueOf(name) })) };
}
