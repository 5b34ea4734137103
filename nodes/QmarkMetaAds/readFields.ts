import type { INodeProperties } from 'n8n-workflow';
import { metaAds } from '../platforms/metaAds';
import { ad, adAccount, adSet, campaign, fieldNames, options } from './fields';

const ids = { displayName: 'IDs', name: 'ids', type: 'string', default: '', placeholder: 'e.g. 120200000000000001, 120200000000000002', description: 'Comma-separated IDs; just these are read, many in one call, and the other filters do not count' } as const satisfies INodeProperties;

const statuses = { displayName: 'Effective Status', name: 'statuses', type: 'multiOptions', options: [...metaAds.effectiveStatuses], default: [], description: 'Only those in one of these states; archived and deleted ones are listed only if they are asked for' } as const satisfies INodeProperties;

const updatedSince = { displayName: 'Updated Since', name: 'updatedSince', type: 'dateTime', default: '', description: 'Leave out what has not changed since' } as const satisfies INodeProperties;

const within = { displayName: 'Campaign ID', name: 'campaignId', type: 'string', default: '', placeholder: 'e.g. 120100000000000001', description: 'Only those of this campaign' } as const satisfies INodeProperties;

const inAdSet = { displayName: 'Ad Set ID', name: 'adSetId', type: 'string', default: '', placeholder: 'e.g. 120200000000000001', description: 'Only those of this ad set' } as const satisfies INodeProperties;

const filters = { displayName: 'Filters', name: 'filters', type: 'collection', placeholder: 'Add Filter', default: {} } as const;

export const campaignFilters = { ...filters, options: [statuses, ids] } as const satisfies INodeProperties;
export const adSetFilters = { ...filters, options: [within, statuses, ids, updatedSince] } as const satisfies INodeProperties;
export const adFilters = { ...filters, options: [inAdSet, within, statuses, ids, updatedSince] } as const satisfies INodeProperties;
export const creativeFilters = { ...filters, options: [ids] } as const satisfies INodeProperties;

export const chosenFields = { ...options, options: [fieldNames] } as const satisfies INodeProperties;

/** One object of the account. */
export const oneCampaign = [adAccount, campaign] as const;
export const oneAdSet = [adAccount, adSet] as const;
export const oneAd = [adAccount, ad] as const;

const byName = { displayName: 'Name', name: 'name', type: 'string', default: '', description: 'Only those with this name' } as const satisfies INodeProperties;

export const imageFilters = {
	...filters,
	options: [{ displayName: 'Hashes', name: 'hashes', type: 'string', default: '', placeholder: 'e.g. 02bee5277ec507b6fd0f9b9ff2f22d9c', description: 'Comma-separated hashes; only these images' }, byName],
} as const satisfies INodeProperties;

export const videoFilters = { ...filters, options: [{ displayName: 'Title', name: 'title', type: 'string', default: '', description: 'Only those with this title' }] } as const satisfies INodeProperties;
