import type { INodeProperties } from 'n8n-workflow';
import { metaInsights } from '../platforms/metaInsights';
import { ad, adAccount, adSet, campaign, options } from './fields';

const actionBreakdowns = {
	displayName: 'Action Breakdowns',
	name: 'actionBreakdowns',
	type: 'multiOptions',
	options: [...metaInsights.actionBreakdowns],
	default: [],
	description: 'What to divide the actions of each row by, beside their type; see them in “raw”',
} as const satisfies INodeProperties;

const attributionWindows = {
	displayName: 'Attribution Windows',
	name: 'attributionWindows',
	type: 'multiOptions',
	options: [
		{ name: '1 Day After a Click', value: '1d_click' },
		{ name: '1 Day After a View', value: '1d_view' },
		{ name: '1 Day After an Engaged View', value: '1d_ev' },
		{ name: '28 Days After a Click', value: '28d_click' },
		{ name: '7 Days After a Click', value: '7d_click' },
	],
	default: [],
	description: 'How long after somebody saw or clicked an ad a conversion still counts; of several windows after a click, the longest. Without a choice, each ad set’s own setting counts.',
} as const satisfies INodeProperties;

const fields = {
	displayName: 'Fields',
	name: 'fields',
	type: 'string',
	default: '',
	placeholder: 'e.g. reach,frequency,purchase_roas',
	description: 'Comma-separated names of further fields, as in Meta’s reference; they stand in “raw”. With Simplify off, only these are returned.',
} as const satisfies INodeProperties;

const filters = {
	displayName: 'Filters',
	name: 'filters',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Filter',
	default: {},
	description: 'Leave out the rows that do not meet all of these',
	options: [
		{
			displayName: 'Filter',
			name: 'filter',
			values: [
				{ displayName: 'Field', name: 'field', type: 'string', default: '', placeholder: 'e.g. campaign.name', description: 'The field as Meta names it, such as campaign.name, ad.effective_status or spend' },
				{
					displayName: 'Operator',
					name: 'operator',
					type: 'options',
					options: [
						{ name: 'Contains', value: 'CONTAIN' },
						{ name: 'Does Not Contain', value: 'NOT_CONTAIN' },
						{ name: 'Equals', value: 'EQUAL' },
						{ name: 'Greater Than', value: 'GREATER_THAN' },
						{ name: 'Is Not One Of', value: 'NOT_IN' },
						{ name: 'Is One Of', value: 'IN' },
						{ name: 'Less Than', value: 'LESS_THAN' },
						{ name: 'Not Equal', value: 'NOT_EQUAL' },
					],
					default: 'CONTAIN',
				},
				{ displayName: 'Value', name: 'value', type: 'string', default: '', description: 'What to compare with; several values are comma-separated' },
			],
		},
	],
} as const satisfies INodeProperties;

const includeStatus = {
	displayName: 'Include Status',
	name: 'includeStatus',
	type: 'boolean',
	default: false,
	description: 'Whether to add what each campaign, ad set or ad is doing now, such as ACTIVE or PAUSED; takes one call for 50 of them',
} as const satisfies INodeProperties;

const otherBreakdowns = {
	displayName: 'Other Breakdowns',
	name: 'otherBreakdowns',
	type: 'string',
	default: '',
	placeholder: 'e.g. dma',
	description: 'Comma-separated names of further breakdowns, as in Meta’s reference',
} as const satisfies INodeProperties;

const otherConversions = {
	displayName: 'Other Conversions',
	name: 'otherConversions',
	type: 'string',
	default: '',
	placeholder: 'e.g. offsite_conversion.custom.123456789',
	description: 'Comma-separated action types that count as conversions too. Of types that count the same, such as omni_purchase and offsite_conversion.fb_pixel_purchase, the most general one is taken.',
} as const satisfies INodeProperties;

