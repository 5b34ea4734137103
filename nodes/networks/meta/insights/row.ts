import type { IDataObject } from 'n8n-workflow';
import type { AdRow } from '../../../model/adRow';
import type { Query } from './query';

/** https://developers.facebook.com/docs/marketing-api/reference/ads-action-stats */
type ActionStat = { action_type?: string; value?: string } & Partial<Record<string, string>>;

/** One row as Meta gives it: every number is a text, and what is zero is missing. https://developers.facebook.com/docs/marketing-api/insights */
export interface RawRow {
	account_id?: string;
	account_currency?: string;
	campaign_id?: string;
	campaign_name?: string;
	adset_id?: string;
	adset_name?: string;
	ad_id?: string;
	ad_name?: string;
	date_start?: string;
	date_stop?: string;
	spend?: string;
	impressions?: string;
	clicks?: string;
	actions?: ActionStat[];
	action_values?: ActionStat[];
	attribution_setting?: string;
}

/** What the rows themselves do not tell. */
export interface Setting {
	query: Pick<Query, 'level' | 'breakdowns' | 'windows' | 'conversions'>;
	account: { id: string; currency: string; timeZone?: string };
	asOf: string;
}

const levels = { account: 'account', campaign: 'campaign', adset: 'adGroup', ad: 'ad' } as const;

const numberOf = (text?: string) => Number(text ?? 0) || 0;

/** Sums of decimals, without the dust of binary fractions. */
const exact = (sum: number) => Number(sum.toFixed(6));

/** By Meta's own setting, or by the windows that were chosen. */
function amountOf(stat: ActionStat, windows: readonly string[]): number {
	if (windows.length === 0) return numberOf(stat.value);
	return windows.reduce((sum, window) => sum + numberOf(stat[window]), 0);
}

/** Each conversion by the first of its action types that the row has; their parts by other breakdowns add up. */
function counted(stats: readonly ActionStat[] = [], { conversions, windows }: Setting['query']): number {
	let sum = 0;
	for (const types of conversions) {
		const type = types.find((one) => stats.some(({ action_type }) => action_type === one));
		if (type === undefined) continue;
		for (const stat of stats) if (stat.action_type === type) sum += amountOf(stat, windows);
	}
	return exact(sum);
}

const textIn = (row: RawRow, name: string): [string, string][] => {
	const value = ({ ...row } as IDataObject)[name];
	return value === undefined ? [] : [[name, String(value)]];
};

/** Meta’s row in the shape that rows of all networks have, and the row itself as `raw`. */
export function adRowOf(raw: RawRow, { query, account, asOf }: Setting): AdRow & { raw: RawRow } {
	const { level, breakdowns, windows } = query;
	return {
		provider: 'meta',
		accountId: raw.account_id ?? account.id,
		level: levels[level],
		...{ campaignId: raw.campaign_id, campaignName: raw.campaign_name, adGroupId: raw.adset_id, adGroupName: raw.adset_name, adId: raw.ad_id, adName: raw.ad_name },
		...{ date: raw.date_start ?? '', dateStop: raw.date_stop ?? '', timeZone: account.timeZone },
		...{ currency: raw.account_currency ?? account.currency, spend: numberOf(raw.spend), impressions: numberOf(raw.impressions), clicks: numberOf(raw.clicks) },
		...{ conversions: counted(raw.actions, query), conversionValue: counted(raw.action_values, query) },
		breakdowns: breakdowns.length === 0 ? {} : Object.fromEntries(breakdowns.flatMap((name) => textIn(raw, name))),
		attribution: windows.length > 0 ? windows.join(',') : raw.attribution_setting,
		asOf,
		raw,
	};
}

/** The ID of what the row is about. */
export const subjectOf = (raw: RawRow, level: Query['level']): string | undefined => ({ account: undefined, campaign: raw.campaign_id, adset: raw.adset_id, ad: raw.ad_id })[level];
