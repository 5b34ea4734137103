import { operation } from '../../core/operation';
import { minimumBudgets } from '../../networks/meta/ads/account';
import { adAccount } from '../fields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/minimum_budgets */
export const getMinimumBudgets = operation({
	resource: 'adAccount',
	operation: 'getMinimumBudgets',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get Minimum Budgets',
	action: 'Get the minimum budgets of an ad account',
	description: 'Get the least that a day costs, by what is paid for',
	fields: [adAccount],
	run: async ({ adAccount: account }, api) => await minimumBudgets(api, account),
});
