import { operation } from '../../core/operation';
import { postInsights } from '../../networks/threads/insights';
import { postId } from '../fields';
import { postMetricsField } from '../insightFields';

/** https://developers.facebook.com/docs/threads/insights#media-insights */
export const getPostInsights = operation({
	resource: 'insight',
	operation: 'getPost',
	effect: 'read',
	scopes: ['threads_basic', 'threads_manage_insights'],
	name: 'Get Post Insights',
	action: 'Get post insights',
	description: 'Get what a post counted, such as views, likes and replies',
	fields: [postId, postMetricsField],
	run: async ({ postId: id, metrics }, api) => ({ id, metrics: await postInsights(api, id, metrics) }),
});
