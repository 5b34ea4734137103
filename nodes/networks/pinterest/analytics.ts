import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { pinterest } from '../../platforms/pinterest';
import { asOwner, given, pinIdIn, reads } from './requests';

const DAY = 24 * 60 * 60_000;
const { limits } = pinterest;

export type Metrics = Record<string, number>;

interface Daily {
	date: string;
	data_status: string;
	metrics?: Metrics;
}

/** What Pinterest counted for one kind of app, source or format; `all` where it was not split. */
export interface Counted {
	daily_metrics?: Daily[];
	summary_metrics?: Metrics;
	lifetime_metrics?: Metrics;
}

type Groups = Record<string, Counted>;

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
/** The day in UTC that lies so many days back. */
export const daysAgo = (days: number) => dayOf(Date.now() - days * DAY);

function dayIn(field: string, text: string): string {
	const [day] = /^\d{4}-\d\d-\d\d(?=$|[T ])/.exec(text.trim()) ?? [];
	if (day && !Number.isNaN(Date.parse(day))) return day;
	throw refused(field, `“${text.slice(0, 80)}” is no date.`, 'Give a date as 2027-01-31.');
}

export interface Span {
	startDate: string;
	endDate: string;
}

/** Days that are counted where nobody names them. */
const USUAL = 30;

/** The days to count, in UTC; Pinterest keeps them for 90 days. Refuses what it would refuse. */
export function spanOf({ startDate, endDate }: Span): { start_date: string; end_date: string } {
	const [earliest, today] = [daysAgo(limits.analyticsDays), daysAgo(0)];
	const [start_date, end_date] = [startDate ? dayIn('Start Date', startDate) : daysAgo(USUAL), endDate ? dayIn('End Date', endDate) : today];
	if (start_date > end_date) throw refused('Start Date', 'is later than “End Date”.', 'Swap them.');
	if (start_date < earliest) throw refused('Start Date', `${start_date} is more than ${limits.analyticsDays} days back, and Pinterest counts no longer.`, `Begin on ${earliest} or later.`);
	if (end_date > today) throw refused('End Date', `${end_date} has not come yet: today is ${today} in UTC.`, 'End today or earlier.');
	return { start_date, end_date };
}

export interface Filters {
	adAccountId?: string;
	appTypes?: string;
	contentType?: string;
	fromClaimedContent?: string;
	onlyNewPins?: boolean;
	pinFormat?: string;
	source?: string;
	splitField?: string;
}

const filters = ({ appTypes, contentType, fromClaimedContent, onlyNewPins, pinFormat, source, splitField, ...owner }: Filters): IDataObject =>
	given({
		...{ app_types: appTypes, content_type: contentType, from_claimed_content: fromClaimedContent, pin_format: pinFormat, source, split_field: splitField },
		created_in_last_n_days: onlyNewPins ? 30 : undefined,
		...asOwner(owner),
	});

/** Pinterest wants lists with commas. */
function metricTypes(metrics: readonly string[]): { metric_types: string } {
	if (metrics.length === 0) throw refused('Metrics', 'none is chosen.', 'Choose at least one metric.');
	return { metric_types: metrics.join(',') };
}

const asks = (url: string, qs: IDataObject) => reads(url, qs, 'org_analytics');

export type Rows = 'days' | 'totals';

/** Anything but `READY` is no number yet, or never one: it is told, and not taken for 0. */
const rowOf = ({ date, data_status: dataStatus, metrics }: Daily): IDataObject => ({ date, dataStatus, ...(dataStatus === 'READY' && { metrics: metrics ?? {} }) });

const totalOf = ({ daily_metrics: days = [], summary_metrics: summary = {}, lifetime_metrics: lifetime }: Counted): IDataObject => ({
	...{ days: days.length, readyDays: days.filter(({ data_status: status }) => status === 'READY').length },
	metrics: summary,
	...(lifetime && { lifetime }),
});

/** An item a day, or one for the whole span; each names the group it is of. */
const rowsOf = (groups: Groups, rows: Rows, about: IDataObject = {}): IDataObject[] =>
	Object.entries(groups).flatMap(([group, counted]) => (rows === 'totals' ? [{ ...about, group, ...totalOf(counted) }] : (counted.daily_metrics ?? []).map((day) => ({ ...about, group, ...rowOf(day) }))));

