import type { INodeProperties } from 'n8n-workflow';
import { since, until } from './fields';

export const query = {
	displayName: 'Query',
	name: 'query',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. camellia',
	description: 'A word or topic to look for. Without Meta’s review of the permission, only posts of the account itself are found.',
} as const satisfies INodeProperties;

export const searchOptions = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Search Type',
			name: 'searchType',
			type: 'options',
			options: [
				{ name: 'Most Popular', value: 'TOP' },
				{ name: 'Newest', value: 'RECENT' },
			],
			default: 'TOP',
		},
		{ ...since, description: 'Find only posts from then on' },
		{ ...until, description: 'Find only posts up to then' },
	],
} as const satisfies INodeProperties;
