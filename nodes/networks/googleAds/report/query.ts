import { refused } from '../../../core/errors';
import { googleAdsReports } from '../../../platforms/googleAdsReports';
import { rangeOf } from '../../meta/insights/days';
import type { Day, Range } from '../../meta/insights/days';
import { campaignIdIn } from '../customer';
import { dayIn } from '../day';
import { quotedList, quotedPart } from '../gaql';
import { wordsOf } from '../query/check';

export type Level = keyof typeof googleAdsReports.levels;
export type Unit = keyof typeof googleAdsReports.units | 'whole';

/** What the panel gives. */
export interface ReportInput {
	account: string;
	level: Level;
	time: string;
	since: string;
	until: string;
	unit: Unit;
	breakdowns: readonly string[];
	metrics: readonly string[];
	campaign: string;
	options: {
		conditions?: string;
		fields?: string;
		minimumClicks?: number;
		minimumCost?: number;
		minimumImpressions?: number;
		nameContains?: string;
		sort?: string;
		statuses?: readonly string[];
	};
}

/** A report, ready to be asked for. */
export interface Query {
	level: Level;
	unit: Unit;
	range: Range;
	breakdowns: readonly string[];
	metrics: readonly (typeof googleAdsReports.metrics)[number][];
	/** Whether fields of the person's own are to be told, as Google gives them. */
	more: boolean;
	/** The query for a span of days; `most` rows of it. */
	gaql(range: Range, most?: number): string;
	/** Which rows there are depends on one day alone, and their order on nothing: the report may be read in spans. */
	divisible: boolean;
}

const { levels, units, measures, breakdowns: segments, metrics: known, kept } = googleAdsReports;

/** An expression may give a number where the field is a text. */
const textOf = (value: unknown) => String(value ?? '').trim();

function fieldsIn(text: unknown): string[] {
	const names = textOf(text).split(',').map((name) => name.trim()).filter(Boolean);
	const strange = names.find((name) => !/^[a-z_]+(\.\w+)+$/.test(name));
	if (strange !== undefined) throw refused('Fields', `“${strange}” is not the name of a field.`, 'Write names such as campaign.bidding_strategy_type, with commas between them.');
	return names;
}

/** More conditions, without the AND that may stand before them. What else a query has would change the whole report. */
function furtherConditions(text: unknown): string[] {
	const conditions = textOf(text).replace(/^AND\b/i, '').trim();
	if (/\b(ORDER\s+BY|LIMIT|PARAMETERS)\b/i.test(wordsOf(conditions))) throw refused('Conditions', 'holds more than conditions.', 'Take ORDER BY, LIMIT and PARAMETERS out: “Sort” and “Limit” are fields of this node.');
	return conditions === '' ? [] : [conditions];
}

/** The first day of which Google still has rows like these. */
function oldest(unit: Unit, today: Day): Day {
	const back = unit === 'day' || unit === 'week' ? kept.months : kept.years * 12;
	const [year = 0, month = 1] = today.split('-').map(Number);
	return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10);
}

/** The days that are meant, in the time zone of the account. */
function daysOf({ time, since, until, unit }: ReportInput, today: Day): Range {
	const range = time === 'range' ? { since: dayIn('Since', since), until: dayIn('Until', until) } : rangeOf(time, today);
	if (!range) throw refused('Time', `“${time}” is no time that this node knows.`, 'Choose one from the list.');
	if (range.since > range.until) throw refused('Since', 'is later than “Until”.', 'Swap them.');
	if (range.since >= oldest(unit, today)) return range;
	throw refused('Since', `Google keeps days and weeks for ${kept.months} months, and more than that for ${kept.years} years.`, `Choose ${oldest(unit, today)} or later, or longer spans under “One Row For”.`);
}

function listed<T extends { name: string; value: string; except: readonly string[] }>(field: string, chosen: readonly string[], all: readonly T[], level: Level): T[] {
	return chosen.map((value) => {
		const found = all.find((one) => one.value === value);
		if (!found) throw refused(field, `“${value}” is none that this node knows.`, 'Choose from the list; other fields go to “Fields” under Options.');
		if (found.except.includes(level)) throw refused(field, `Google has no “${found.name}” by this level.`, `Take “${found.name}” away, or choose another level.`);
		return found;
	});
}

function least(field: string, name: string, value: number | undefined, factor = 1): string[] {
	if (value === undefined || value === 0) return [];
	if (!(value > 0) || !Number.isFinite(value)) throw refused(field, `${value} is not an amount.`, 'Give a number above 0, or take it away.');
	return [`${name} >= ${Math.round(value * factor)}`];
}

function conditionsOf(input: ReportInput): string[] {
	const { level, options } = input;
	const [campaign, nameContains] = [campaignIdIn(input.campaign), textOf(options.nameContains)];
	const statuses = options.statuses ?? [];
	const status: string = levels[level].status;
	if (statuses.length > 0 && level === 'searchTerm') throw refused('Statuses', 'a search term has no status of its own.', 'Take “Statuses” away.');
	if (nameContains !== '' && level === 'account') throw refused('Campaign Name Contains', 'a report on the account does not know campaigns.', 'Choose another level.');
	return [
		...(campaign === '' ? [] : [`campaign.id = ${campaign}`]),
		...(statuses.length > 0 ? [`${status} IN (${quotedList(statuses)})`] : []),
		...(nameContains === '' ? [] : [`campaign.name LIKE ${quotedPart(nameContains)}`]),
		...least('Minimum Cost', 'metrics.cost_micros', options.minimumCost, 1e6),
		...least('Minimum Clicks', 'metrics.clicks', options.minimumClicks),
		...least('Minimum Impressions', 'metrics.impressions', options.minimumImpressions),
		...furtherConditions(options.conditions),
	];
}

const sorts: Readonly<Record<string, string>> = { clicks: 'metrics.clicks', conversions: 'metrics.conversions', cost: 'metrics.cost_micros', impressions: 'metrics.impressions' };

/** Refuses what Google would, before anything is sent. `today` is the account's. */
export function queryOf(input: ReportInput, today: Day): Query {
	const { level, unit, options } = input;
	const range = daysOf(input, today);
	const breakdowns = listed('Breakdowns', input.breakdowns, segments, level).map(({ value }) => value);
	const metrics = listed('Metrics', input.metrics, known, level);
	const own = fieldsIn(options.fields);
	if (breakdowns.includes('hour') && unit !== 'day') throw refused('Breakdowns', '“Hour” divides days only.', 'Choose “Day” under “One Row For”.');
	const { resource, status, fields } = levels[level];
	const selected = [...new Set([...fields, status, ...(unit === 'whole' ? [] : [units[unit]]), ...breakdowns.map((name) => `segments.${name}`), ...measures, ...metrics.map(({ value }) => `metrics.${value}`), ...own])];
	const conditions = conditionsOf(input);
	const sort = sorts[options.sort ?? ''];
	return {
		...{ level, unit, range, breakdowns, metrics, more: own.length > 0, divisible: unit !== 'whole' && sort === undefined },
		gaql: ({ since, until }, most = Infinity) =>
			[
				`SELECT ${selected.join(', ')} FROM ${resource}`,
				`WHERE ${[`segments.date BETWEEN '${since}' AND '${until}'`, ...conditions].join(' AND ')}`,
				...(sort ? [`ORDER BY ${sort} DESC`] : []),
				...(Number.isFinite(most) ? [`LIMIT ${most}`] : []),
				'PARAMETERS omit_unselected_resource_names = true',
			].join(' '),
	};
}