interface Asked {
	span: Span;
	metrics: readonly string[];
	rows: Rows;
	options: Filters;
}

/** https://developers.pinterest.com/docs/api/v5/user_account-analytics */
export async function accountAnalytics(api: Api, { span, metrics, rows, options }: Asked): Promise<IDataObject[]> {
	const groups = await api.send<Groups>(asks('/user_account/analytics', { ...spanOf(span), ...metricTypes(metrics), ...filters(options) }));
	return rowsOf(groups, rows);
}

/** https://developers.pinterest.com/docs/api/v5/pins-analytics */
export async function pinAnalytics(api: Api, pinId: string, { span, metrics, rows, options }: Asked): Promise<IDataObject[]> {
	const id = pinIdIn(pinId);
	return rowsOf(await pinGroups(api, id, spanOf(span), metrics, options), rows, { pinId: id });
}

export const pinGroups = async (api: Api, id: string, span: ReturnType<typeof spanOf>, metrics: readonly string[], options: Filters = {}): Promise<Groups> =>
	await api.send<Groups>(asks(`/pins/${id}/analytics`, { ...span, ...metricTypes(metrics), ...filters(options) }));

/** An ID a line, or a list from an expression. */
function pinIdsIn(text: unknown): string[] {
	const ids = [...new Set((Array.isArray(text) ? text.map(String) : String(text).split(/[\s,]+/)).filter(Boolean).map(pinIdIn))];
	const most = limits.analyticsPins;
	if (ids.length === 0) throw refused('Pin IDs', 'is empty.', 'Give at least one.');
	if (ids.length > most) throw refused('Pin IDs', `has ${ids.length} Pins; Pinterest takes ${most} at once.`, 'Ask for them in several items.');
	return ids;
}

/** https://developers.pinterest.com/docs/api/v5/multi_pins-analytics */
export async function pinsAnalytics(api: Api, pinIds: unknown, { span, metrics, rows, options }: Asked): Promise<IDataObject[]> {
	// Of all its lists, Pinterest wants this one without commas.
	const ids = pinIdsIn(pinIds).map((id) => `pin_ids=${id}`).join('&');
	const qs = { ...spanOf(span), ...metricTypes(metrics), ...filters(options) };
	const pins = await api.send<Record<string, Groups>>(asks(`/pins/analytics?${ids}`, qs));
	return Object.entries(pins).flatMap(([pinId, groups]) => rowsOf(groups, rows, { pinId }));
}

interface Best {
	pins?: { pin_id: string; metrics?: Metrics; data_status?: Record<string, string> }[];
	date_availability?: { latest_available_timestamp?: number; is_realtime?: boolean };
}

interface BestAsked extends Omit<Asked, 'rows'> {
	sortBy: string;
	limit: number;
}

/** The best Pins first. Each metric has a status of its own here. https://developers.pinterest.com/docs/api/v5/user_account-analytics-top_pins */
export async function topPins(api: Api, list: 'top_pins' | 'top_video_pins', { span, metrics, sortBy, limit, options }: BestAsked): Promise<IDataObject[]> {
	if (limit > limits.topPins) throw refused('Limit', `is ${limit}; Pinterest names the best ${limits.topPins} at most.`, `Give ${limits.topPins} or less.`);
	const qs = { ...spanOf(span), sort_by: sortBy, num_of_pins: limit, ...metricTypes(metrics), ...filters(options) };
	const { pins = [], date_availability: availability } = await api.send<Best>(asks(`/user_account/analytics/${list}`, qs));
	return pins.map(({ pin_id: pinId, metrics: counted = {}, data_status: dataStatus = {} }, index) => ({
		...{ rank: index + 1, pinId, url: pinterest.pinUrl(pinId), dataStatus },
		metrics: Object.fromEntries(Object.entries(counted).filter(([metric]) => (dataStatus[metric] ?? 'READY') === 'READY')),
		...(availability && { availability }),
	}));
}

/** What the ready days sum up to; undefined where none is ready. */
export function readyTotal({ daily_metrics: days = [] }: Counted, metric: string): number | undefined {
	const ready = days.filter(({ data_status: status }) => status === 'READY').map(({ metrics }) => metrics?.[metric] ?? 0);
	return ready.length > 0 ? ready.reduce((sum, value) => sum + value, 0) : undefined;
}
