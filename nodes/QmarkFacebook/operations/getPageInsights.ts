import { operation } from '../../core/operation';
import { facebook } from '../../platforms/facebook';
import { options, otherMetrics, page, since, until } from '../fields';
import { insightSpan, metricsOf, readMetrics, series } from '../../networks/facebook/insights';

/** https://developers.facebook.com/docs/graph-api/reference/page/insights */
export const getPageInsights = operation({
	resource: 'insight',
	operation: 'getPage',
	effect: 'read',
	scopes: ['read_insights', 'pages_read_engagement'],
	name: 'Get Page Insights',
	action: 'Get page insights',
	description: 'Get what a page counted; Facebook needs at least 100 likes of the page',
	fields: [
		page,
		{ displayName: 'Metrics', name: 'metrics', type: 'multiOptions', options: [...facebook.pageMetrics], default: ['page_media_view', 'page_post_engagements'] },
		{
			displayName: 'Period',
			name: 'period',
			type: 'options',
			options: [
				{ name: '28 Days', value: 'days_28' },
				{ name: 'Day', value: 'day' },
				{ name: 'Week', value: 'week' },
				{ name: 'Whole Span', value: 'total_over_range' },
			],
			default: 'day',
			description: 'What each value adds up; some metrics have daily values only',
		},
		{ ...options, options: [otherMetrics, since, until] },
	],
	run: async ({ page: id, metrics, period, options: { otherMetrics: named, ...span } }, api) => {
		const { rows, unavailable } = await readMetrics(api, `/${id}/insights`, { period, ...insightSpan(span) }, metricsOf(metrics, named));
		return { id, period, metrics: series(rows), unavailable };
	},
});
