import { adAccounts, adGroups, ads, campaigns, SEEDED } from './seed';

export type Kind = 'campaign' | 'adGroup' | 'ad';

/** A campaign, an ad group or an ad, under Pinterest's own names. Amounts are in millionths. */
export interface Entity {
	id: string;
	ad_account_id: string;
	name: string | null;
	status: string;
	created_time: number;
	updated_time: number;
	[field: string]: unknown;
}

/** A report that was asked for. */
export interface Report {
	token: string;
	adAccount: string;
	wish: Record<string, unknown>;
	/** Clock milliseconds. */
	askedAt: number;
	/** How often its standing was asked for: at first it is not ready. */
	asked: number;
}

/** One of Pinterest's two worlds. */
export interface AdsWorld {
	campaign: Map<string, Entity>;
	adGroup: Map<string, Entity>;
	ad: Map<string, Entity>;
	reports: Map<string, Report>;
	/** Conversions that were recorded, by ad account and event ID; those without one, as offline events, by number. */
	events: Map<string, Record<string, unknown>>;
	/** Counts all that was ever made. */
	made: number;
}

const seeded = (list: readonly object[]): Map<string, Entity> =>
	new Map(
		list.map((one) => {
			const entity: Entity = { id: '', ad_account_id: '', name: null, status: 'PAUSED', created_time: SEEDED, updated_time: SEEDED, ...structuredClone(one) };
			return [entity.id, entity];
		}),
	);

/** IDs of before a reset never come again, as those of Pinterest never do. */
const APART = 10_000;
let worlds = 0;

const newAdsWorld = (): AdsWorld => ({ campaign: seeded(campaigns), adGroup: seeded(adGroups), ad: seeded(ads), reports: new Map(), events: new Map(), made: worlds++ * APART });

export type SavedAds = Record<'production' | 'sandbox', AdsWorld>;

/** What is advertised in both worlds. */
export const newAds = (): SavedAds => ({ production: newAdsWorld(), sandbox: newAdsWorld() });

/** IDs grow, so that the newest have the highest. */
const first = { campaign: 626_735_600_000, adGroup: 2_680_059_600_000, ad: 687_195_200_000 } as const;
export const nextId = (world: AdsWorld, kind: Kind): string => String(first[kind] + ++world.made);

/** In pages, newest or oldest first. */
export const entitiesOf = (world: AdsWorld, kind: Kind, adAccount: string): Entity[] => [...world[kind].values()].filter((one) => one.ad_account_id === adAccount);

export const adAccountOf = (id: string) => adAccounts.find((one) => one.id === id);
