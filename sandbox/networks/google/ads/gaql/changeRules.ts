import { plusDays, rangeOf } from '../dates';
import { fault } from '../failure';
import type { Query } from './parse';

const error = (code: string, message: string) => fault('changeEventError', code, message);

/** Changes are told for 30 days, in a range with both ends, and at most 10,000. https://developers.google.com/google-ads/api/docs/change-event */
export function checkChangeEvents({ where, limit }: Query, today: string): void {
	let [from, to] = ['', ''];
	for (const { field, operator, values } of where) {
		if (field !== 'change_event.change_date_time') continue;
		const [first = '', second = first] = operator === 'DURING' ? (rangeOf(values[0]?.text.toUpperCase() ?? '', today) ?? []) : values.map(({ text }) => text);
		if (['=', '>', '>=', 'BETWEEN', 'DURING'].includes(operator)) from = first;
		if (['=', '<', '<=', 'BETWEEN', 'DURING'].includes(operator)) to = second;
	}
	if (!from || !to) throw error('CHANGE_DATE_RANGE_INFINITE', 'The change_event.change_date_time filter must have a finite range, with both a start and an end.');
	if (from > to) throw error('CHANGE_DATE_RANGE_NEGATIVE', 'The start of change_event.change_date_time is after its end.');
	if (from.slice(0, 10) < plusDays(today, -30)) throw error('START_DATE_TOO_OLD', 'The requested start date is too old. It cannot be older than 30 days.');
	if (limit === undefined) throw error('LIMIT_NOT_SPECIFIED', 'A LIMIT clause must be specified in a query for change_event.');
	if (limit > 10_000) throw error('INVALID_LIMIT_CLAUSE', 'The LIMIT of a query for change_event must be at most 10000.');
}
