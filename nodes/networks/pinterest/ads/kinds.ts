import type { IDataObject } from 'n8n-workflow';

/** What is alike in the things of an ad account, by kind. */
const kinds = {
	campaign: { label: 'Campaign', collection: 'campaigns', ids: 'campaign_ids' },
	adGroup: { label: 'Ad Group', collection: 'ad_groups', ids: 'ad_group_ids' },
	ad: { label: 'Ad', collection: 'ads', ids: 'ad_ids' },
} as const;

export type Kind = keyof typeof kinds;

export const factsOf = (kind: Kind): { label: string; collection: string; ids: string } => kinds[kind];

/** Small, for sentences: `ad group`. */
export const nounOf = (kind: Kind): string => kinds[kind].label.toLowerCase();

/** One of them as Pinterest gives it; its amounts are in millionths. */
export type Live = IDataObject & { id: string; name?: string | null; status?: string };

/** `ad group “Bouquets”`; an ad may have no name. */
export const called = (kind: Kind, { id, name }: Live): string => `${nounOf(kind)} ${name ? `“${name}”` : id}`;
