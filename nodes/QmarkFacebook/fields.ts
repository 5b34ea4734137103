import type { INodeProperties } from 'n8n-workflow';

/** The page that acts. Its own token signs the call. */
export const page = {
	displayName: 'Page',
	name: 'page',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The Facebook page to act as',
	modes: [
		{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchPages', searchable: true } },
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 100200300400501',
			validation: [{ type: 'regex', properties: { regex: '[0-9]+', errorMessage: 'A page ID is a number' } }],
		},
	],
} as const satisfies INodeProperties;
