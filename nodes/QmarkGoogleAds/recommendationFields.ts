import type { INodeProperties } from 'n8n-workflow';
import { campaign } from './fields';

const types = {
	displayName: 'Types',
	name: 'types',
	type: 'multiOptions',
	options: [
		{ name: 'Broad Match Keyword', value: 'USE_BROAD_MATCH_KEYWORD' },
		{ name: 'Budget', value: 'CAMPAIGN_BUDGET' },
		{ name: 'Budget by Forecast', value: 'FORECASTING_CAMPAIGN_BUDGET' },
		{ name: 'Budget by Return', value: 'MARGINAL_ROI_CAMPAIGN_BUDGET' },
		{ name: 'Call Asset', value: 'CALL_ASSET' },
		{ name: 'Callout Asset', value: 'CALLOUT_ASSET' },
		{ name: 'Keyword', value: 'KEYWORD' },
		{ name: 'Lower Target ROAS', value: 'LOWER_TARGET_ROAS' },
		{ name: 'Maximize Conversions', value: 'MAXIMIZE_CONVERSIONS_OPT_IN' },
		{ name: 'Move Unused Budget', value: 'MOVE_UNUSED_BUDGET' },
		{ name: 'Raise Target CPA', value: 'RAISE_TARGET_CPA' },
		{ name: 'Responsive Search Ad', value: 'RESPONSIVE_SEARCH_AD' },
		{ name: 'Responsive Search Ad Asset', value: 'RESPONSIVE_SEARCH_AD_ASSET' },
		{ name: 'Responsive Search Ad Strength', value: 'RESPONSIVE_SEARCH_AD_IMPROVE_AD_STRENGTH' },
		{ name: 'Sitelink Asset', value: 'SITELINK_ASSET' },
		{ name: 'Target CPA', value: 'TARGET_CPA_OPT_IN' },
		{ name: 'Target ROAS', value: 'TARGET_ROAS_OPT_IN' },
	],
	default: [],
	description: 'Which kinds are returned; all of them unless chosen',
} as const satisfies INodeProperties;

export const filters = [
	{ ...campaign, required: false, description: 'For which campaign alone; leave it empty for all of them' },
	types,
	{ displayName: 'Dismissed Too', name: 'dismissed', type: 'boolean', default: false, description: 'Whether to return those that were dismissed as well' },
] as const satisfies readonly INodeProperties[];

export const recommendation = {
	displayName: 'Recommendation ID',
	name: 'recommendation',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. customers/1234567890/recommendations/MTIz',
	description: 'What Get Many returns as “resourceName”',
} as const satisfies INodeProperties;

/** Applying takes effect at once: what it may do is named beforehand. */
export const guarded = [
	recommendation,
	{ displayName: 'Confirm', name: 'confirm', type: 'boolean', default: false, description: 'Whether the recommendation may be applied: it takes effect at once, and Google has no trial run of it' },
	{ displayName: 'Largest Increase (%)', name: 'largestIncrease', type: 'number', typeOptions: { minValue: 0 }, default: 20, description: 'By how much a budget may be raised at most, in percent of what it is now; a larger raise is refused' },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{ displayName: 'Change a Shared Budget', name: 'sharedBudget', type: 'boolean', default: false, description: 'Whether a budget that several campaigns spend may be changed' },
			{ displayName: 'New Budget', name: 'newBudget', type: 'number', typeOptions: { numberPrecision: 2 }, default: 0, description: 'The budget of a day in place of the recommended one, in the account’s currency' },
			{ displayName: 'Parameters', name: 'parameters', type: 'json', default: '{}', description: 'What Google asks for beside it, as in its reference, such as {"keyword": {"matchType": "EXACT"}}' },
		],
	},
] as const satisfies readonly INodeProperties[];
