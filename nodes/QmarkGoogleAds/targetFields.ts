import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';
import { account } from './fields';

/** n8n’s linters take it for a field if it names its type itself. */
const text = { type: 'string' } as const;

const one: INodePropertyMode = { displayName: 'By ID', name: 'id', ...text, placeholder: 'e.g. 21000000001', validation: [{ type: 'regex', properties: { regex: '(customers/[0-9]+/[a-zA-Z]+/)?[0-9]+', errorMessage: 'An ID is a number; a resource name will do too' } }] };

/** What is in an ad group is named by the ad group too. */
const two: INodePropertyMode = { displayName: 'By ID', name: 'id', ...text, placeholder: 'e.g. 150000000001~300000000001', validation: [{ type: 'regex', properties: { regex: '(customers/[0-9]+/[a-zA-Z]+/)?[0-9]+~[0-9]+', errorMessage: 'Give two IDs with a ~ between them, that of the ad group first; a resource name will do too' } }] };

const locator = { type: 'resourceLocator', default: { mode: 'list', value: '' }, required: true } as const;

export const campaign = {
	displayName: 'Campaign',
	name: 'campaign',
	...locator,
	description: 'The campaign of this account',
	modes: [{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchCampaigns', searchable: true } }, one],
} as const satisfies INodeProperties;

export const adGroup = {
	displayName: 'Ad Group',
	name: 'adGroup',
	...locator,
	description: 'The ad group of this account',
	modes: [{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchAdGroups', searchable: true } }, one],
} as const satisfies INodeProperties;

export const budget = {
	displayName: 'Budget',
	name: 'budget',
	...locator,
	description: 'The budget of this account',
	modes: [{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchBudgets', searchable: true } }, one],
} as const satisfies INodeProperties;

export const keyword = {
	displayName: 'Keyword',
	name: 'keyword',
	...locator,
	description: 'The keyword of this account; by ID, that of its ad group comes first',
	modes: [{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchKeywords', searchable: true } }, two],
} as const satisfies INodeProperties;

export const ad = {
	displayName: 'Ad',
	name: 'ad',
	...locator,
	description: 'The ad of this account; by ID, that of its ad group comes first',
	modes: [{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchAds', searchable: true } }, two],
} as const satisfies INodeProperties;

export const negativeList = {
	displayName: 'Negative Keyword List',
	name: 'list',
	...locator,
	description: 'The list of negative keywords that campaigns share',
	modes: [{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchNegativeLists', searchable: true } }, one],
} as const satisfies INodeProperties;

export const oneCampaign = [account, campaign] as const;
export const oneBudget = [account, budget] as const;
export const oneAdGroup = [account, adGroup] as const;
export const oneKeyword = [account, keyword] as const;
export const oneAd = [account, ad] as const;
