import { operation } from '../../core/operation';
import { accountInsightOptions, accountInsights, accountMetrics } from '../accountInsights';
import { account } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/api-reference/instagram-user/insights */
export const getAccountInsights = operation({
	resource: 'insight',
	operation: 'getAccount',
	effect: 'read',
	scopes: ['instagram_basic', 'instagram_manage_insights', 'pages_read_engagement'],
	name: 'Get Account Insights',
	action: 'Get account insights',
	description: 'Get numbers of an account, such as reach, views and the age of its followers',
	fields: [account, accountMetrics, accountInsightOptions],
	run: async ({ account: id, metrics, options }, api) => await accountInsights(api, id, metrics, options),
});
