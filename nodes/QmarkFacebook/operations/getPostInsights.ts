import { operation } from '../../core/operation';
import { facebook } from '../../platforms/facebook';
import { options, otherMetrics, page, postId } from '../fields';
import { metricsOf, readMetrics, totals } from '../../networks/facebook/insights';
import { fullId } from '../../networks/facebook/posts';

/** https://developers.facebook.com/docs/graph-api/reference/insights#post-metrics */
export const getPostInsights = operation({
	resource: 'insight',
	operation: 'getPost',
	effect: 'read',
	scopes: ['read_insights', 'pages_read_engagement'],
	name: 'Get Post Insights',
	action: 'Get post insights',
	description: 'Get what a post counted since it was published',
	fields: [
		page,
		postId,
		{ displayName: 'Metrics', name: 'metrics', type: 'multiOptions', options: [...facebook.postMetrics], default: ['post_total_media_view_unique', 'post_reactions_by_type_total'] },
		{ ...options, options: [otherMetrics] },
	],
	run: async ({ page: id, postId: post, metrics, options: { otherMetrics: named } }, api) => {
		const of = fullId(id, post);
		const { rows, unavailable } = await readMetrics(api, `/${of}/insights`, { period: 'lifetime' }, metricsOf(metrics, named));
		return { id: of, metrics: totals(rows), unavailable };
	},
});
