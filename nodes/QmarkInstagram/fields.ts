import type { INodeProperties } from 'n8n-workflow';

/** The Instagram professional account that acts; it must be linked to a Facebook page. */
export const account = {
	displayName: 'Account',
	name: 'account',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The Instagram professional account to act as',
	modes: [
		{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchAccounts', searchable: true } },
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 17841400000000001',
			validation: [{ type: 'regex', properties: { regex: '[0-9]+', errorMessage: 'An account ID is a number' } }],
		},
	],
} as const satisfies INodeProperties;
