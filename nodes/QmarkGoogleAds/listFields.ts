import type { INodeProperties } from 'n8n-workflow';

const filters = { displayName: 'Filters', name: 'filters', type: 'collection', placeholder: 'Add Filter', default: {} } as const;

const nameContains = { displayName: 'Name Contains', name: 'nameContains', type: 'string', default: '', description: 'Only those with this in their name' } as const satisfies INodeProperties;

const textContains = { displayName: 'Text Contains', name: 'textContains', type: 'string', default: '', description: 'Only keywords with this in them' } as const satisfies INodeProperties;

const enabled = { name: 'Enabled', value: 'ENABLED' } as const;
const paused = { name: 'Paused', value: 'PAUSED' } as const;
const removed = { name: 'Removed', value: 'REMOVED' } as const;

const statuses = {
	displayName: 'Status',
	name: 'statuses',
	type: 'multiOptions',
	options: [enabled, paused, removed],
	default: [],
	description: 'Only those in one of these states; removed ones are listed only if they are asked for',
} as const satisfies INodeProperties;

const budgetStatuses = { ...statuses, options: [enabled, removed], default: [] } as const satisfies INodeProperties;

const inCampaign = { displayName: 'Campaign ID', name: 'campaign', type: 'string', default: '', placeholder: 'e.g. 21000000001', description: 'Only those of this campaign' } as const satisfies INodeProperties;

const inAdGroup = { displayName: 'Ad Group ID', name: 'adGroup', type: 'string', default: '', placeholder: 'e.g. 150000000001', description: 'Only those of this ad group' } as const satisfies INodeProperties;

export const campaignFilters = { ...filters, options: [nameContains, statuses] } as const satisfies INodeProperties;
export const budgetFilters = { ...filters, options: [nameContains, budgetStatuses] } as const satisfies INodeProperties;
export const adGroupFilters = { ...filters, options: [inCampaign, nameContains, statuses] } as const satisfies INodeProperties;
export const keywordFilters = { ...filters, options: [inAdGroup, inCampaign, statuses, textContains] } as const satisfies INodeProperties;
export const adFilters = { ...filters, options: [inAdGroup, inCampaign, statuses] } as const satisfies INodeProperties;
