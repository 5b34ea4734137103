import { breakdownShares } from './insightsFields';

/** What an ad did in some time, to some people: whole numbers, money in the currency's smallest unit. */
export const measures = ['impressions', 'clicks', 'spend', 'linkClicks', 'landings', 'purchases', 'purchaseValue', 'leads'] as const;
export type Totals = Record<(typeof measures)[number], number>;

export const none = (): Totals => ({ impressions: 0, clicks: 0, spend: 0, linkClicks: 0, landings: 0, purchases: 0, purchaseValue: 0, leads: 0 });

/** A number from 0 to 1 that is always the same for the same ad, day and measure. */
function chance(ad: number, day: number, measure: number): number {
	let state = Math.imul(ad ^ Math.imul(day, 0x9e3779b1) ^ Math.imul(measure + 1, 0x85ebca6b), 0xc2b2ae35);
	state ^= state >>> 15;
	state = Math.imul(state, 0x2c1b3c6d);
	state ^= state >>> 12;
	state = Math.imul(state, 0x297a2d39);
	return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
}

/** A number that stands for the ad. */
export const seedOf = (id: string): number => [...id].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5);

/** What one ad delivered on a day, of which this share has passed. `unit`: the currency's smallest units in one. */
export function dayOf(ad: number, day: number, passed: number, unit: number): Totals {
	const grown = (most: number, measure: number, least = 0) => Math.floor((least + (most - least) * chance(ad, day, measure)) * passed);
	const impressions = grown(1200, 1, 200);
	const clicks = Math.floor(impressions * (0.01 + 0.02 * chance(ad, day, 2)));
	const linkClicks = Math.floor(clicks * 0.7);
	const purchases = Math.floor(linkClicks * 0.15 * chance(ad, day, 3));
	return {
		...{ impressions, clicks, linkClicks, purchases, landings: Math.floor(linkClicks * 0.8) },
		spend: Math.floor(impressions * unit * (0.004 + 0.004 * chance(ad, day, 4))),
		purchaseValue: Math.floor(purchases * unit * (25 + 40 * chance(ad, day, 5))),
		leads: Math.floor(linkClicks * 0.1 * chance(ad, day, 6)),
	};
}

/** One combination of values of breakdowns: its values, and the part of the whole it begins and ends at. */
export interface Part {
	values: Record<string, string>;
	from: number;
	to: number;
}

/** All combinations, which together are the whole. */
export function partsOf(breakdowns: readonly string[]): Part[] {
	let parts: Part[] = [{ values: {}, from: 0, to: 1 }];
	for (const name of breakdowns) {
		const shares = breakdownShares[name] ?? [];
		parts = parts.flatMap(({ values, from, to }) => {
			let begun = 0;
			return shares.map(([value, share], index): Part => {
				const [start, end] = [begun, index === shares.length - 1 ? 1 : begun + share];
				begun = end;
				return { values: { ...values, [name]: value }, from: from + (to - from) * start, to: end === 1 ? to : from + (to - from) * end };
			});
		});
	}
	return parts;
}

/** The part's share of a whole number; the shares of all parts add up to it. `phase` decides who gets what cannot be divided. */
export const shareOf = (total: number, { from, to }: Pick<Part, 'from' | 'to'>, phase: number): number => Math.floor(total * to + phase) - Math.floor(total * from + phase);

export function add(sum: Totals, totals: Totals, part: Part, ad: number, day: number): void {
	const whole = part.from === 0 && part.to === 1;
	for (const [index, name] of measures.entries()) sum[name] += whole ? totals[name] : shareOf(totals[name], part, chance(ad, day, 20 + index));
}
