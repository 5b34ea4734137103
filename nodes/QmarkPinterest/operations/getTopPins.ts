import { operation } from '../../core/operation';
import { topPins } from '../../networks/pinterest/analytics';
import { accountMetrics, best, sortBy, span } from '../analyticsFields';
import { adAccountId, options } from '../fields';
import { topFilters } from '../filterFields';

/** https://developers.pinterest.com/docs/api/v5/user_account-analytics-top_pins */
export const getTopPins = operation({
	resource: 'analytics',
	operation: 'getTopPins',
	effect: 'read',
	scopes: ['pins:read', 'user_accounts:read'],
	name: 'Get Top Pins',
	action: 'Get the top pins',
	description: 'Get the best Pins of the account',
	fields: [...span, sortBy, accountMetrics, best, options(adAccountId, ...topFilters)],
	run: async ({ startDate, endDate, ...asked }, api) => await topPins(api, 'top_pins', { ...asked, span: { startDate, endDate } }),
});
