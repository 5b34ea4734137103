import { PinterestError, invalid } from '../errors';
import { rowOf, strangeIn, subjectOf } from './columns';
import { add, adsBelow, daysFrom, figuresOf, nothing } from './figures';
import type { AdsWorld } from './state';

export type Level = 'account' | 'campaign' | 'adGroup' | 'ad';

/** A checked wish for rows. */
export interface Wish {
	level: Level;
	ids: readonly string[];
	first: string;
	last: string;
	columns: readonly string[];
	granularity: string;
}

const DAY = 86_400_000;
const isDay = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The days of a wish. @throws PinterestError 400 where Pinterest does not tell them. */
export function spanOf(start: unknown, end: unknown, now: number, most: { back: number; range: number }): { first: string; last: string } {
	if (!isDay(start)) throw invalid(`'start_date' is not a date: ${String(start)}`);
	if (!isDay(end)) throw invalid(`'end_date' is not a date: ${String(end)}`);
	const [first, last, today] = [start, end, new Date(now).toISOString().slice(0, 10)].map((day) => Date.parse(day) / DAY);
	if (first === undefined || last === undefined || today === undefined || last < first) throw invalid("'end_date' is before 'start_date'");
	if (today - first > most.back) throw new PinterestError(400, 1, `'start_date' cannot be more than ${most.back} days back from today.`);
	if (last - first > most.range) throw new PinterestError(400, 1, `'end_date' cannot be more than ${most.range} days past 'start_date'.`);
	return { first: start, last: end };
}

/** A list of columns or words. @throws PinterestError 400 for one that there is not. */
export function columnsOf(columns: readonly string[], inReport: boolean): readonly string[] {
	if (columns.length === 0) throw invalid("'columns' is a required property");
	const strange = strangeIn(columns, inReport);
	if (strange !== undefined) throw invalid(`'${strange}' is no column that the sandbox knows`);
	return columns;
}

export function granularityOf(value: unknown): string {
	if (value === 'TOTAL' || value === 'DAY' || value === 'WEEK' || value === 'MONTH') return value;
	throw invalid(`'${String(value)}' is not one of ['TOTAL', 'DAY', 'WEEK', 'MONTH'] as 'granularity'`);
}

/** The first day of the span of time that a day belongs to. Weeks begin on Monday. */
function beginOf(day: string, granularity: string): string {
	if (granularity === 'DAY') return day;
	if (granularity === 'MONTH') return `${day.slice(0, 7)}-01`;
	const date = new Date(`${day}T00:00:00Z`);
	return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
}

const ownId = { account: 'AD_ACCOUNT_ID', campaign: 'CAMPAIGN_ID', adGroup: 'AD_GROUP_ID', ad: 'AD_ID' } as const;

/** A row for each thing and span of time. Its ID and its date are there unasked. */
export function rowsOf(world: AdsWorld, adAccount: string, { level, ids, first, last, columns, granularity }: Wish): Record<string, unknown>[] {
	return ids.flatMap((id) => {
		const ads = adsBelow(world, adAccount, level, id);
		const spans = new Map<string, ReturnType<typeof nothing>>();
		for (const day of daysFrom(first, last)) {
			const begin = granularity === 'TOTAL' ? '' : beginOf(day, granularity);
			const sums = ads.reduce((sum, ad) => add(sum, figuresOf(ad, day)), nothing());
			spans.set(begin, add(spans.get(begin) ?? nothing(), sums));
		}
		const subject = subjectOf(world, adAccount, level, id);
		return [...spans].map(([date, sums]) => ({ ...(date && { DATE: date }), [ownId[level]]: id, ...rowOf(columns, subject, sums) }));
	});
}
