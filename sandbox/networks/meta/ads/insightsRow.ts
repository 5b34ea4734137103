import type { AttributionWindow } from './insightsFields';
import { shareOf, type Totals } from './insightsDelivery';
import { dayText, type InsightsQuery, type Level } from './insightsQuery';
import { smallestUnits, totalsOf, type Key, type Run } from './insightsRows';
import type { AdAccount } from './model';

/** Action type → the measure behind it. The same purchase stands under three of them, as at Meta. */
const actionTypes = [
	['link_click', 'linkClicks'],
	['landing_page_view', 'landings'],
	['omni_purchase', 'purchases'],
	['purchase', 'purchases'],
	['offsite_conversion.fb_pixel_purchase', 'purchases'],
	['lead', 'leads'],
	['onsite_conversion.lead_grouped', 'leads'],
] as const;

/** Which part of a number each window sees: a longer one holds the shorter ones, and the usual setting is 7d_click with 1d_view. */
const windowEnds: Record<AttributionWindow, [from: number, to: number]> = { '1d_click': [0, 0.5], '7d_click': [0, 0.8], '28d_click': [0, 0.8], '1d_view': [0.8, 1], '1d_ev': [0, 0] };

const devices = [
	{ name: 'iphone', from: 0, to: 0.6 },
	{ name: 'desktop', from: 0.6, to: 1 },
];

type Stat = Record<string, string>;

/** What a row is made from. */
interface Source {
	query: InsightsQuery;
	account: AdAccount;
	totals: Totals;
	/** Of one of its ads. */
	run?: Run;
}

const money = (amount: number, { account }: Source): string => (smallestUnits(account.currency) === 1 ? String(amount) : (amount / 100).toFixed(2));
const ratio = (value: number, by: number): string | undefined => (by > 0 ? (value / by).toFixed(6) : undefined);
const spend = ({ totals, account }: Source): number => totals.spend / smallestUnits(account.currency);
const reach = ({ totals }: Source): number => Math.ceil(totals.impressions * 0.8);

function statOf(type: string, amount: number, source: Source, written: (amount: number, source: Source) => string, more?: Stat): Stat {
	const stat: Stat = { action_type: type, ...more, value: written(amount, source) };
	for (const name of source.query.windows) {
		const [from, to] = windowEnds[name];
		const seen = shareOf(amount, { from, to }, 0);
		if (seen > 0) stat[name] = written(seen, source);
	}
	return stat;
}

/** Every kind of action, by the further breakdowns that were asked for. */
function statsOf(source: Source, isValue: boolean): Stat[] | undefined {
	const stats: Stat[] = [];
	const written = isValue ? money : String;
	const { actionBreakdowns } = source.query;
	for (const [type, measure] of actionTypes) {
		const amount = !isValue ? source.totals[measure] : measure === 'purchases' ? source.totals.purchaseValue : 0;
		if (amount === 0) continue;
		if (actionBreakdowns.length === 0) stats.push(statOf(type, amount, source, written));
		else {
			const more = Object.fromEntries(actionBreakdowns.filter((name) => name !== 'action_type').map((name) => [name, 'unknown']));
			const parts = actionBreakdowns.includes('action_device') ? devices : [{ name: '', from: 0, to: 1 }];
			for (const part of parts) {
				const own = shareOf(amount, part, 0.5);
				if (own > 0) stats.push(statOf(type, own, source, written, { ...more, ...(part.name && { action_device: part.name }) }));
			}
		}
	}
	return stats.length > 0 ? stats : undefined;
}

const depth: Record<Level, number> = { account: 0, campaign: 1, adset: 2, ad: 3 };

/** A column that is there from this level down. */
const below =
	(level: Level, valueOf: (run: Run) => unknown) =>
	({ query, run }: Source): unknown =>
		run && depth[query.level] >= depth[level] ? valueOf(run) : undefined;

/** The columns that the sandbox has something to say of. */
const columns: Readonly<Record<string, (source: Source) => unknown>> = {
	account_id: ({ account }) => account.accountId,
	account_currency: ({ account }) => account.currency,
	account_name: ({ account }) => account.name,
	campaign_id: below('campaign', ({ campaign }) => campaign.id),
	campaign_name: below('campaign', ({ campaign }) => campaign.name),
	objective: below('campaign', ({ campaign }) => campaign.values.objective),
	adset_id: below('adset', ({ adSet }) => adSet.id),
	adset_name: below('adset', ({ adSet }) => adSet.name),
	optimization_goal: below('adset', ({ adSet }) => adSet.values.optimization_goal),
	ad_id: below('ad', ({ ad }) => ad.id),
	ad_name: below('ad', ({ ad }) => ad.name),
	impressions: ({ totals }) => String(totals.impressions),
	reach: (source) => String(reach(source)),
	frequency: (source) => ratio(source.totals.impressions, reach(source)),
	clicks: ({ totals }) => String(totals.clicks),
	inline_link_clicks: ({ totals }) => (totals.linkClicks > 0 ? String(totals.linkClicks) : undefined),
	spend: (source) => money(source.totals.spend, source),
	ctr: ({ totals }) => ratio(totals.clicks * 100, totals.impressions),
	cpc: (source) => ratio(spend(source), source.totals.clicks),
	cpm: (source) => ratio(spend(source) * 1000, source.totals.impressions),
	cpp: (source) => ratio(spend(source) * 1000, reach(source)),
	actions: (source) => statsOf(source, false),
	action_values: (source) => statsOf(source, true),
	purchase_roas: ({ totals }) => (totals.purchases > 0 ? [{ action_type: 'omni_purchase', value: ratio(totals.purchaseValue, totals.spend) }] : undefined),
	attribution_setting: ({ query }) => (query.level === 'account' ? 'mixed' : '7d_click_1d_view'),
};

const days = new Map<number, string>();

/** The day as text; a page has the same few hundreds of times. */
function written(day: number): string {
	const text = days.get(day) ?? dayText(day);
	days.set(day, text);
	return text;
}

const usual = ['account_id', 'impressions', 'spend'];

/** One row as Meta writes it: every number a text, and what is zero left out. */
export function rowOf(key: Key, query: InsightsQuery, account: AdAccount): Record<string, unknown> {
	const source: Source = { query, account, totals: totalsOf(key, account.currency), run: key.runs[0] };
	const row: Record<string, unknown> = {};
	for (const field of query.fields.length > 0 ? query.fields : usual) {
		const value = columns[field]?.(source);
		if (value !== undefined) row[field] = value;
	}
	row.date_start = written(key.unit.first);
	row.date_stop = written(key.unit.last);
	return Object.assign(row, key.part.values);
}
