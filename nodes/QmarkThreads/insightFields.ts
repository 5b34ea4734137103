import type { INodeProperties } from 'n8n-workflow';
import { since, until } from './fields';

export const postMetricsField = {
	displayName: 'Metrics',
	name: 'metrics',
	type: 'multiOptions',
	options: [
		{ name: 'Likes', value: 'likes' },
		{ name: 'Quotes', value: 'quotes' },
		{ name: 'Replies', value: 'replies' },
		{ name: 'Reposts', value: 'reposts' },
		{ name: 'Shares', value: 'shares' },
		{ name: 'Views', value: 'views' },
	],
	required: true,
	default: ['likes', 'quotes', 'replies', 'reposts', 'shares', 'views'],
} as const satisfies INodeProperties;

export const accountMetricsField = {
	displayName: 'Metrics',
	name: 'metrics',
	type: 'multiOptions',
	options: [
		{ name: 'Clicks on Links', value: 'clicks' },
		{ name: 'Follower Demographics', value: 'follower_demographics' },
		{ name: 'Followers', value: 'followers_count' },
		{ name: 'Likes', value: 'likes' },
		{ name: 'Quotes', value: 'quotes' },
		{ name: 'Replies', value: 'replies' },
		{ name: 'Reposts', value: 'reposts' },
		{ name: 'Views', value: 'views' },
	],
	required: true,
	default: ['views', 'likes', 'replies', 'followers_count'],
	description: 'Demographics need an account with at least 100 followers',
} as const satisfies INodeProperties;

export const accountInsightOptions = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Demographics By',
			name: 'demographicsBy',
			type: 'options',
			options: [
				{ name: 'Age', value: 'age' },
				{ name: 'City', value: 'city' },
				{ name: 'Country', value: 'country' },
				{ name: 'Gender', value: 'gender' },
			],
			default: 'country',
		},
		{ ...since, description: 'Start of the days to count. Followers and their demographics are always as of now.' },
		{ ...until, description: 'End of the days to count' },
	],
} as const satisfies INodeProperties;
