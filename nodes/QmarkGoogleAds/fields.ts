import type { INodeProperties } from 'n8n-workflow';
import { listOrId } from '../core/fields';

/** Every operation is about one account: its currency counts the money. */
export const account = {
	displayName: 'Account',
	name: 'account',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The Google Ads account to work in',
	modes: [
		{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchAccounts', searchable: true } },
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 123-456-7890',
			validation: [{ type: 'regex', properties: { regex: '[0-9]{3}-?[0-9]{3}-?[0-9]{4}', errorMessage: 'A Google Ads account ID has ten digits' } }],
		},
	],
} as const satisfies INodeProperties;

export const campaign = {
	displayName: 'Campaign',
	name: 'campaign',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The campaign that is meant',
	modes: listOrId('searchCampaigns', 'e.g. 21234567890', 'A campaign'),
} as const satisfies INodeProperties;
