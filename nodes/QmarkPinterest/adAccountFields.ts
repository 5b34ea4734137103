import type { INodeProperties } from 'n8n-workflow';
import { listOrId } from '../core/fields';
import { pinterestAds } from '../platforms/pinterestAds';

const locator = { type: 'resourceLocator', default: { mode: 'list', value: '' }, required: true } as const;

/** Everything about ads is about one ad account: its currency counts the money. */
export const adAccount = { displayName: 'Ad Account', name: 'adAccount', ...locator, description: 'The ad account to work in', modes: listOrId('searchAdAccounts', 'e.g. 549755885175', 'An ad account') } as const satisfies INodeProperties;

export const campaign = { displayName: 'Campaign', name: 'campaign', ...locator, description: 'The campaign of this ad account', modes: listOrId('searchCampaigns', 'e.g. 626735565838', 'A campaign') } as const satisfies INodeProperties;

export const adGroup = { displayName: 'Ad Group', name: 'adGroup', ...locator, description: 'The ad group of this ad account', modes: listOrId('searchAdGroups', 'e.g. 2680059592705', 'An ad group') } as const satisfies INodeProperties;

export const ad = { displayName: 'Ad', name: 'ad', ...locator, description: 'The ad of this ad account', modes: listOrId('searchAds', 'e.g. 687195134316', 'An ad') } as const satisfies INodeProperties;

export const oneCampaign = [adAccount, campaign] as const;
export const oneAdGroup = [adAccount, adGroup] as const;
export const oneAd = [adAccount, ad] as const;

export const accountOptions = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [{ displayName: 'Shared Accounts', name: 'shared', type: 'boolean', default: true, description: 'Whether to include ad accounts that others have shared with the connected account' }],
} as const satisfies INodeProperties;

const list = (displayName: string, name: string, placeholder: string, description: string) => ({ displayName, name, type: 'string', default: '', placeholder, description }) as const;

const ids = list('IDs', 'ids', 'e.g. 626735565838, 626735565839', 'Comma-separated IDs of those to get');
const campaigns = list('Campaign IDs', 'campaigns', 'e.g. 626735565838', 'Comma-separated IDs of campaigns whose content to get');
const adGroups = list('Ad Group IDs', 'adGroups', 'e.g. 2680059592705', 'Comma-separated IDs of ad groups whose ads to get');

export const statuses = { displayName: 'Statuses', name: 'statuses', type: 'multiOptions', options: [...pinterestAds.statuses], default: [], description: 'Only those with one of these statuses; without a choice the active and paused ones' } as const satisfies INodeProperties;

const newestFirst = { displayName: 'Newest First', name: 'newestFirst', type: 'boolean', default: true, description: 'Whether the newest come first' } as const satisfies INodeProperties;

const filters = { displayName: 'Filters', name: 'filters', type: 'collection', placeholder: 'Add Filter', default: {}, description: 'Pinterest filters by one kind of IDs at a time' } as const;

export const campaignFilters = { ...filters, options: [ids, newestFirst, statuses] } as const satisfies INodeProperties;
export const adGroupFilters = { ...filters, options: [campaigns, ids, newestFirst, statuses] } as const satisfies INodeProperties;
export const adFilters = { ...filters, options: [adGroups, campaigns, ids, newestFirst, statuses] } as const satisfies INodeProperties;
