import type { INodeProperties } from 'n8n-workflow';
import { pinterestReports } from '../platforms/pinterestReports';
import { adAccount } from './adAccountFields';

/** n8n's linters read a menu's literals; a generated one has none, so its `type` comes from this spread. */
const menu = { type: 'options' } as const;

const window = { ...menu, options: pinterestReports.windows.map((days) => ({ name: days === 1 ? '1 Day' : `${days} Days`, value: days })) } as const;

const options = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{ displayName: 'By Time of Conversion', name: 'byConversionTime', type: 'boolean', default: true, description: 'Whether conversions count on the day they happened, not on that of the ad that led to them' },
		{ displayName: 'Click Window', name: 'clickWindow', ...window, default: 30, description: 'For how long after a click a conversion counts' },
		{ displayName: 'Columns', name: 'columns', type: 'string', default: '', placeholder: 'e.g. TOTAL_VIDEO_3SEC_VIEWS', description: 'Comma-separated names of further columns, as in Pinterest’s reference; numbers stand under “metrics”' },
		{ displayName: 'Engagement Window', name: 'engagementWindow', ...window, default: 30, description: 'For how long after a save or another engagement a conversion counts' },
		{
			displayName: 'Statuses',
			name: 'statuses',
			type: 'multiOptions',
			options: [
				{ name: 'Active', value: 'ACTIVE' },
				{ name: 'Archived', value: 'ARCHIVED' },
				{ name: 'Paused', value: 'PAUSED' },
			],
			default: [],
			description: 'Leave out what has another status; without a choice what is archived is there too, as it has cost money. It does not count for a report in the background.',
		},
		{ displayName: 'View Window', name: 'viewWindow', ...window, default: 1, description: 'For how long after a view a conversion counts' },
	],
} as const satisfies INodeProperties;

/** What is reported, by what, and when. */
export const report = [
	adAccount,
	{
		displayName: 'Level',
		name: 'level',
		type: 'options',
		options: [
			{ name: 'Account', value: 'account' },
			{ name: 'Ad', value: 'ad' },
			{ name: 'Ad Group', value: 'adGroup' },
			{ name: 'Campaign', value: 'campaign' },
		],
		default: 'campaign',
		description: 'What each row is about',
	},
	{ displayName: 'IDs', name: 'ids', type: 'string', default: '', placeholder: 'e.g. 626735565838', description: 'Comma-separated IDs of campaigns, ad groups or ads, by the level; empty reports all of them', displayOptions: { hide: { level: ['account'] } } },
	{
		displayName: 'Time',
		name: 'time',
		type: 'options',
		options: [
			{ name: 'Custom', value: 'range' },
			{ name: 'Last 14 Days', value: 'last_14d' },
			{ name: 'Last 30 Days', value: 'last_30d' },
			{ name: 'Last 7 Days', value: 'last_7d' },
			{ name: 'Last 90 Days', value: 'last_90d' },
			{ name: 'Last Month', value: 'last_month' },
			{ name: 'Last Quarter', value: 'last_quarter' },
			{ name: 'Last Year', value: 'last_year' },
			{ name: 'This Month', value: 'this_month' },
			{ name: 'This Quarter', value: 'this_quarter' },
			{ name: 'This Year', value: 'this_year' },
			{ name: 'Today', value: 'today' },
			{ name: 'Yesterday', value: 'yesterday' },
		],
		default: 'last_30d',
		description: 'Days in UTC, as Pinterest counts them. Get Many tells the last 90; a report in the background goes 914 days back.',
	},
	{ displayName: 'Since', name: 'since', type: 'dateTime', required: true, default: '', description: 'The first day', displayOptions: { show: { time: ['range'] } } },
	{ displayName: 'Until', name: 'until', type: 'dateTime', required: true, default: '', description: 'The last day', displayOptions: { show: { time: ['range'] } } },
	{
		displayName: 'One Row For',
		name: 'unit',
		type: 'options',
		options: [
			{ name: 'Day', value: 'day' },
			{ name: 'Month', value: 'month' },
			{ name: 'Week', value: 'week' },
			{ name: 'Whole Time', value: 'whole' },
		],
		default: 'day',
		description: 'How much time a row sums up',
	},
	{ displayName: 'Conversions', name: 'conversions', ...menu, options: pinterestReports.conversions.map(({ name, value }) => ({ name, value })), default: 'TOTAL_CHECKOUT', description: 'What counts as a conversion in each row. Pinterest tells a value of checkouts, sign-ups and custom events only.' },
	{ displayName: 'Metrics', name: 'metrics', type: 'multiOptions', options: [...pinterestReports.metrics], default: [], description: 'Further measures beside spend, paid impressions, paid clicks, conversions and their value, which every row has' },
	{ displayName: 'Simplify', name: 'simplify', type: 'boolean', default: true, description: 'Whether to return a simplified version of the response instead of the raw data' },
	options,
] as const satisfies readonly INodeProperties[];

export const waitAtMost = { displayName: 'Wait at Most', name: 'waitAtMost', type: 'number', typeOptions: { minValue: 1 }, default: 600, description: 'Seconds to wait for each report; Pinterest keeps one for an hour' } as const satisfies INodeProperties;
