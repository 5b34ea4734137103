import { refused } from '../../../../core/errors';
import { pinterestReports } from '../../../../platforms/pinterestReports';
import { dayIn } from '../../../googleAds/day';
import { plus, rangeOf, spanOf, today, unitsOf } from '../../../meta/insights/days';
import type { Range } from '../../../meta/insights/days';
import { idIn } from '../account';
import { idsIn } from '../read';

export type Level = keyof typeof pinterestReports.levels;
export type Unit = keyof typeof pinterestReports.units;

/** What the panel gives. */
export interface ReportInput {
	adAccount: string;
	level: Level;
	ids: string;
	time: string;
	since: string;
	until: string;
	unit: Unit;
	conversions: string;
	metrics: readonly string[];
	simplify: boolean;
	options: { byConversionTime?: boolean; clickWindow?: number; columns?: string; engagementWindow?: number; statuses?: readonly string[]; viewWindow?: number };
}

/** A report, ready to be asked for. */
export interface Query {
	adAccount: string;
	level: Level;
	unit: Unit;
	ids: string[];
	statuses: readonly string[];
	/** The days of each call, oldest first. */
	ranges: Range[];
	/** All that is asked for. */
	columns: string[];
	/** Those that a row tells under `metrics`. */
	told: string[];
	conversions: { value: string; worth?: string };
	attribution: Readonly<Record<string, string | number>>;
}

const { levels, measures, conversions: kinds, metrics: known, windows, window, timeZone } = pinterestReports;

function columnsIn(text: unknown): string[] {
	const names = String(text ?? '').split(/[\s,]+/).filter(Boolean);
	const strange = names.find((name) => !/^[A-Z][A-Z0-9_]+$/.test(name));
	if (strange === undefined) return names;
	throw refused('Columns', `“${strange}” is not the name of a column.`, 'Write names such as TOTAL_ENGAGEMENT, with commas between them.');
}

function daysIn(field: string, value: unknown, otherwise: number): number {
	if (value === '') throw refused(field, 'is empty.', `Choose ${windows.join(', ')}.`);
	const days = Number(value ?? otherwise);
	if (windows.some((one) => one === days)) return days;
	throw refused(field, `${days} is none that Pinterest knows.`, `Choose ${windows.join(', ')}.`);
}

/** What counts as a conversion, as Pinterest takes it. */
const attributionOf = ({ clickWindow, engagementWindow, viewWindow, byConversionTime }: ReportInput['options']): Query['attribution'] => ({
	click_window_days: daysIn('Click Window', clickWindow, window.click),
	engagement_window_days: daysIn('Engagement Window', engagementWindow, window.engagement),
	view_window_days: daysIn('View Window', viewWindow, window.view),
	conversion_report_time: byConversionTime ? 'TIME_OF_CONVERSION' : 'TIME_OF_AD_ACTION',
});

/** A report may be cut between days and between months; a row over weeks or over the whole time may not be cut in two. */
function cut(range: Range, unit: Unit, most: number): Range[] {
	if (unit === 'day') return unitsOf(range, most);
	if (unit === 'month') {
		const spans: Range[][] = [];
		for (const month of unitsOf(range, 'monthly')) {
			const last = spans.at(-1);
			if (last && month.until < plus(spanOf(last).since, most)) last.push(month);
			else spans.push([month]);
		}
		return spans.map(spanOf);
	}
	if (range.until < plus(range.since, most)) return [range];
	throw refused('Until', `Pinterest takes at most ${most} days at once here, and ${unit === 'week' ? 'weeks' : 'the whole time'} cannot be cut in two.`, 'Choose fewer days, or rows for each day.');
}

/** The days that are meant; all of them are Pinterest's. */
function daysOf({ time, since, until }: ReportInput, back: number, hint: string): Range {
	const now = today(timeZone);
	const range = time === 'range' ? { since: dayIn('Since', since), until: dayIn('Until', until) } : rangeOf(time, now);
	if (!range) throw refused('Time', `“${time}” is no time that this node knows.`, 'Choose one from the list.');
	if (range.since > range.until) throw refused('Since', 'is later than “Until”.', 'Swap them.');
	if (range.until > now) throw refused('Until', `${range.until} is still to come: for Pinterest it is ${now}.`, 'Choose today or an earlier day.');
	const oldest = plus(now, -back);
	if (range.since >= oldest) return range;
	throw refused('Since', `${range.since} is too long ago: Pinterest tells the last ${back} days here.`, `Choose ${oldest} or later${hint}.`);
}

/** Refuses what Pinterest would, before anything is sent. */
export function queryOf(input: ReportInput, { back, range: most }: { back: number; range: number }, hint = ''): Query {
	const { level, unit, options } = input;
	const ids = level === 'account' ? [] : idsIn('IDs', input.ids);
	const conversions = kinds.find(({ value }) => value === input.conversions);
	if (!conversions) throw refused('Conversions', `“${input.conversions}” is none that this node knows.`, 'Choose from the list.');
	const strange = input.metrics.find((name) => !known.some(({ value }) => value === name));
	if (strange !== undefined) throw refused('Metrics', `“${strange}” is none that this node knows.`, 'Choose from the list; other columns go to “Columns” under Options.');
	const told = [...new Set([...input.metrics, ...columnsIn(options.columns)])];
	return {
		...{ adAccount: idIn('Ad Account', input.adAccount), level, unit, ids, statuses: options.statuses ?? [] },
		ranges: cut(daysOf(input, back, hint), unit, most),
		columns: [...new Set([...levels[level].columns, ...Object.values(measures), conversions.value, ...(conversions.worth ? [conversions.worth] : []), ...told])],
		told,
		conversions,
		attribution: attributionOf(options),
	};
}
