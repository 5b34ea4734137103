import type { INodeProperties } from 'n8n-workflow';
import { metaAds } from '../platforms/metaAds';
import { dailyBudget, lifetimeBudget, newName, ownBudgets, spendCap, startTime, status, stopTime } from './changeFields';

const categories = {
	displayName: 'Special Ad Categories',
	name: 'specialAdCategories',
	type: 'multiOptions',
	options: [...metaAds.categories],
	default: [],
	description: 'Meta wants to know of ads for credit, jobs, housing, gambling or politics; leave it empty for all others',
} as const satisfies INodeProperties;

const countries = {
	displayName: 'Special Ad Category Countries',
	name: 'specialAdCategoryCountries',
	type: 'string',
	default: '',
	placeholder: 'e.g. FR, PT',
	description: 'Comma-separated country codes; special ad categories need them',
} as const satisfies INodeProperties;

const bidStrategy = { displayName: 'Bid Strategy', name: 'bidStrategy', type: 'options', options: [...metaAds.bidStrategies], default: 'LOWEST_COST_WITHOUT_CAP', description: 'How Meta bids where the campaign has the budget' } as const satisfies INodeProperties;

const shareBudgets = {
	displayName: 'Share Ad Set Budgets',
	name: 'shareBudgets',
	type: 'boolean',
	default: false,
	description: 'Whether ad sets with budgets of their own may give up to a fifth of them to each other',
} as const satisfies INodeProperties;

/** What a new campaign is, and who pays for it: the campaign or its ad sets. */
export const newCampaign = [
	{ displayName: 'Objective', name: 'objective', type: 'options', options: [...metaAds.objectives], default: 'OUTCOME_TRAFFIC', description: 'What the campaign is for' },
	categories,
	{
		displayName: 'Budget',
		name: 'budgetType',
		type: 'options',
		options: [
			{ name: 'Daily, on the Campaign', value: 'daily' },
			{ name: 'Lifetime, on the Campaign', value: 'lifetime' },
			{ name: 'On the Ad Sets', value: 'adSets' },
		],
		default: 'adSets',
		description: 'Where the budget is; Meta takes one place only',
	},
	...ownBudgets,
] as const satisfies INodeProperties[];

export const campaignDetails = [bidStrategy, shareBudgets, countries, spendCap, startTime, stopTime] as const;

export const campaignChanges = [bidStrategy, dailyBudget, lifetimeBudget, newName, shareBudgets, countries, categories, spendCap, startTime, status, stopTime] as const;
