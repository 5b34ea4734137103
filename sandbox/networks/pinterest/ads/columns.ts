import type { Sums } from './figures';
import type { AdsWorld, Entity } from './state';

const per = (a: number, b: number): number | undefined => (b === 0 ? undefined : a / b);

/** What each column tells; undefined where it has no value, and is then left out. */
const measures: Readonly<Record<string, (sums: Sums) => number | undefined>> = {
	SPEND_IN_MICRO_DOLLAR: ({ spend }) => spend,
	SPEND_IN_DOLLAR: ({ spend }) => spend / 1e6,
	PAID_IMPRESSION: ({ impressions }) => impressions,
	IMPRESSION_1: ({ impressions }) => impressions,
	IMPRESSION_2: ({ earned }) => earned,
	TOTAL_IMPRESSION: ({ impressions, earned }) => impressions + earned,
	TOTAL_IMPRESSION_USER: ({ impressions }) => Math.ceil(impressions / 2),
	TOTAL_IMPRESSION_FREQUENCY: ({ impressions }) => per(impressions, Math.ceil(impressions / 2)),
	CLICKTHROUGH_1: ({ clicks }) => clicks,
	TOTAL_CLICKTHROUGH: ({ clicks, earned }) => clicks + Math.floor(earned / 50),
	CTR: ({ clicks, impressions }) => per(clicks, impressions),
	CPC_IN_MICRO_DOLLAR: ({ spend, clicks }) => per(spend, clicks),
	CPM_IN_MICRO_DOLLAR: ({ spend, impressions }) => per(spend * 1000, impressions),
	OUTBOUND_CLICK_1: ({ outbound }) => outbound,
	REPIN_1: ({ saves }) => saves,
	ENGAGEMENT_1: ({ clicks, saves }) => clicks + saves,
	TOTAL_ENGAGEMENT: ({ clicks, saves, earned }) => clicks + saves + Math.floor(earned / 25),
	ENGAGEMENT_RATE: ({ clicks, saves, impressions }) => per(clicks + saves, impressions),
	TOTAL_CONVERSIONS: ({ checkouts, visits }) => checkouts + visits,
	TOTAL_CHECKOUT: ({ checkouts }) => checkouts || undefined,
	TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR: ({ worth }) => worth || undefined,
	TOTAL_CLICK_CHECKOUT: ({ checkouts }) => Math.ceil(checkouts / 2) || undefined,
	TOTAL_VIEW_CHECKOUT: ({ checkouts }) => Math.floor(checkouts / 2) || undefined,
	CHECKOUT_ROAS: ({ worth, spend }) => per(worth, spend),
	TOTAL_PAGE_VISIT: ({ visits }) => visits,
	TOTAL_SIGNUP: () => undefined,
	TOTAL_SIGNUP_VALUE_IN_MICRO_DOLLAR: () => undefined,
	TOTAL_CUSTOM: () => undefined,
	TOTAL_CUSTOM_VALUE_IN_MICRO_DOLLAR: () => undefined,
	TOTAL_LEAD: () => undefined,
	LEADS: () => undefined,
	TOTAL_VIDEO_MRC_VIEWS: () => undefined,
};

/** What a row is about: the thing itself and what it is in. */
export interface Subject {
	adAccount: string;
	campaign?: Entity;
	adGroup?: Entity;
	ad?: Entity;
}

export function subjectOf(world: AdsWorld, adAccount: string, level: 'account' | 'campaign' | 'adGroup' | 'ad', id: string): Subject {
	if (level === 'account') return { adAccount };
	const ad = level === 'ad' ? world.ad.get(id) : undefined;
	const adGroup = level === 'campaign' ? undefined : world.adGroup.get(level === 'adGroup' ? id : String(ad?.ad_group_id));
	const campaign = world.campaign.get(level === 'campaign' ? id : String(adGroup?.campaign_id));
	return { adAccount, campaign, adGroup, ad };
}

/** In a report statuses are words; at once they are numbers, and have other names. */
const entities: Readonly<Record<string, (subject: Subject) => string | number | null | undefined>> = {
	AD_ACCOUNT_ID: ({ adAccount }) => adAccount,
	CAMPAIGN_ID: ({ campaign }) => campaign?.id,
	CAMPAIGN_NAME: ({ campaign }) => campaign?.name,
	CAMPAIGN_ENTITY_STATUS: ({ campaign }) => (campaign?.status === 'ACTIVE' ? 1 : 2),
	AD_GROUP_ID: ({ adGroup }) => adGroup?.id,
	AD_GROUP_NAME: ({ adGroup }) => adGroup?.name,
	AD_ID: ({ ad }) => ad?.id,
	AD_NAME: ({ ad }) => ad?.name,
};

const onlyInReports: Readonly<Record<string, (subject: Subject) => string | undefined>> = {
	CAMPAIGN_STATUS: ({ campaign }) => campaign?.status,
	AD_GROUP_STATUS: ({ adGroup }) => adGroup?.status,
	AD_STATUS: ({ ad }) => ad?.status,
};

/** The first column that there is not. */
export const strangeIn = (columns: readonly string[], inReport: boolean): string | undefined =>
	columns.find((name) => !(name in measures) && !(name in entities) && !(inReport && name in onlyInReports));

export function rowOf(columns: readonly string[], subject: Subject, sums: Sums): Record<string, unknown> {
	const all = { ...entities, ...onlyInReports };
	const values = columns.map((name): [string, unknown] => [name, measures[name] ? measures[name](sums) : all[name]?.(subject)]);
	return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
