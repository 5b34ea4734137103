import { operation } from '../../core/operation';
import { accountAnalytics } from '../../networks/pinterest/analytics';
import { accountMetrics, rows, span } from '../analyticsFields';
import { adAccountId, options } from '../fields';
import { accountFilters, accountSplit } from '../filterFields';

/** https://developers.pinterest.com/docs/api/v5/user_account-analytics */
export const getAccountAnalytics = operation({
	resource: 'analytics',
	operation: 'getAccount',
	effect: 'read',
	scopes: ['user_accounts:read'],
	name: 'Get Account Analytics',
	action: 'Get analytics of the account',
	description: 'Get what the account counted, by the day or in total',
	fields: [...span, accountMetrics, rows, options(adAccountId, ...accountFilters, accountSplit)],
	run: async ({ startDate, endDate, ...asked }, api) => await accountAnalytics(api, { ...asked, span: { startDate, endDate } }),
});
