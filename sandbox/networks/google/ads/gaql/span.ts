import { lastOf, plusDays, rangeOf, startOfMonth, startOfQuarter, startOfWeek, type Span } from '../dates';
import { fault } from '../failure';
import type { Condition } from './parse';

/** https://developers.google.com/google-ads/api/docs/reporting/segmentation#core_date_segments */
export const CORE_DATES = ['segments.date', 'segments.week', 'segments.month', 'segments.quarter', 'segments.year'];

const starts = { 'segments.week': startOfWeek, 'segments.month': startOfMonth, 'segments.quarter': startOfQuarter };
const units = { 'segments.week': 'week', 'segments.month': 'month', 'segments.quarter': 'quarter' } as const;

/** The days that one condition leaves. */
function spanOf({ field, operator, values }: Condition, today: string): Partial<{ from: string; to: string }> {
	const [first = '', second = first] = values.map(({ text }) => (field === 'segments.year' ? `${text}-01-01` : text));
	if (operator === 'DURING') {
		const [from, to] = rangeOf(first.toUpperCase(), today) ?? [];
		return { from, to };
	}
	const unit = field === 'segments.year' ? 'year' : units[field as keyof typeof units];
	const start = starts[field as keyof typeof starts];
	if (start && [first, second].some((day) => start(day) !== day))
		throw fault('queryError', 'MISALIGNED_DATE_FOR_FILTER', `Error in query: the date of ${field} must be the first day of a ${unit ?? 'day'}.`);
	const end = (day: string) => (unit ? lastOf(day, unit) : day);
	if (operator === '=') return { from: first, to: end(first) };
	if (operator === 'BETWEEN') return { from: first, to: end(second) };
	if (operator === '>=') return { from: first };
	if (operator === '>') return { from: plusDays(end(first), 1) };
	if (operator === '<=') return { to: end(first) };
	return operator === '<' ? { to: plusDays(first, -1) } : {};
}

/** The days a report is about, by its conditions on dates; `undefined` for all of them. */
export function reportedDays(conditions: Condition[], today: string, needed: boolean): Span | undefined {
	let [from, to] = ['0000-01-01', '9999-12-31'];
	for (const condition of conditions.filter(({ field }) => CORE_DATES.includes(field))) {
		const span = spanOf(condition, today);
		if (span.from !== undefined && span.from > from) from = span.from;
		if (span.to !== undefined && span.to < to) to = span.to;
	}
	const finite = from > '0000-01-01' && to < '9999-12-31';
	if (needed && !finite)
		throw fault('queryError', 'EXPECTED_FILTERS_ON_DATE_RANGE', 'Error in query: a query that selects a date segment needs a finite date range in WHERE: segments.date BETWEEN, DURING or = .');
	if (from > to) throw fault('queryError', 'DATE_RANGE_TOO_NARROW', `Error in query: the date range starts on ${from}, after its end on ${to}.`);
	return from > '0000-01-01' || to < '9999-12-31' ? [from, to] : undefined;
}
