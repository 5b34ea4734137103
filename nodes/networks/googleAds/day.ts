import { refused } from '../../core/errors';
import type { Day } from '../meta/insights/days';

/** The day as it is written, of a date with or without a time. */
export function dayIn(field: string, value: unknown): Day {
	const day = /^\d{4}-\d{2}-\d{2}/.exec(String(value))?.[0];
	if (day && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)) return day;
	throw refused(field, `“${String(value)}” is no date.`, 'Write it as 2026-11-30.');
}
