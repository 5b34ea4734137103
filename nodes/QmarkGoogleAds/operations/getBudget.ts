import { operation } from '../../core/operation';
import { getOne } from '../../networks/googleAds/mutate/read';
import { oneBudget } from '../targetFields';

/** https://developers.google.com/google-ads/api/fields/v25/campaign_budget */
export const getBudget = operation({
	resource: 'budget',
	operation: 'get',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get',
	action: 'Get a budget',
	description: 'Get a budget, its amounts in the currency of the account',
	fields: oneBudget,
	run: async ({ account, budget: id }, api) => await getOne(api, account, 'budget', id),
});
