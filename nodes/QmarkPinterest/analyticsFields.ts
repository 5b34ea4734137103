import type { INodeProperties } from 'n8n-workflow';

/** The days to count. */
export const span = [
	{ displayName: 'Start Date', name: 'startDate', type: 'dateTime', default: '', description: 'The first day, in UTC, at most 89 days back. Empty: 30 days ago.' },
	{ displayName: 'End Date', name: 'endDate', type: 'dateTime', default: '', description: 'The last day, in UTC. Empty: today.' },
] as const satisfies readonly INodeProperties[];

export const rows = {
	displayName: 'Rows',
	name: 'rows',
	type: 'options',
	options: [
		{ name: 'A Row for Each Day', value: 'days' },
		{ name: 'Totals', value: 'totals', description: 'One row for all days, with the numbers of the Pin’s whole life where Pinterest gives them' },
	],
	default: 'days',
	description: 'Numbers are given for days that Pinterest calls READY; other days have their status alone',
} as const satisfies INodeProperties;

const list = { displayName: 'Metrics', name: 'metrics', required: true } as const;

export const accountMetrics = {
	...list,
	type: 'multiOptions',
	options: [
		{ name: 'Engagement Rate', value: 'ENGAGEMENT_RATE' },
		{ name: 'Engagements', value: 'ENGAGEMENT' },
		{ name: 'Impressions', value: 'IMPRESSION' },
		{ name: 'Outbound Click Rate', value: 'OUTBOUND_CLICK_RATE' },
		{ name: 'Outbound Clicks', value: 'OUTBOUND_CLICK' },
		{ name: 'Pin Click Rate', value: 'PIN_CLICK_RATE' },
		{ name: 'Pin Clicks', value: 'PIN_CLICK' },
		{ name: 'Save Rate', value: 'SAVE_RATE' },
		{ name: 'Saves', value: 'SAVE' },
	],
	default: ['ENGAGEMENT', 'IMPRESSION', 'OUTBOUND_CLICK', 'PIN_CLICK', 'SAVE'],
} as const satisfies INodeProperties;

const views = [
	{ name: 'Video Average Watch Time', value: 'VIDEO_AVG_WATCH_TIME' },
	{ name: 'Video Starts', value: 'VIDEO_START' },
	{ name: 'Video Views', value: 'VIDEO_MRC_VIEW' },
	{ name: 'Video Views of 10 Seconds', value: 'VIDEO_10S_VIEW' },
	{ name: 'Video Views of 95 Percent', value: 'QUARTILE_95_PERCENT_VIEW' },
	{ name: 'Video Watch Time', value: 'VIDEO_V50_WATCH_TIME' },
] as const;

export const pinMetrics = {
	...list,
	type: 'multiOptions',
	options: [
		{ name: 'Comments', value: 'TOTAL_COMMENTS' },
		{ name: 'Follows', value: 'USER_FOLLOW' },
		{ name: 'Impressions', value: 'IMPRESSION' },
		{ name: 'Outbound Clicks', value: 'OUTBOUND_CLICK' },
		{ name: 'Pin Clicks', value: 'PIN_CLICK' },
		{ name: 'Profile Visits', value: 'PROFILE_VISIT' },
		{ name: 'Reactions', value: 'TOTAL_REACTIONS' },
		{ name: 'Save Rate', value: 'SAVE_RATE' },
		{ name: 'Saves', value: 'SAVE' },
		...views,
	],
	default: ['IMPRESSION', 'OUTBOUND_CLICK', 'PIN_CLICK', 'SAVE'],
	description: 'Those of videos are for video Pins',
} as const satisfies INodeProperties;

export const videoMetrics = {
	...list,
	type: 'multiOptions',
	options: [{ name: 'Impressions', value: 'IMPRESSION' }, { name: 'Outbound Clicks', value: 'OUTBOUND_CLICK' }, { name: 'Saves', value: 'SAVE' }, ...views],
	default: ['IMPRESSION', 'OUTBOUND_CLICK', 'SAVE', 'VIDEO_MRC_VIEW'],
} as const satisfies INodeProperties;

const sort = { displayName: 'Sort By', name: 'sortBy', description: 'What makes a Pin the best' } as const;

export const sortBy = {
	...sort,
	type: 'options',
	options: [
		{ name: 'Engagements', value: 'ENGAGEMENT' },
		{ name: 'Impressions', value: 'IMPRESSION' },
		{ name: 'Outbound Clicks', value: 'OUTBOUND_CLICK' },
		{ name: 'Pin Clicks', value: 'PIN_CLICK' },
		{ name: 'Saves', value: 'SAVE' },
	],
	default: 'IMPRESSION',
} as const satisfies INodeProperties;

export const videoSortBy = {
	...sort,
	type: 'options',
	options: [{ name: 'Impressions', value: 'IMPRESSION' }, { name: 'Outbound Clicks', value: 'OUTBOUND_CLICK' }, { name: 'Saves', value: 'SAVE' }, ...views],
	default: 'IMPRESSION',
} as const satisfies INodeProperties;

export const best = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
} as const satisfies INodeProperties;

export const pinIds = {
	displayName: 'Pin IDs',
	name: 'pinIds',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. 813744226420795884',
	description: 'Up to 100 IDs, one a line; an expression may give a list',
} as const satisfies INodeProperties;
