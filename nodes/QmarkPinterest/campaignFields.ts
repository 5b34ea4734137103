import type { INodeProperties } from 'n8n-workflow';
import { pinterestAds } from '../platforms/pinterestAds';
import { additionalFields, confirm, dailySpendCap, endTime, firstStatus, lifetimeSpendCap, name, newName, noEndTime, startTime, status, trackingUrls, updateFields } from './adChangeFields';

export const newCampaign = [
	name,
	{ displayName: 'Objective', name: 'objective', type: 'options', options: [...pinterestAds.objectives], default: 'CONSIDERATION', description: 'What the campaign is for; it cannot be changed later' },
	{
		displayName: 'Budget',
		name: 'budgetType',
		type: 'options',
		options: [
			{ name: 'Ad Groups’', value: 'adGroups', description: 'The ad groups have budgets of their own' },
			{ name: 'Daily', value: 'daily', description: 'Pinterest spreads it over the ad groups' },
			{ name: 'Lifetime', value: 'lifetime', description: 'Pinterest spreads it over the ad groups, up to the end time' },
		],
		default: 'adGroups',
		description: 'Where the budget is',
	},
	{ ...dailySpendCap, required: true, displayOptions: { show: { budgetType: ['daily'] } } },
	{ ...lifetimeSpendCap, required: true, displayOptions: { show: { budgetType: ['lifetime'] } } },
	firstStatus,
	confirm,
	{
		...additionalFields,
		options: [
			{ displayName: 'Budget Optimization', name: 'budgetOptimization', type: 'boolean', default: true, description: 'Whether the ad groups share the campaign’s budget; otherwise it is only a cap above budgets of their own' },
			endTime,
			{ displayName: 'Performance+', name: 'performancePlus', type: 'boolean', default: true, description: 'Whether Pinterest chooses targeting, bids and budgets by itself' },
			startTime,
			trackingUrls,
		],
	},
] as const satisfies INodeProperties[];

export const campaignChanges = { ...updateFields, options: [dailySpendCap, endTime, lifetimeSpendCap, newName, noEndTime, startTime, status, trackingUrls] } as const satisfies INodeProperties;
