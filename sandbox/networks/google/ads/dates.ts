import { DateTime } from 'luxon';

/** First and last day, both included: `['2026-01-01', '2026-01-31']`. */
export type Span = [from: string, to: string];

export const dayIn = (time: number, timeZone: string): string => DateTime.fromMillis(time, { zone: timeZone }).toISODate() ?? '';
/** `2026-11-22 10:00:00.000000`, as change events tell their time. */
export const momentIn = (time: number, timeZone: string): string => DateTime.fromMillis(time, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm:ss.SSS000');
export const startOf = (day: string, timeZone: string): number => DateTime.fromISO(day, { zone: timeZone }).toMillis();

const at = (day: string) => DateTime.fromISO(day, { zone: 'utc' });
const text = (date: DateTime) => date.toISODate() ?? '';
export const plusDays = (day: string, days: number): string => text(at(day).plus({ days }));
export const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && at(day).isValid;

export const startOfWeek = (day: string): string => text(at(day).startOf('week'));
export const startOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;
export const startOfQuarter = (day: string): string => text(at(day).startOf('quarter'));
export const lastOf = (day: string, unit: 'week' | 'month' | 'quarter' | 'year'): string => text(at(day).endOf(unit));
export const weekday = (day: string): string => (at(day).weekdayLong ?? '').toUpperCase();
export const monthName = (day: string): string => (at(day).monthLong ?? '').toUpperCase();

/** https://developers.google.com/google-ads/api/docs/query/date-ranges; today is that of the account. */
const ranges: Record<string, (today: string) => Span> = {
	TODAY: (today) => [today, today],
	YESTERDAY: (today) => [plusDays(today, -1), plusDays(today, -1)],
	LAST_7_DAYS: (today) => [plusDays(today, -7), plusDays(today, -1)],
	LAST_14_DAYS: (today) => [plusDays(today, -14), plusDays(today, -1)],
	LAST_30_DAYS: (today) => [plusDays(today, -30), plusDays(today, -1)],
	LAST_BUSINESS_WEEK: (today) => [plusDays(startOfWeek(today), -7), plusDays(startOfWeek(today), -3)],
	THIS_MONTH: (today) => [startOfMonth(today), today],
	LAST_MONTH: (today) => [startOfMonth(plusDays(startOfMonth(today), -1)), plusDays(startOfMonth(today), -1)],
	THIS_WEEK_SUN_TODAY: (today) => [sunday(today), today],
	THIS_WEEK_MON_TODAY: (today) => [startOfWeek(today), today],
	LAST_WEEK_SUN_SAT: (today) => [plusDays(sunday(today), -7), plusDays(sunday(today), -1)],
	LAST_WEEK_MON_SUN: (today) => [plusDays(startOfWeek(today), -7), plusDays(startOfWeek(today), -1)],
};

const sunday = (day: string): string => plusDays(startOfWeek(plusDays(day, 1)), -1);

export const rangeOf = (name: string, today: string): Span | undefined => ranges[name]?.(today);
