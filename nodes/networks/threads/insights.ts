import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { spanOf } from '../facebook/insights';

/** One metric as Threads answers it. https://developers.facebook.com/docs/threads/insights */
interface Insight {
	name: string;
	values?: { value: number; end_time?: string }[];
	total_value?: { value?: number; breakdowns?: { dimension_keys: string[]; results?: { dimension_values: string[]; value: number }[] }[] };
	link_total_values?: { link_url: string; value: number }[];
}

export const postMetrics = ['views', 'likes', 'replies', 'reposts', 'quotes', 'shares'] as const;
export type PostMetric = (typeof postMetrics)[number];

/** Each metric of a post by its name, over its whole life. */
export async function postInsights(api: Api, id: string, metrics: readonly string[]): Promise<Partial<Record<PostMetric, number>>> {
	if (metrics.length === 0) throw refused('Metrics', 'none is chosen.', 'Choose at least one metric.');
	const { data } = await api.send<{ data: Insight[] }>({ url: `/${id}/insights`, qs: { metric: metrics.join(',') } });
	return Object.fromEntries(data.map(({ name, values = [], total_value: total }) => [name, values[0]?.value ?? total?.value]));
}

/** These are as of now, and take no span. */
const standing = ['followers_count', 'follower_demographics'];

/** `dimension_values` beside the names of their dimensions. */
const partsOf = ({ breakdowns = [] }: NonNullable<Insight['total_value']>): IDataObject[] =>
	breakdowns.flatMap(({ dimension_keys: keys, results = [] }) => results.map(({ dimension_values: values, value }) => ({ ...Object.fromEntries(keys.map((key, index) => [key, values[index]])), value })));

/** The chosen numbers of the connected account: totals in `metrics`, what changes by the day in `series`, links in `clicks`, demographics in `breakdowns`. */
export async function accountInsights(api: Api, metrics: readonly string[], { demographicsBy = 'country', ...span }: { since?: string; until?: string; demographicsBy?: string }): Promise<IDataObject> {
	if (metrics.length === 0) throw refused('Metrics', 'none is chosen.', 'Choose at least one metric.');
	const ask = async (names: string[], qs: IDataObject) => (names.length > 0 ? (await api.send<{ data: Insight[] }>({ url: '/me/threads_insights', qs: { metric: names.join(','), ...qs } })).data : []);
	const spanned = spanOf(span);
	const rows = [
		...(await ask(metrics.filter((name) => !standing.includes(name)), spanned)),
		...(await ask(metrics.filter((name) => name === 'followers_count'), {})),
		...(await ask(metrics.filter((name) => name === 'follower_demographics'), { breakdown: demographicsBy })),
	];
	const found = { metrics: {}, series: {}, breakdowns: {} };
	let clicks: IDataObject[] | undefined;
	for (const { name, values = [], total_value: total, link_total_values: links } of rows) {
		if (links) clicks = links.map((link) => ({ ...link }));
		else if (values[0]?.end_time) Object.assign(found.series, { [name]: values });
		else if (total?.breakdowns) Object.assign(found.breakdowns, { [name]: partsOf(total) });
		else Object.assign(found.metrics, { [name]: total?.value ?? values[0]?.value });
	}
	const unavailable = metrics.filter((metric) => !rows.some(({ name }) => name === metric)).map((metric) => ({ metric, reason: 'Threads gave no value for it.' }));
	return { ...found, ...(clicks && { clicks }), unavailable };
}
