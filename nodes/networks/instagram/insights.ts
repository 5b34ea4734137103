import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';

/** One metric as Instagram answers it. https://developers.facebook.com/docs/instagram-platform/api-reference/instagram-user/insights */
interface Insight {
	name: string;
	values?: { value: IDataObject[string]; end_time?: string }[];
	total_value?: { value?: number; breakdowns?: { dimension_keys: string[]; results?: { dimension_values: string[]; value: number }[] }[] };
}

/** A metric and the query it is asked with; `alone` where it would spoil the others' call. */
export interface Wanted {
	metric: string;
	query: IDataObject;
	alone?: boolean;
}

interface Answer {
	metric: string;
	insight?: Insight;
	refusal?: PlatformError;
}

/** Code 10 is a missing permission, but also Instagram's answer for a story with fewer than five viewers. */
const FEW_VIEWERS = '10';
const FEW = ' A story has numbers once five people have seen it; before, Instagram refuses them as if a permission were missing.';

/** Whether Instagram refused what was asked for, rather than the account or the moment. */
const isRefusal = (error: unknown): error is PlatformError =>
	error instanceof PlatformError && (error.verdict === 'fix-input' || error.verdict === 'stop' || error.code === FEW_VIEWERS);

/** Metrics that are asked with the same query go together in one call. */
function grouped(wanted: Wanted[]): Wanted[][] {
	const groups = new Map<string, Wanted[]>();
	for (const one of wanted) {
		const key = one.alone ? one.metric : JSON.stringify(one.query);
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	return [...groups.values()];
}

/** What one call gives. Where it is refused, each metric is asked alone, so that one dead metric costs only itself. */
async function ask(api: Api, url: string, group: Wanted[]): Promise<Answer[]> {
	const metric = group.map((one) => one.metric).join(',');
	const answer = await api.send<{ data: Insight[] }>({ url, qs: { ...group[0]?.query, metric } }).catch((error: unknown) => {
		if (isRefusal(error)) return error;
		throw error;
	});
	if (!(answer instanceof PlatformError)) return group.map((one) => ({ metric: one.metric, insight: answer.data.find(({ name }) => name === one.metric) }));
	if (group.length === 1) return [{ metric, refusal: answer }];
	const answers: Answer[] = [];
	for (const one of group) answers.push(...(await ask(api, url, [one])));
	return answers;
}

/** `dimension_values` beside the names of their dimensions. */
const partsOf = ({ breakdowns = [] }: NonNullable<Insight['total_value']>): IDataObject[] =>
	breakdowns.flatMap(({ dimension_keys: keys, results = [] }) =>
		results.map(({ dimension_values: values, value }) => ({ ...Object.fromEntries(keys.map((key, index) => [key, values[index]])), value })),
	);

/**
 * Numbers by metric; what changes by the day in `series`, what is broken down in `breakdowns`. A metric without data is
 * `unavailable` with the reason, never 0. `isStory` takes code 10 as too few viewers.
 */
export async function insights(api: Api, url: string, wanted: Wanted[], isStory = false): Promise<IDataObject> {
	const answers: Answer[] = [];
	for (const group of grouped(wanted)) answers.push(...(await ask(api, url, group)));
	const refusal = answers.find((answer) => answer.refusal)?.refusal;
	if (refusal && answers.every((answer) => answer.refusal) && !(isStory && refusal.code === FEW_VIEWERS)) throw refusal;
	const metrics: IDataObject = {};
	const series: IDataObject = {};
	const breakdowns: IDataObject = {};
	const unavailable: IDataObject[] = [];
	for (const { metric, insight: { values = [], total_value: total = {} } = {}, refusal: refused } of answers) {
		const [first] = values;
		const parts = partsOf(total);
		const value = first?.value ?? total.value;
		if (first?.end_time) series[metric] = values;
		else if (value !== undefined) metrics[metric] = value;
		if (parts.length > 0) breakdowns[metric] = parts;
		else if (value === undefined) unavailable.push({ metric, reason: refused ? `${refused.message}${isStory && refused.code === FEW_VIEWERS ? FEW : ''}` : 'Instagram has no data for it yet.' });
	}
	return { metrics, ...(Object.keys(series).length > 0 && { series }), ...(Object.keys(breakdowns).length > 0 && { breakdowns }), unavailable };
}
