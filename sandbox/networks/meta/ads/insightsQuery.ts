import { GraphError, invalid } from '../errors';
import type { Params } from '../params';
import { actionBreakdowns, attributionWindows, breakdownShares, insightFields, type AttributionWindow } from './insightsFields';

const DAY = 86_400_000;

/** Days since 1970, in the account's time zone. */
export const dayNumber = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY;
export const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

export type Level = 'account' | 'campaign' | 'adset' | 'ad';
const levels = ['account', 'campaign', 'adset', 'ad'] as const;
const operators = ['EQUAL', 'NOT_EQUAL', 'GREATER_THAN', 'GREATER_THAN_OR_EQUAL', 'LESS_THAN', 'LESS_THAN_OR_EQUAL', 'IN', 'NOT_IN', 'CONTAIN', 'NOT_CONTAIN'] as const;

export interface Filter {
	field: string;
	operator: (typeof operators)[number];
	value: unknown;
}

export interface Span {
	first: number;
	last: number;
}

/** A report's parameters, read and checked. */
export interface InsightsQuery {
	level: Level;
	fields: string[];
	units: Span[];
	breakdowns: string[];
	actionBreakdowns: string[];
	windows: AttributionWindow[];
	filters: Filter[];
	sort?: { field: string; descending: boolean };
}

/** The first day of the month so many months away. */
function month(day: number, months: number): number {
	const date = new Date(day * DAY);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY;
}

/** https://developers.facebook.com/docs/marketing-api/insights/parameters: all but the “this” ones and today end yesterday. */
function preset(name: string, today: number): Span | undefined {
	const days = /^last_(\d+)d$/.exec(name)?.[1];
	if (days !== undefined && [3, 7, 14, 28, 30, 90].includes(Number(days))) return { first: today - Number(days), last: today - 1 };
	const date = new Date(today * DAY);
	const [weekday, inQuarter, inYear] = [date.getUTCDay(), date.getUTCMonth() % 3, date.getUTCMonth()];
	const [monday, sunday] = [today - ((weekday + 6) % 7), today - weekday];
	const spans: Record<string, Span> = {
		today: { first: today, last: today },
		yesterday: { first: today - 1, last: today - 1 },
		this_month: { first: month(today, 0), last: today },
		last_month: { first: month(today, -1), last: month(today, 0) - 1 },
		this_quarter: { first: month(today, -inQuarter), last: today },
		last_quarter: { first: month(today, -inQuarter - 3), last: month(today, -inQuarter) - 1 },
		this_year: { first: month(today, -inYear), last: today },
		last_year: { first: month(today, -inYear - 12), last: month(today, -inYear) - 1 },
		this_week_mon_today: { first: monday, last: today },
		this_week_sun_today: { first: sunday, last: today },
		last_week_mon_sun: { first: monday - 7, last: monday - 1 },
		last_week_sun_sat: { first: sunday - 7, last: sunday - 1 },
		maximum: { first: month(today, -36), last: today },
		data_maximum: { first: month(today, -36), last: today },
	};
	return spans[name];
}

function spanOf(params: Params, today: number): Span {
	const range = params.record('time_range');
	if (!range) {
		const name = params.text('date_preset') ?? 'last_30d';
		const span = preset(name, today);
		if (!span) throw invalid(`Param date_preset must be a valid preset - got "${name}"`);
		return span;
	}
	const [first, last] = [range.since, range.until].map((day) => (typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? dayNumber(day) : NaN));
	if (first === undefined || last === undefined || Number.isNaN(first + last)) throw invalid('Must be a date representation in the format YYYY-MM-DD: time_range');
	if (first > last) throw invalid('time_range: since must be before until');
	if (first < month(today, -37)) throw new GraphError(3018, '(#3018) The start date of the time range cannot be beyond 37 months from the current date');
	return { first, last };
}

function unitsOf({ first, last }: Span, params: Params): Span[] {
	const increment = params.text('time_increment') ?? 'all_days';
	if (increment === 'all_days') return [{ first, last }];
	const days = Number(increment);
	if (increment !== 'monthly' && !(Number.isInteger(days) && days >= 1 && days <= 90)) throw invalid('Param time_increment must be an integer from 1 to 90, monthly or all_days');
	const units: Span[] = [];
	for (let day = first; day <= last; ) {
		const next = increment === 'monthly' ? month(day, 1) : day + days;
		units.push({ first: day, last: Math.min(next - 1, last) });
		day = next;
	}
	return units;
}

function known<const T extends string>(params: Params, name: string, allowed: readonly T[]): T[] {
	return (params.texts(name) ?? []).map((value) => {
		const found = allowed.find((one) => one === value);
		if (found === undefined) throw invalid(`Param ${name}[0] must be one of {${allowed.join(', ')}} - got "${value}"`);
		return found;
	});
}

/** Meta does not combine all: https://developers.facebook.com/docs/marketing-api/insights/breakdowns#combos */
function checkCombination(breakdowns: string[]): void {
	const [where, who] = [['country', 'region', 'dma'], ['age', 'gender']].map((group) => breakdowns.filter((one) => group.includes(one)).length);
	const hourly = breakdowns.some((one) => one.startsWith('hourly_'));
	if (((where ?? 0) > 0 && (who ?? 0) > 0) || (where ?? 0) > 1 || (hourly && breakdowns.length > 1))
		throw new GraphError(2, 'Current combination of data breakdown columns is invalid.', { subcode: 1504041, status: 400 });
}

function filtersOf(params: Params): Filter[] {
	return (params.records('filtering') ?? []).map(({ field, operator, value }) => {
		const found = operators.find((one) => one === operator);
		if (typeof field !== 'string' || !found) throw invalid('Param filtering[0] must have a field and a known operator');
		return { field, operator: found, value };
	});
}

/** Reads the parameters of a report on an object of `own` level; `today` is the account's. */
export function readQuery(params: Params, own: Level, today: number): InsightsQuery {
	const level = params.oneOf('level', levels) ?? own;
	if (levels.indexOf(level) < levels.indexOf(own)) throw invalid(`level ${level} is not valid for an object of level ${own}`);
	const fields = params.texts('fields') ?? [];
	const unknown = fields.find((name) => !insightFields.has(name));
	if (unknown !== undefined) throw invalid(`${unknown} is not valid for fields param. please check https://developers.facebook.com/docs/marketing-api/reference/ads-insights/ for all valid values`);
	const breakdowns = known(params, 'breakdowns', Object.keys(breakdownShares));
	checkCombination(breakdowns);
	const sorted = /^(\w+)_(ascending|descending)$/.exec(params.texts('sort')?.[0] ?? '');
	return {
		...{ level, fields, breakdowns, units: unitsOf(spanOf(params, today), params) },
		...{ actionBreakdowns: known(params, 'action_breakdowns', actionBreakdowns), windows: known(params, 'action_attribution_windows', attributionWindows) },
		filters: filtersOf(params),
		...(sorted?.[1] !== undefined && { sort: { field: sorted[1], descending: sorted[2] === 'descending' } }),
	};
}
