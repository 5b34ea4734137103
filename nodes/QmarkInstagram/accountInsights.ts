import { tryToParseDateTime } from 'n8n-workflow';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Api } from '../core/api';
import { refused } from '../core/errors';
import { instagram } from '../platforms/instagram';
import { insights } from '../networks/instagram/insights';
import type { Wanted } from '../networks/instagram/insights';
import { metricMenu } from './metricMenu';

const known = instagram.insights.account;
type Metric = keyof typeof known;
const isMetric = (name: string): name is Metric => name in known;

export const accountMetrics = {
	displayName: 'Metrics',
	name: 'metrics',
	type: 'multiOptions',
	options: metricMenu(Object.keys(known)),
	required: true,
	default: ['accounts_engaged', 'reach', 'total_interactions', 'views'],
	description: 'Online followers and demographics need an account with at least 100 followers',
} as const satisfies INodeProperties;

export const accountInsightOptions = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Breakdown',
			name: 'breakdown',
			type: 'options',
			options: [
				{ name: 'Contact Button Type', value: 'contact_button_type' },
				{ name: 'Follow Type', value: 'follow_type' },
				{ name: 'Follower Type', value: 'follower_type' },
				{ name: 'Media Product Type', value: 'media_product_type' },
			],
			default: 'media_product_type',
			description: 'Applies to the metrics that have it',
		},
		{
			displayName: 'Demographics By',
			name: 'demographicsBy',
			type: 'options',
			options: [
				{ name: 'Age', value: 'age' },
				{ name: 'City', value: 'city' },
				{ name: 'Country', value: 'country' },
				{ name: 'Gender', value: 'gender' },
			],
			default: 'country',
		},
		{
			displayName: 'Demographics Timeframe',
			name: 'timeframe',
			type: 'options',
			options: [
				{ name: 'This Month', value: 'this_month' },
				{ name: 'This Week', value: 'this_week' },
			],
			default: 'this_month',
		},
		{ displayName: 'Since', name: 'since', type: 'dateTime', default: '', description: 'Start of the days to count. Instagram counts the last 24 hours otherwise.' },
		{ displayName: 'Until', name: 'until', type: 'dateTime', default: '', description: 'End of the days to count' },
	],
} as const satisfies INodeProperties;

interface Options {
	breakdown?: string;
	demographicsBy?: string;
	timeframe?: string;
	since?: string;
	until?: string;
}

/** Unix seconds, as Meta takes them; a date without an offset is in the workflow's time zone. */
function seconds(field: string, date: unknown): number | undefined {
	if (!date) return undefined;
	try {
		return Math.floor(tryToParseDateTime(String(date)).toSeconds());
	} catch {
		throw refused(field, `“${String(date)}” is not a date.`, 'Give a date such as 2026-11-02T09:00:00, or an expression such as {{ $now.minus(7, "days") }}.');
	}
}

function queryOf(metric: Metric, { breakdown, demographicsBy = 'country', timeframe = 'this_month', since, until }: Options): IDataObject {
	const rule: { period: string; metric_type?: string; demographic?: true; breakdowns?: readonly string[] } = known[metric];
	const { period, metric_type, demographic, breakdowns = [] } = rule;
	if (demographic) return { period, metric_type, timeframe, breakdown: demographicsBy };
	const span = { since: seconds('Since', since), until: seconds('Until', until) };
	return { period, metric_type, ...span, ...(breakdown !== undefined && breakdowns.includes(breakdown) && { breakdown }) };
}

/** The chosen numbers of an account, each asked for in the way Instagram wants it. */
export async function accountInsights(api: Api, account: string, metrics: string[], options: Options): Promise<IDataObject> {
	const wanted: Wanted[] = metrics.filter(isMetric).map((metric) => ({ metric, query: queryOf(metric, options) }));
	if (wanted.length === 0) throw refused('Metrics', 'has no metric that Instagram offers.', 'Choose at least one from the list.');
	return { id: account, ...(await insights(api, `/${account}/insights`, wanted)) };
}
