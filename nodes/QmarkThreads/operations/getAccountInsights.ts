import { operation } from '../../core/operation';
import { accountInsights } from '../../networks/threads/insights';
import { accountInsightOptions, accountMetricsField } from '../insightFields';

/** https://developers.facebook.com/docs/threads/insights#user-insights */
export const getAccountInsights = operation({
	resource: 'insight',
	operation: 'getAccount',
	effect: 'read',
	scopes: ['threads_basic', 'threads_manage_insights'],
	name: 'Get Account Insights',
	action: 'Get account insights',
	description: 'Get numbers of the account, such as views, likes, followers and where they live',
	fields: [accountMetricsField, accountInsightOptions],
	run: async ({ metrics, options }, api) => await accountInsights(api, metrics, options),
});
