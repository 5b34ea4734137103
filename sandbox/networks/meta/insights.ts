import { createHash } from 'node:crypto';
import type { Call, Handler } from './call';
import { GraphError, invalid } from './errors';
import { breakdownValues, pageMetrics, postMetrics, storyMetrics, videoMetrics } from './metrics';
import type { Page, Photo, Post, Video } from './model';
import { graphTime, type Meta } from './state';

const day = 86_400_000;
const longestSpan = 90 * day;

/** A plausible number that is always the same for the same key. */
export const figure = (key: string, greatest = 400): number => createHash('sha256').update(key).digest().readUInt32BE(0) % greatest;

const titleOf = (metric: string): string => metric.replace(/_/g, ' ').replace(/^./, (letter) => letter.toUpperCase());

/** The metrics asked for. None is 3001, one that ended or never was is 100 and fails the whole call. */
function readMetrics({ params }: Call, known: Record<string, unknown>): string[] {
	const metrics = params.texts('metric') ?? [];
	if (metrics.length === 0) throw new GraphError(3001, '(#3001) You must specify at least one metric to query.', { subcode: 1504028 });
	for (const metric of metrics) {
		if (!Object.hasOwn(known, metric)) throw invalid('The value must be a valid insights metric');
	}
	return metrics;
}

/** Start and end of the days asked for, in clock milliseconds; two full days unless told. */
export function readSpan({ params }: Call, now: number): { since: number; until: number } {
	const until = params.time('until', now) ?? now;
	const since = params.time('since', now) ?? until - 2 * day;
	if (since > until) throw invalid('The since parameter must be before the until parameter');
	if (until - since > longestSpan) throw invalid('There cannot be more than 90 days (7776000 s) between since and until');
	return { since, until };
}

/** Ends of the days between two moments, as Meta closes them: 08:00 UTC. */
export function daysBetween(since: number, until: number): string[] {
	const ends: string[] = [];
	for (let end = Math.floor(since / day) * day + day; end <= until; end += day) ends.push(graphTime(end + day / 3));
	return ends;
}

const windows: Record<string, number> = { day: 1, week: 7, days_28: 28 };

/** https://developers.facebook.com/docs/graph-api/reference/page/insights */
export const pageInsights: Handler<Page> = (page, call, meta) => {
	const metrics = readMetrics(call, pageMetrics);
	const asked = call.params.oneOf('period', ['day', 'week', 'days_28', 'month', 'lifetime', 'total_over_range']);
	const { since, until } = readSpan(call, meta.now);
	const breakdown = call.params.texts('breakdown')?.[0];
	if (breakdown !== undefined && breakdown !== 'is_from_ads' && breakdown !== 'is_from_followers')
		throw invalid('Param breakdown must be is_from_ads or is_from_followers');
	const data = metrics.flatMap((metric) => {
		const allowed = pageMetrics[metric] ?? [];
		if (asked !== undefined && !allowed.includes(asked))
			throw invalid(`The metric ${metric} cannot be read for the period ${asked}; its periods are ${allowed.join(', ')}.`);
		const periods = asked === undefined ? allowed.filter((period) => period in windows) : [asked];
		return periods.map((period) => ({
			name: metric,
			period,
			values: pageValues(`${page.id} ${metric} ${period}`, period, since, until, breakdown),
			title: `${titleOf(metric)} (${period})`,
			description: `Made-up figures of the sandbox for ${metric}.`,
			id: `${page.id}/insights/${metric}/${period}`,
		}));
	});
	const link = (from: number, to: number): string =>
		meta.graphUrl(
			`/${page.id}/insights?metric=${metrics.join(',')}&since=${Math.floor(from / 1000)}&until=${Math.floor(to / 1000)}`,
			call.version,
		);
	return { data, paging: { previous: link(since - (until - since), since), next: link(until, until + (until - since)) } };
};

function pageValues(key: string, period: string, since: number, until: number, breakdown: string | undefined): unknown[] {
	const days = period === 'total_over_range' || period === 'lifetime' ? [graphTime(until)] : daysBetween(since, until);
	return days.flatMap((end) => {
		const value = figure(`${key} ${end}`, 200 * (windows[period] ?? 30));
		if (breakdown === undefined) return [{ value, end_time: end }];
		return (breakdownValues[breakdown] ?? []).map((part) => ({ value: figure(`${key} ${end} ${part}`), [breakdown]: part, end_time: end }));
	});
}

function lifetimeRows(id: string, call: Call, known: Record<string, readonly string[]>): { data: { name: string; values: unknown[] }[] } {
	const metrics = readMetrics(call, known);
	const period = call.params.oneOf('period', ['day', 'week', 'days_28', 'month', 'lifetime', 'total_over_range']) ?? 'lifetime';
	if (period !== 'lifetime') return { data: [] };
	return {
		data: metrics.map((name) => {
			const parts = known[name] ?? [];
			const value =
				parts.length === 0 ? figure(`${id} ${name}`) : Object.fromEntries(parts.map((part) => [part, figure(`${id} ${name} ${part}`, 40)]));
			return {
				name,
				period,
				values: [{ value }],
				title: `Lifetime ${titleOf(name)}`,
				description: `Made-up figures of the sandbox for ${name}.`,
				id: `${id}/insights/${name}/lifetime`,
			};
		}),
	};
}

/** Views of a story are counted a day later: until then 0, dated to the second day of 1970. */
function storyInsights(story: Post, call: Call, now: number): { data: unknown[] } {
	const metrics = (call.params.texts('metric') ?? []).map((metric) => metric.toLowerCase());
	const rows = lifetimeRows(story.id, { ...call, params: call.params.with('metric', metrics) }, storyMetrics).data;
	if (story.createdAt <= now - day) return { data: rows };
	const uncounted = [{ value: 0, end_time: '1970-01-02T00:00:00+0000' }];
	return { data: rows.map((row) => (row.name.includes('media_view') ? { ...row, values: uncounted } : row)) };
}

export const postInsights = (node: Post | Photo, call: Call, meta: Meta): { data: unknown[] } =>
	node.type === 'PagePost' && node.kind === 'story' ? storyInsights(node, call, meta.now) : lifetimeRows(node.id, call, postMetrics);
export const videoInsights = (video: Video, call: Call): { data: unknown[] } => lifetimeRows(video.id, call, videoMetrics);
