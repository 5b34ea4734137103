import { createHash } from 'node:crypto';
import { SEEDED } from './seed';
import { adAccountOf, entitiesOf } from './state';
import type { AdsWorld, Entity } from './state';

const DAY = 86_400_000;

/** The first day on which the seed's ads ran. */
const BEGAN = '2024-01-01';

/** What can be added up, by the name of its column. Everything else is a quotient of these. */
export interface Sums {
	spend: number;
	impressions: number;
	earned: number;
	clicks: number;
	saves: number;
	outbound: number;
	checkouts: number;
	worth: number;
	visits: number;
}

export const nothing = (): Sums => ({ spend: 0, impressions: 0, earned: 0, clicks: 0, saves: 0, outbound: 0, checkouts: 0, worth: 0, visits: 0 });

export function add(sums: Sums, more: Sums): Sums {
	const { spend, impressions, earned, clicks, saves, outbound, checkouts, worth, visits } = sums;
	return {
		...{ spend: spend + more.spend, impressions: impressions + more.impressions, earned: earned + more.earned, clicks: clicks + more.clicks },
		...{ saves: saves + more.saves, outbound: outbound + more.outbound, checkouts: checkouts + more.checkouts, worth: worth + more.worth, visits: visits + more.visits },
	};
}

/** The same ad has the same figures on the same day, always. One that was made here has none before. */
export function figuresOf({ id, ad_account_id, created_time }: Entity, day: string): Sums {
	const begun = new Date(created_time * 1000).toISOString().slice(0, 10);
	if (day < (created_time === SEEDED ? BEGAN : begun)) return nothing();
	const bytes = createHash('sha256').update(`${id}/${day}`).digest();
	const [a = 0, b = 0, c = 0, d = 0] = bytes;
	const impressions = 500 + a * 7;
	const clicks = 5 + (b % 40);
	const yen = adAccountOf(ad_account_id)?.currency === 'JPY';
	// A price a click with millionths that no cent holds, as auctions give; yen are whole.
	const spend = clicks * (yen ? 40_000_000 : 310_007 + c);
	const checkouts = d % 5;
	return { spend, impressions, earned: a, clicks, saves: c % 9, outbound: Math.floor(clicks / 2), checkouts, worth: checkouts * (yen ? 4_000_000_000 : 39_900_000), visits: clicks - (d % 3) };
}

/** Days from the first to the last. */
export function* daysFrom(first: string, last: string): Generator<string> {
	for (let at = Date.parse(`${first}T00:00:00Z`); at <= Date.parse(`${last}T00:00:00Z`); at += DAY) yield new Date(at).toISOString().slice(0, 10);
}

/** The ads below something. */
export function adsBelow(world: AdsWorld, adAccount: string, level: 'account' | 'campaign' | 'adGroup' | 'ad', id: string): Entity[] {
	const all = entitiesOf(world, 'ad', adAccount);
	if (level === 'account') return all;
	return all.filter((ad) => ({ campaign: ad.campaign_id, adGroup: ad.ad_group_id, ad: ad.id })[level] === id);
}
