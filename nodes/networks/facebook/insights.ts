import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, refused } from '../../core/errors';
import { facebook } from '../../platforms/facebook';
import { outcomeOf } from './outcome';
import { secondsOf } from './schedule';

/** https://developers.facebook.com/docs/graph-api/reference/insights#insightsresult */
interface Row {
	name: string;
	values: { value: unknown; end_time?: string }[];
}

interface Read {
	rows: Row[];
	/** Metrics that Facebook refused or gave no value for, and why. */
	unavailable: { metric: string; reason: string }[];
}

/** Both ends of a span in Unix seconds. */
export function spanOf({ since, until }: { since?: string; until?: string }): { since?: number; until?: number } {
	const span = { since: secondsOf('Since', since), until: secondsOf('Until', until) };
	if (span.since !== undefined && span.until !== undefined && span.since > span.until) throw refused('Since', 'is later than “Until”.', 'Swap them.');
	return span;
}

/** The same for insights, which Facebook reads for 90 days at a time. */
export function insightSpan(input: { since?: string; until?: string }) {
	const span = spanOf(input);
	const seconds = (span.until ?? Date.now() / 1000) - (span.since ?? Infinity);
	const most = facebook.limits.insights;
	if (seconds > most) throw refused('Since', `the span has ${Math.ceil(seconds / 86_400)} days; Facebook reads ${most / 86_400} at a time.`, 'Ask for a shorter span, several times.');
	return span;
}

/** The chosen metrics and those named by hand, each once. */
export function metricsOf(chosen: readonly string[], named = ''): string[] {
	const metrics = [...new Set([...chosen, ...named.split(',').map((name) => name.trim())])].filter(Boolean);
	if (metrics.length === 0) throw refused('Metrics', 'none is chosen.', 'Choose at least one metric.');
	return metrics;
}

/** What is not counted yet comes as 0, dated to the first days of 1970. */
const isCounted = ({ values }: Row) => values.some(({ end_time: end }) => !end?.startsWith('1970'));

async function ask(api: Api, url: string, qs: IDataObject, metrics: string[]): Promise<Read> {
	const { data } = await api.send<{ data: Row[] }>({ url, qs: { ...qs, metric: metrics.join(',') } });
	const rows = data.filter(isCounted);
	const silent = metrics.filter((metric) => !rows.some(({ name }) => name.toLowerCase() === metric.toLowerCase()));
	return { rows, unavailable: silent.map((metric) => ({ metric, reason: 'Facebook gave no value for it.' })) };
}

/**
 * Reads metrics at once, and one by one when Facebook refuses them: a single one that it dropped fails the whole call.
 * Throws when none is left.
 */
export async function readMetrics(api: Api, url: string, qs: IDataObject, metrics: string[]): Promise<Read> {
	const together = await outcomeOf(ask(api, url, qs, metrics));
	if (!together.failure) return together.value;
	if (together.failure.verdict !== 'fix-input' || metrics.length === 1) throw new PlatformError(together.failure);
	const read: Read = { rows: [], unavailable: [] };
	for (const metric of metrics) {
		const { value, failure } = await outcomeOf(ask(api, url, qs, [metric]));
		if (failure && failure.verdict !== 'fix-input') throw new PlatformError(failure);
		read.rows.push(...(value?.rows ?? []));
		read.unavailable.push(...(value?.unavailable ?? [{ metric, reason: failure?.message ?? '' }]));
	}
	if (read.rows.length > 0) return read;
	const reasons = [...new Set(read.unavailable.map(({ reason }) => reason))].join(' ');
	throw refused('Metrics', `Facebook gave none of ${metrics.join(', ')}. ${reasons}`, 'Check the ID and the time span, and choose other metrics.');
}

/** Each metric's values over time. */
export const series = (rows: Row[]) => Object.fromEntries(rows.map(({ name, values }) => [name, values]));

/** Each metric's one value. */
export const totals = (rows: Row[]) => Object.fromEntries(rows.map(({ name, values }) => [name, values[0]?.value]));
