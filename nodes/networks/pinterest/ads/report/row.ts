import type { AdRow } from '../../../../model/adRow';
import { pinterestReports } from '../../../../platforms/pinterestReports';
import { majorUnits } from '../../../googleAds/micros';
import { plus } from '../../../meta/insights/days';
import type { Range } from '../../../meta/insights/days';
import type { AdAccount } from '../account';
import type { Live } from '../kinds';
import type { Query } from './query';

/** One row as Pinterest gives it: a column without a value may be missing. */
export type RawRow = Partial<Record<string, string | number | null>>;

const { measures, micros, timeZone, levels } = pinterestReports;

const isThere = (value: RawRow[string]): value is string | number => value !== undefined && value !== null && value !== '';

const textIn = (value: RawRow[string]): string | undefined => (isThere(value) ? String(value) : undefined);

/** A whole number of millionths, divided once: the quotient is the number nearest to the decimal. */
const numberIn = (name: string, value: RawRow[string]): number => (!isThere(value) ? 0 : name.endsWith(micros) ? majorUnits(value) : Number(value));

/** In whole units it is no longer called micro. */
export const nameOf = (column: string): string => (column.endsWith(micros) ? column.slice(0, -micros.length) : column);

function lastDayOf({ unit }: Query, first: string): string {
	if (unit === 'day') return first;
	if (unit === 'week') return plus(first, 6);
	const [year = 0, month = 1] = first.split('-').map(Number);
	return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The first and the last day that a row sums up, of those that were asked for. */
function daysIn(query: Query, raw: RawRow, range: Range): Range {
	const first = textIn(raw.DATE)?.slice(0, 10);
	if (query.unit === 'whole' || first === undefined) return range;
	const last = lastDayOf(query, first);
	return { since: first < range.since ? range.since : first, until: last > range.until ? range.until : last };
}

const isMeasure = (name: string, raw: RawRow): boolean => isThere(raw[name]) && Number.isFinite(Number(raw[name]));

/** Pinterest's row in the shape that rows of all networks have. `live` is what it is about, where that was looked up. */
export function rowOf(raw: RawRow, range: Range, query: Query, account: AdAccount, live?: Live): AdRow {
	const { level, told, conversions: { value, worth }, attribution } = query;
	const { since, until } = daysIn(query, raw, range);
	const { click_window_days: click, engagement_window_days: engagement, view_window_days: view } = attribution;
	const metrics = Object.fromEntries(told.filter((name) => isMeasure(name, raw)).map((name) => [nameOf(name), numberIn(name, raw[name])]));
	return {
		provider: 'pinterest',
		accountId: account.id,
		level,
		...(level !== 'account' && { campaignId: textIn(raw.CAMPAIGN_ID) ?? textIn(String(live?.campaign_id ?? '')), campaignName: textIn(raw.CAMPAIGN_NAME) }),
		...((level === 'adGroup' || level === 'ad') && { adGroupId: textIn(raw.AD_GROUP_ID) ?? textIn(String(live?.ad_group_id ?? '')), adGroupName: textIn(raw.AD_GROUP_NAME) }),
		...(level === 'ad' && { adId: textIn(raw.AD_ID), adName: textIn(raw.AD_NAME) }),
		status: live?.status ?? textIn(raw[levels[level].status[0] ?? '']),
		...{ date: since, dateStop: until, timeZone, currency: account.currency },
		spend: numberIn(measures.spend, raw[measures.spend]),
		impressions: numberIn(measures.impressions, raw[measures.impressions]),
		clicks: numberIn(measures.clicks, raw[measures.clicks]),
		conversions: numberIn(value, raw[value]),
		conversionValue: worth ? numberIn(worth, raw[worth]) : 0,
		...(told.length > 0 && { metrics }),
		breakdowns: {},
		attribution: `${click}d_click,${engagement}d_engagement,${view}d_view`,
		asOf: new Date().toISOString(),
	};
}
