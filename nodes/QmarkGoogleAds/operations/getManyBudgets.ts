import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listAll } from '../../networks/googleAds/mutate/read';
import { account } from '../fields';
import { budgetFilters } from '../listFields';

/** https://developers.google.com/google-ads/api/fields/v25/campaign_budget */
export const getManyBudgets = operation({
	resource: 'budget',
	operation: 'getAll',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get Many',
	action: 'Get many budgets',
	description: 'Get many budgets of an account, their amounts in its currency',
	fields: [account, ...many, budgetFilters],
	run: ({ account: customer, returnAll, limit, filters }, api) => listAll(api, customer, 'budget', filters, returnAll ? Infinity : limit),
});
