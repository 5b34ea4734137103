import type { INodeProperties } from 'n8n-workflow';
import { additionalFields, amount, checking, dailyBudget, endDate, firstStatus, maximumCpc, name, newName, options, startDate, status, targetCpa, targetRoas, updateFields, validateOnly } from './changeFields';

const shownFor = (strategy: string) => ({ show: { biddingStrategy: [strategy] } });

const networks = {
	displayName: 'Networks',
	name: 'networks',
	type: 'multiOptions',
	options: [
		{ name: 'Google Display Network', value: 'DISPLAY' },
		{ name: 'Google Search Partners', value: 'SEARCH_PARTNERS' },
	],
	default: ['SEARCH_PARTNERS'],
	description: 'Where the ads show beside Google Search',
} as const satisfies INodeProperties;

const euPoliticalAds = {
	displayName: 'Political Advertising in the EU',
	name: 'euPoliticalAds',
	type: 'boolean',
	default: false,
	description: 'Whether the campaign contains political advertising for the European Union; Google wants this declared of every campaign',
} as const satisfies INodeProperties;

/** A search campaign and its budget. */
export const newCampaign = [
	name,
	dailyBudget,
	{
		displayName: 'Bidding Strategy',
		name: 'biddingStrategy',
		type: 'options',
		options: [
			{ name: 'Manual CPC', value: 'MANUAL_CPC', description: 'You bid for clicks, on ad groups and keywords' },
			{ name: 'Maximize Clicks', value: 'TARGET_SPEND', description: 'As many clicks as the budget allows' },
			{ name: 'Maximize Conversion Value', value: 'MAXIMIZE_CONVERSION_VALUE', description: 'As much revenue as the budget allows' },
			{ name: 'Maximize Conversions', value: 'MAXIMIZE_CONVERSIONS', description: 'As many conversions as the budget allows' },
		],
		default: 'TARGET_SPEND',
		description: 'How Google bids for the ads',
	},
	{ ...maximumCpc, displayOptions: shownFor('TARGET_SPEND'), description: 'The most that a click may cost, in the currency of the account; 0 is no limit' },
	{ ...targetCpa, displayOptions: shownFor('MAXIMIZE_CONVERSIONS'), description: 'What a conversion may cost on average, in the currency of the account; 0 leaves it to Google' },
	{ ...targetRoas, displayOptions: shownFor('MAXIMIZE_CONVERSION_VALUE'), description: 'What shall come back for each unit spent, 3.5 for 350 %; 0 leaves it to Google' },
	firstStatus,
	{ ...additionalFields, options: [endDate, networks, euPoliticalAds, startDate] },
	checking,
] as const satisfies INodeProperties[];

const noEndDate = { displayName: 'No End Date', name: 'noEndDate', type: 'boolean', default: true, description: 'Whether the campaign runs on without an end' } as const satisfies INodeProperties;

export const campaignChanges = { ...updateFields, options: [endDate, { ...maximumCpc, description: 'The most that a click may cost, where the campaign maximizes clicks' }, newName, noEndDate, startDate, status, targetCpa, targetRoas] } as const satisfies INodeProperties;

export const newBudget = [
	name,
	{ ...amount, required: true },
	{ displayName: 'Shared', name: 'shared', type: 'boolean', default: false, description: 'Whether several campaigns may spend it together; this cannot be taken back' },
	checking,
] as const satisfies INodeProperties[];

export const budgetChanges = { ...updateFields, options: [amount, { ...newName, description: 'A new name, for a shared budget' }] } as const satisfies INodeProperties;

export const largestIncrease = {
	displayName: 'Largest Increase (%)',
	name: 'largestIncrease',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 100,
	description: 'By how much a budget may be raised at most, in percent of what it is now; a larger raise is refused',
} as const satisfies INodeProperties;

export const budgetOptions = {
	...options,
	options: [{ displayName: 'Change Shared Budgets', name: 'allowShared', type: 'boolean', default: true, description: 'Whether to change a budget although other campaigns spend it too' }, validateOnly],
} as const satisfies INodeProperties;
