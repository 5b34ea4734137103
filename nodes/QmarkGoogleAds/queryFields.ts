import type { INodeProperties } from 'n8n-workflow';

export const query = {
	displayName: 'Query',
	name: 'query',
	type: 'string',
	typeOptions: { rows: 5 },
	required: true,
	default: '',
	placeholder: 'e.g. SELECT campaign.id, campaign.name FROM campaign',
	description: 'The query, as Google’s query builder writes it',
} as const satisfies INodeProperties;

export const queryOptions = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{ displayName: 'Amounts in Major Units', name: 'amounts', type: 'boolean', default: true, description: 'Whether to turn micros into whole units of the account’s currency: costMicros 1230000 into cost 1.23' },
		{ displayName: 'Flatten', name: 'flatten', type: 'boolean', default: true, description: 'Whether to put all fields of a row side by side, named like campaign.name, instead of inside each other' },
		{
			displayName: 'Read By',
			name: 'readBy',
			type: 'options',
			options: [
				{ name: 'Pages', value: 'pages', description: 'A page that is lost is asked for again' },
				{ name: 'Stream', value: 'stream', description: 'All rows in one answer: faster for large ones, but a line that breaks begins anew' },
			],
			default: 'pages',
			description: 'How the rows come from Google; either way, a query is one of the day’s operations',
		},
	],
} as const satisfies INodeProperties;
