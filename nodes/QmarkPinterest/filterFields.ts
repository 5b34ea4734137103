import type { INodeProperties } from 'n8n-workflow';

export const appTypes = {
	displayName: 'App Type',
	name: 'appTypes',
	type: 'options',
	options: [{ name: 'All', value: 'ALL' }, { name: 'Mobile', value: 'MOBILE' }, { name: 'Tablet', value: 'TABLET' }, { name: 'Web', value: 'WEB' }],
	default: 'ALL',
	description: 'Where people saw it',
} as const satisfies INodeProperties;

const contentType = {
	displayName: 'Content Type',
	name: 'contentType',
	type: 'options',
	options: [{ name: 'All', value: 'ALL' }, { name: 'Organic', value: 'ORGANIC' }, { name: 'Paid', value: 'PAID' }],
	default: 'ALL',
} as const satisfies INodeProperties;

const fromClaimedContent = {
	displayName: 'From Claimed Accounts',
	name: 'fromClaimedContent',
	type: 'options',
	options: [
		{ name: 'Both', value: 'BOTH' },
		{ name: 'Claimed Only', value: 'CLAIMED', description: 'Pins that lead to a claimed website' },
		{ name: 'Others Only', value: 'OTHER' },
	],
	default: 'BOTH',
} as const satisfies INodeProperties;

const pinFormat = {
	displayName: 'Pin Format',
	name: 'pinFormat',
	type: 'options',
	options: [
		{ name: 'Ads: Idea', value: 'ADS_IDEA' },
		{ name: 'Ads: Product', value: 'ADS_PRODUCT' },
		{ name: 'Ads: Standard', value: 'ADS_STANDARD' },
		{ name: 'Ads: Video', value: 'ADS_VIDEO' },
		{ name: 'All', value: 'ALL' },
		{ name: 'Organic: Image', value: 'ORGANIC_IMAGE' },
		{ name: 'Organic: Product', value: 'ORGANIC_PRODUCT' },
		{ name: 'Organic: Video', value: 'ORGANIC_VIDEO' },
	],
	default: 'ALL',
} as const satisfies INodeProperties;

const source = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	options: [{ name: 'All', value: 'ALL' }, { name: 'Other People’s Pins', value: 'OTHER_PINS' }, { name: 'Your Pins', value: 'YOUR_PINS' }],
	default: 'ALL',
} as const satisfies INodeProperties;

/** What may be left out of an account's numbers, sorted. */
export const accountFilters = [appTypes, contentType, fromClaimedContent, pinFormat, source] as const;

const onlyNewPins = {
	displayName: 'Only New Pins',
	name: 'onlyNewPins',
	type: 'boolean',
	default: false,
	description: 'Whether to look at Pins of the last 30 days only',
} as const satisfies INodeProperties;

const split = { displayName: 'Split By', name: 'splitField', description: 'Each row names its group' } as const;
const unsplit = { name: 'Nothing', value: 'NO_SPLIT' } as const;
const byApp = { name: 'App Type', value: 'APP_TYPE' } as const;

export const pinSplit = { ...split, type: 'options', options: [byApp, unsplit], default: 'NO_SPLIT' } as const satisfies INodeProperties;

export const accountSplit = {
	...split,
	type: 'options',
	options: [byApp, { name: 'Claimed Content', value: 'OWNED_CONTENT' }, unsplit, { name: 'Pin Format', value: 'PIN_FORMAT' }, { name: 'Source', value: 'SOURCE' }],
	default: 'NO_SPLIT',
} as const satisfies INodeProperties;

/** The same for the best Pins. */
export const topFilters = [appTypes, contentType, fromClaimedContent, onlyNewPins, pinFormat, source] as const;