const sort = {
	displayName: 'Sort',
	name: 'sort',
	type: 'string',
	default: '',
	placeholder: 'e.g. spend_descending',
	description: 'A field of Meta’s with _ascending or _descending after it. A sorted report is read page after page, which takes longer.',
} as const satisfies INodeProperties;

const times = [{ name: 'Custom', value: 'range' }, ...metaInsights.presets] as const;

/** What is reported on, by what, and when: the same for a report that is read at once and for one in the background. */
export const report = [
	adAccount,
	{ displayName: 'Report On', name: 'reportOn', type: 'options', options: [{ name: 'Ad', value: 'ad' }, { name: 'Ad Account', value: 'account' }, { name: 'Ad Set', value: 'adset' }, { name: 'Campaign', value: 'campaign' }], default: 'account', description: 'The object whose delivery is reported' },
	{ ...campaign, displayOptions: { show: { reportOn: ['campaign'] } } },
	{ ...adSet, displayOptions: { show: { reportOn: ['adset'] } } },
	{ ...ad, displayOptions: { show: { reportOn: ['ad'] } } },
	{ displayName: 'Level', name: 'level', type: 'options', options: [{ name: 'Ad', value: 'ad' }, { name: 'Ad Account', value: 'account' }, { name: 'Ad Set', value: 'adset' }, { name: 'Campaign', value: 'campaign' }], default: 'campaign', description: 'What each row is about' },
	{
		displayName: 'Time',
		name: 'datePreset',
		type: 'options',
		options: [...times],
		default: 'last_30d',
		description: 'Days in the time zone of the ad account. Meta still corrects the last 28 of them.',
	},
	{ displayName: 'Since', name: 'since', type: 'dateTime', required: true, default: '', description: 'The first day', displayOptions: { show: { datePreset: ['range'] } } },
	{ displayName: 'Until', name: 'until', type: 'dateTime', required: true, default: '', description: 'The last day', displayOptions: { show: { datePreset: ['range'] } } },
	{
		displayName: 'One Row For',
		name: 'timeIncrement',
		type: 'options',
		options: [
			{ name: 'Day', value: '1' },
			{ name: 'Month', value: 'monthly' },
			{ name: 'Several Days', value: 'days' },
			{ name: 'Week (Seven Days)', value: '7' },
			{ name: 'Whole Time', value: 'all_days' },
		],
		default: '1',
		description: 'How much time a row sums up',
	},
	{ displayName: 'Days in a Row', name: 'incrementDays', type: 'number', typeOptions: { minValue: 1, maxValue: 90 }, default: 14, description: 'How many days a row sums up, up to 90', displayOptions: { show: { timeIncrement: ['days'] } } },
	{ displayName: 'Breakdowns', name: 'breakdowns', type: 'multiOptions', options: [...metaInsights.breakdowns], default: [], description: 'What to divide the rows by. Meta does not combine all of them.' },
	{
		displayName: 'Conversions',
		name: 'conversions',
		type: 'multiOptions',
		options: [
			{ name: 'Add to Cart', value: 'addToCart' },
			{ name: 'Checkout Initiated', value: 'checkout' },
			{ name: 'Contact', value: 'contact' },
			{ name: 'Landing Page View', value: 'landingPageView' },
			{ name: 'Lead', value: 'lead' },
			{ name: 'Link Click', value: 'linkClick' },
			{ name: 'Messaging Conversation Started', value: 'conversation' },
			{ name: 'Purchase', value: 'purchase' },
			{ name: 'Registration', value: 'registration' },
		],
		default: ['purchase', 'lead'],
		description: 'Which actions count as conversions. Meta lists the same purchase as omni_purchase, purchase and offsite_conversion.fb_pixel_purchase; it is counted once.',
	},
	{ displayName: 'Simplify', name: 'simplify', type: 'boolean', default: true, description: 'Whether to return a simplified version of the response instead of the raw data' },
	{ ...options, options: [actionBreakdowns, attributionWindows, fields, filters, includeStatus, otherBreakdowns, otherConversions, sort] },
] as const satisfies readonly INodeProperties[];
