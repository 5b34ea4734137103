import type { Auction } from './delivery';

/** What is counted, in units that add up without rounding. */
export interface Tally {
	impressions: number;
	clicks: number;
	cost: number;
	conversions: number;
	allConversions: number;
	value: number;
	allValue: number;
	eligible: number;
	lostBudget: number;
	lostRank: number;
}

export const newTally = (): Tally => ({ impressions: 0, clicks: 0, cost: 0, conversions: 0, allConversions: 0, value: 0, allValue: 0, eligible: 0, lostBudget: 0, lostRank: 0 });

export function count(tally: Tally, auction: Auction): void {
	tally.eligible++;
	if (auction.lost === 'budget') tally.lostBudget++;
	else if (auction.lost === 'rank') tally.lostRank++;
	else tally.impressions++;
	tally.clicks += auction.clicks;
	tally.cost += auction.cost;
	tally.conversions += auction.conversions;
	tally.allConversions += auction.allConversions;
	tally.value += auction.value;
	tally.allValue += auction.allValue;
}

export function addTo(sum: Tally, tally: Tally): void {
	for (const name of Object.keys(sum) as (keyof Tally)[]) sum[name] += tally[name];
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** https://developers.google.com/google-ads/api/fields/v25/metrics. Averages and costs per something are in micros. */
export const metrics: Readonly<Record<string, (tally: Tally) => number>> = {
	impressions: ({ impressions }) => impressions,
	clicks: ({ clicks }) => clicks,
	interactions: ({ clicks }) => clicks,
	engagements: () => 0,
	cost_micros: ({ cost }) => cost,
	conversions: ({ conversions }) => conversions,
	conversions_value: ({ value }) => value / 100,
	all_conversions: ({ allConversions }) => allConversions,
	all_conversions_value: ({ allValue }) => allValue / 100,
	ctr: ({ clicks, impressions }) => ratio(clicks, impressions),
	interaction_rate: ({ clicks, impressions }) => ratio(clicks, impressions),
	average_cpc: ({ cost, clicks }) => ratio(cost, clicks),
	average_cost: ({ cost, clicks }) => ratio(cost, clicks),
	average_cpm: ({ cost, impressions }) => ratio(cost * 1000, impressions),
	cost_per_conversion: ({ cost, conversions }) => ratio(cost, conversions),
	cost_per_all_conversions: ({ cost, allConversions }) => ratio(cost, allConversions),
	conversions_from_interactions_rate: ({ conversions, clicks }) => ratio(conversions, clicks),
	all_conversions_from_interactions_rate: ({ allConversions, clicks }) => ratio(allConversions, clicks),
	conversions_value_per_cost: ({ value, cost }) => ratio(value * 10_000, cost),
	value_per_conversion: ({ value, conversions }) => ratio(value / 100, conversions),
	value_per_all_conversions: ({ allValue, allConversions }) => ratio(allValue / 100, allConversions),
	search_impression_share: ({ impressions, eligible }) => ratio(impressions, eligible),
	search_budget_lost_impression_share: ({ lostBudget, eligible }) => ratio(lostBudget, eligible),
	search_rank_lost_impression_share: ({ lostRank, eligible }) => ratio(lostRank, eligible),
	phone_calls: () => 0,
	view_through_conversions: () => 0,
	trueview_average_cpv: () => 0,
	video_trueview_views: () => 0,
	video_trueview_view_rate: () => 0,
	video_quartile_p25_rate: () => 0,
	video_quartile_p50_rate: () => 0,
	video_quartile_p75_rate: () => 0,
	video_quartile_p100_rate: () => 0,
};
