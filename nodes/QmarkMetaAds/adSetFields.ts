import type { INodeProperties } from 'n8n-workflow';
import { metaAds } from '../platforms/metaAds';
import { dailyBudget, endTime, lifetimeBudget, newName, ownBudgets, startTime, status } from './changeFields';

const { ages } = metaAds;
const json = { type: 'json', default: '' } as const;

const age = { type: 'number', typeOptions: { minValue: ages.least, maxValue: ages.most } } as const;

/** Who sees the ads. */
const targetingOptions = [
	{ displayName: 'Advantage+ Audience', name: 'advantageAudience', type: 'boolean', default: false, description: 'Whether Meta may also show the ads to others whom it expects to be interested. Special ad categories must choose.' },
	{ displayName: 'Countries', name: 'countries', type: 'string', default: '', placeholder: 'e.g. FR, PT', description: 'Comma-separated country codes' },
	{ displayName: 'Custom Audiences', name: 'customAudiences', type: 'string', default: '', placeholder: 'e.g. 120300000000000001', description: 'Comma-separated IDs of audiences to reach' },
	{ displayName: 'Excluded Custom Audiences', name: 'excludedCustomAudiences', type: 'string', default: '', placeholder: 'e.g. 120300000000000001', description: 'Comma-separated IDs of audiences to leave out' },
	{
		displayName: 'Genders',
		name: 'genders',
		type: 'options',
		options: [
			{ name: 'All', value: 'all' },
			{ name: 'Men', value: 'men' },
			{ name: 'Women', value: 'women' },
		],
		default: 'all',
	},
	{ displayName: 'Interests', name: 'interests', type: 'string', default: '', placeholder: 'e.g. 6003139266461', description: 'Comma-separated IDs of interests' },
	{ displayName: 'Maximum Age', name: 'ageMax', ...age, default: 65 },
	{ displayName: 'Minimum Age', name: 'ageMin', ...age, default: 18 },
	{ displayName: 'Other Targeting (JSON)', name: 'json', ...json, placeholder: 'e.g. {"publisher_platforms": ["instagram"]}', description: 'More in Meta’s own words, such as cities, placements or behaviors; what is filled in beside it replaces its parts' },
] as const satisfies INodeProperties[];

const targeting = { displayName: 'Targeting', name: 'targeting', type: 'collection', placeholder: 'Add Target', default: {}, description: 'Who sees the ads: at least a country', options: targetingOptions } as const satisfies INodeProperties;

/** The same for a change, beside other fields. */
export const newTargeting = {
	displayName: 'Targeting',
	name: 'targeting',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Targeting',
	description: 'Takes the place of the whole targeting: fill in all of it',
	options: [{ displayName: 'Targeting', name: 'values', values: targetingOptions }],
} as const satisfies INodeProperties;

export const newAdSet = [
	{ displayName: 'Optimization Goal', name: 'optimizationGoal', type: 'options', options: [...metaAds.optimizationGoals], default: 'LINK_CLICKS', description: 'What Meta tries to get for the money' },
	{ displayName: 'Billing Event', name: 'billingEvent', type: 'options', options: [...metaAds.billingEvents], default: 'IMPRESSIONS', description: 'What is paid for' },
	{
		displayName: 'Budget',
		name: 'budgetType',
		type: 'options',
		options: [
			{ name: 'Campaign’s', value: 'campaign', description: 'The campaign has the budget' },
			{ name: 'Daily', value: 'daily' },
			{ name: 'Lifetime', value: 'lifetime' },
		],
		default: 'daily',
		description: 'Where the budget is; Meta takes one place only',
	},
	...ownBudgets,
	targeting,
] as const satisfies INodeProperties[];

const amount = { type: 'number', typeOptions: { minValue: 0, numberPrecision: 2 }, default: 0 } as const;

/** The settings in the alphabet's order, in pieces, as an update has others between them. */
const upToConversion = [
	{ displayName: 'Attribution Spec (JSON)', name: 'attributionSpec', ...json, placeholder: 'e.g. [{"event_type": "CLICK_THROUGH", "window_days": 7}]' },
	{ displayName: 'Beneficiary', name: 'beneficiary', type: 'string', default: '', description: 'Who benefits from the ads; the European Union wants it named' },
	{ displayName: 'Bid Amount', name: 'bidAmount', ...amount, description: 'The cap of a bid cap or a cost cap, in the currency of the ad account' },
	{ displayName: 'Bid Strategy', name: 'bidStrategy', type: 'options', options: [...metaAds.bidStrategies], default: 'LOWEST_COST_WITHOUT_CAP', description: 'How Meta bids where the ad set has the budget' },
	{ displayName: 'Conversion Event', name: 'conversionEvent', type: 'options', options: [...metaAds.conversionEvents], default: 'PURCHASE', description: 'The event of the dataset to optimize for' },
] as const satisfies INodeProperties[];

const upToEnd = [
	{ displayName: 'Daily Spend Cap', name: 'dailySpendCap', ...amount, description: 'The most that the ad set takes of the campaign’s daily budget, in the currency of the ad account' },
	{ displayName: 'Dataset ID', name: 'datasetId', type: 'string', default: '', placeholder: 'e.g. 440000000000001', description: 'The dataset (pixel) that counts the conversions' },
	{ displayName: 'Destination', name: 'destinationType', type: 'options', options: [...metaAds.destinations], default: 'WEBSITE', description: 'Where the ads lead to' },
	endTime,
] as const satisfies INodeProperties[];

const upToMinimum = [
	{ displayName: 'Lifetime Spend Cap', name: 'lifetimeSpendCap', ...amount, description: 'The most that the ad set takes of the campaign’s lifetime budget, in the currency of the ad account' },
	{ displayName: 'Minimum Return on Ad Spend', name: 'minimumRoas', type: 'number', typeOptions: { minValue: 0.01, numberPrecision: 4 }, default: 1, description: 'For the bid strategy of that name: 1.5 wants 1.50 back for each 1.00' },
] as const satisfies INodeProperties[];

const fromPage = [
	{ displayName: 'Page ID', name: 'pageId', type: 'string', default: '', placeholder: 'e.g. 100200300400501', description: 'The Facebook page that leads, conversations or likes are for' },
	{ displayName: 'Payor', name: 'payor', type: 'string', default: '', description: 'Who pays for the ads; the European Union wants it named' },
	{ displayName: 'Promoted Object (JSON)', name: 'promotedObject', ...json, placeholder: 'e.g. {"application_id": "1", "object_store_url": "https://…"}', description: 'What is promoted, in Meta’s own words, where page and dataset do not tell it' },
	startTime,
] as const satisfies INodeProperties[];

export const adSetDetails = [...upToConversion, ...upToEnd, ...upToMinimum, ...fromPage] as const;

export const adSetChanges = [...upToConversion, dailyBudget, ...upToEnd, lifetimeBudget, ...upToMinimum, newName, ...fromPage, status, newTargeting] as const;
