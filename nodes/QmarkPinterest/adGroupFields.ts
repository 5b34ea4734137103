import type { INodeProperties } from 'n8n-workflow';
import { pinterestAds } from '../platforms/pinterestAds';
import { additionalFields, bid, budget, confirm, endTime, firstStatus, name, newName, noEndTime, startTime, status, trackingUrls, updateFields } from './adChangeFields';

const age = { type: 'number', typeOptions: { minValue: pinterestAds.ages.least, maxValue: pinterestAds.ages.most } } as const;
const list = (displayName: string, name: string, placeholder: string, description: string) => ({ displayName, name, type: 'string', default: '', placeholder, description }) as const;

/** Who sees the ads. */
const targetingOptions = [
	list('Audience IDs', 'audiences', 'e.g. 2542620905473', 'Comma-separated IDs of audiences to reach'),
	{ displayName: 'Devices', name: 'devices', type: 'multiOptions', options: [...pinterestAds.devices], default: [], description: 'All of them unless some are chosen' },
	list('Excluded Audience IDs', 'excludedAudiences', 'e.g. 2542620905475', 'Comma-separated IDs of audiences to leave out'),
	{
		displayName: 'Genders',
		name: 'genders',
		type: 'multiOptions',
		options: [
			{ name: 'Female', value: 'female' },
			{ name: 'Male', value: 'male' },
			{ name: 'Unknown', value: 'unknown' },
		],
		default: [],
		description: 'All of them unless some are chosen',
	},
	list('Interest IDs', 'interests', 'e.g. 925056443165', 'Comma-separated IDs of interests'),
	list('Languages', 'languages', 'e.g. fr, pt', 'Comma-separated codes of languages'),
	list('Locations', 'locations', 'e.g. FR, PT', 'Comma-separated codes of countries, or numbers of market areas of the United States'),
	{ displayName: 'Maximum Age', name: 'ageMax', ...age, default: 65, description: 'The highest age, where 65 includes all above' },
	{ displayName: 'Minimum Age', name: 'ageMin', ...age, default: 18, description: 'The lowest age' },
	{ displayName: 'Other Targeting (JSON)', name: 'json', type: 'json', default: '', placeholder: 'e.g. {"TARGETING_STRATEGY": ["FIND_NEW_CUSTOMERS"]}', description: 'More in Pinterest’s own words; what is filled in beside it replaces its parts' },
	list('Regions', 'regions', 'e.g. BE-VOV', 'Comma-separated codes of regions, or of postal areas such as US-94107; not both'),
] as const satisfies INodeProperties[];

const targeting = { displayName: 'Targeting', name: 'targeting', type: 'collection', placeholder: 'Add Target', default: {}, description: 'Who sees the ads', options: targetingOptions } as const satisfies INodeProperties;

/** The same for a change, beside other fields. */
const newTargeting = { displayName: 'Targeting', name: 'targeting', type: 'fixedCollection', default: {}, placeholder: 'Add Targeting', description: 'Takes the place of the whole targeting: fill in all of it', options: [{ displayName: 'Targeting', name: 'values', values: targetingOptions }] } as const satisfies INodeProperties;

const bidStrategy = { displayName: 'Bid Strategy', name: 'bidStrategy', type: 'options', options: [...pinterestAds.bidStrategies], default: 'AUTOMATIC_BID', description: 'How Pinterest bids' } as const satisfies INodeProperties;

const autoTargeting = { displayName: 'Auto-Targeting', name: 'autoTargeting', type: 'boolean', default: true, description: 'Whether Pinterest may also show the ads to others whom it expects to be interested' } as const satisfies INodeProperties;

const frequencyCap = { displayName: 'Frequency Cap', name: 'frequencyCap', type: 'number', typeOptions: { minValue: 1 }, default: 1, description: 'How often a person sees an ad at most in 30 days, where impressions are paid for' } as const satisfies INodeProperties;

const optimizationGoal = { displayName: 'Optimization Goal (JSON)', name: 'optimizationGoal', type: 'json', default: '', placeholder: 'e.g. {"conversion_tag_v3_goal_metadata": {"conversion_event": "CHECKOUT", "conversion_tag_id": "2617998078212"}}', description: 'What Pinterest’s reference calls optimization_goal_metadata; a campaign for conversions needs it' } as const satisfies INodeProperties;

const pacing = {
	displayName: 'Pacing',
	name: 'pacing',
	type: 'options',
	options: [
		{ name: 'Accelerated', value: 'ACCELERATED', description: 'As fast as possible' },
		{ name: 'Standard', value: 'STANDARD', description: 'Evenly over the day' },
	],
	default: 'STANDARD',
	description: 'How fast the budget is spent',
} as const satisfies INodeProperties;

const placement = { displayName: 'Placement', name: 'placement', type: 'options', options: [...pinterestAds.placements], default: 'ALL', description: 'Where the ads show' } as const satisfies INodeProperties;

export const newAdGroup = [
	name,
	{ displayName: 'Paid For', name: 'billableEvent', type: 'options', options: [...pinterestAds.billableEvents], default: 'CLICKTHROUGH', description: 'What is paid for; it has to go with the objective of the campaign' },
	{
		displayName: 'Budget Type',
		name: 'budgetType',
		type: 'options',
		options: [...pinterestAds.budgetTypes],
		default: 'DAILY',
		description: 'Where the budget is, and for how long',
	},
	{ ...budget, required: true, displayOptions: { show: { budgetType: ['DAILY', 'LIFETIME'] } } },
	bidStrategy,
	{ ...bid, required: true, displayOptions: { show: { bidStrategy: ['MAX_BID', 'TARGET_AVG'] } } },
	targeting,
	firstStatus,
	confirm,
	{ ...additionalFields, options: [autoTargeting, endTime, frequencyCap, optimizationGoal, pacing, placement, startTime, trackingUrls] },
] as const satisfies INodeProperties[];

export const adGroupChanges = {
	...updateFields,
	options: [autoTargeting, bid, bidStrategy, budget, endTime, frequencyCap, newName, noEndTime, optimizationGoal, pacing, placement, startTime, status, newTargeting, trackingUrls],
} as const satisfies INodeProperties;
