import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { metaInsights } from '../../../platforms/metaInsights';
import { accountPath } from '../ads/account';
import type { Increment, Range } from './days';

export type Level = 'account' | 'campaign' | 'adset' | 'ad';
type ConversionKind = keyof typeof metaInsights.conversions;

interface Filter {
	field?: string;
	operator?: string;
	value?: string;
}

/** What the panel gives. */
export interface InsightInput {
	adAccount: string;
	reportOn: Level;
	campaign: string;
	adSet: string;
	ad: string;
	level: Level;
	datePreset: string;
	since: string;
	until: string;
	timeIncrement: string;
	incrementDays: number;
	breakdowns: readonly string[];
	conversions: readonly ConversionKind[];
	simplify: boolean;
	options: {
		actionBreakdowns?: readonly string[];
		attributionWindows?: readonly string[];
		fields?: string;
		filters?: { filter?: Filter[] };
		includeStatus?: boolean;
		otherBreakdowns?: string;
		otherConversions?: string;
		sort?: string;
	};
}

/** A report, ready to be asked for. */
export interface Query {
	/** Of the object that is reported on. */
	path: string;
	/** The ad account's allowance: see `Platform.lane`. */
	lane: string;
	level: Level;
	/** Parameters without the time. */
	qs: IDataObject;
	time: { preset: string } | { range: Range };
	increment: Increment;
	breakdowns: readonly string[];
	windows: readonly string[];
	/** Action types by conversion: the first that a row has counts. */
	conversions: readonly (readonly string[])[];
	/** Neither the order of the rows nor which of them there are depends on the whole span, so it may be read part by part. */
	divisible: boolean;
}

/** What an AdRow is made of. */
const needed = 'account_id,account_currency,campaign_id,campaign_name,adset_id,adset_name,ad_id,ad_name,date_start,date_stop,spend,impressions,clicks,actions,action_values,attribution_setting';
const levelFields: Record<Level, RegExp> = { account: /^(campaign|adset|ad)_/, campaign: /^(adset|ad)_/, adset: /^ad_/, ad: /^$/ };

const words = (text = '') => text.split(',').map((word) => word.trim()).filter(Boolean);
const unique = (all: readonly string[]) => [...new Set(all)];

function fieldsOf({ simplify, level, options: { fields } }: InsightInput): string {
	const named = words(fields);
	const usual = needed.split(',').filter((name) => !levelFields[level].test(name));
	return unique(simplify || named.length === 0 ? [...usual, ...named] : named).join(',');
}

const depth = (level: Level) => metaInsights.levels.findIndex(({ value }) => value === level);
const nameOf = (level: Level) => metaInsights.levels[depth(level)]?.name ?? level;

function pathOf(input: InsightInput): string {
	const { reportOn, level } = input;
	if (depth(level) < depth(reportOn)) {
		throw refused('Level', `a report on one ${nameOf(reportOn).toLowerCase()} has no rows by ${nameOf(level).toLowerCase()}.`, `Choose “${nameOf(reportOn)}” or what is below it.`);
	}
	return reportOn === 'account' ? accountPath(input.adAccount) : `/${{ campaign: input.campaign, adset: input.adSet, ad: input.ad }[reportOn]}`;
}

/** The day as it is written, of a date with or without a time. */
function dayIn(field: string, value: unknown): string {
	const day = /^\d{4}-\d{2}-\d{2}/.exec(String(value))?.[0];
	if (day && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)) return day;
	throw refused(field, `“${String(value)}” is no date.`, 'Write it as 2026-11-30.');
}

function timeOf({ datePreset, since, until }: InsightInput): Query['time'] {
	if (datePreset !== 'range') return { preset: datePreset };
	const range = { since: dayIn('Since', since), until: dayIn('Until', until) };
	if (range.since > range.until) throw refused('Since', 'is later than “Until”.', 'Swap them.');
	return { range };
}

function incrementOf({ timeIncrement, incrementDays }: InsightInput): Increment {
	if (timeIncrement === 'monthly' || timeIncrement === 'all_days') return timeIncrement;
	const days = timeIncrement === 'days' ? incrementDays : Number(timeIncrement);
	const { least, most } = metaInsights.increment;
	if (Number.isInteger(days) && days >= least && days <= most) return days;
	throw refused('Days in a Row', `${days} is not a whole number from ${least} to ${most}.`, 'Give another number, or choose “Month” or “Whole Time”.');
}

/** `IN` and the like take a list; a number is compared as one. */
function filterOf({ field = '', operator = '', value = '' }: Filter) {
	if (field.trim() === '') throw refused('Filters', 'a filter names no field.', 'Write for example campaign.name, or take the filter away.');
	const list = /IN$|IN_RANGE$/.test(operator) && !/^(NOT_)?CONTAIN$/.test(operator);
	const number = /^(GREATER|LESS)_/.test(operator) ? Number(value) : undefined;
	if (number !== undefined && !Number.isFinite(number)) throw refused('Filters', `“${value}” is no number.`, `Give ${field} a number to be compared with.`);
	return { field: field.trim(), operator, value: list ? words(value) : (number ?? value) };
}

/** Kinds and single action types, so that no two of them count the same conversion. */
function conversionsOf({ conversions, options: { otherConversions } }: InsightInput): (readonly string[])[] {
	const kinds = conversions.map((kind): readonly string[] => metaInsights.conversions[kind]);
	const all: readonly (readonly string[])[] = Object.values(metaInsights.conversions);
	const named = new Map<readonly string[], string[]>();
	for (const type of unique(words(otherConversions))) {
		const kind = all.find((types) => types.includes(type)) ?? [type];
		if (!kinds.includes(kind)) named.set(kind, [...(named.get(kind) ?? []), type]);
	}
	return [...kinds, ...[...named].map(([kind, types]) => kind.filter((type) => types.includes(type)))];
}

/** Of each kind of window the longest chosen one: it holds the others. */
const countedWindows = (chosen: readonly string[]) =>
	metaInsights.windows.filter(({ value, kind }, index, all) => chosen.includes(value) && !all.slice(0, index).some((longer) => longer.kind === kind && chosen.includes(longer.value))).map(({ value }) => value);

/** Refuses what Meta would, before anything is sent. */
export function queryOf(input: InsightInput): Query {
	const { level, options } = input;
	const { actionBreakdowns = [], attributionWindows = [], sort = '' } = options;
	const filters = (options.filters?.filter ?? []).map(filterOf);
	const breakdowns = unique([...input.breakdowns, ...words(options.otherBreakdowns)]);
	const json = (list: readonly unknown[]) => (list.length > 0 ? JSON.stringify(list) : undefined);
	const increment = incrementOf(input);
	const qs = {
		...{ level, fields: fieldsOf(input), time_increment: increment },
		...{ breakdowns: json(breakdowns), filtering: json(filters), sort: json(words(sort)) },
		// Without the type of action, nobody could tell what was counted.
		action_breakdowns: json(actionBreakdowns.length > 0 ? ['action_type', ...actionBreakdowns] : []),
		action_attribution_windows: json(attributionWindows),
	};
	return {
		...{ path: pathOf(input), lane: accountPath(input.adAccount).replace('/act_', ''), level, qs: Object.fromEntries(Object.entries(qs).filter(([, value]) => value !== undefined)), time: timeOf(input), increment, breakdowns },
		windows: countedWindows(attributionWindows),
		conversions: conversionsOf(input),
		divisible: sort.trim() === '' && filters.every(({ field }) => metaInsights.constantFilters.test(field)),
	};
}
