import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { updatingBudget } from '../../networks/googleAds/mutate/budget';
import { budgetChanges, budgetOptions, largestIncrease } from '../campaignFields';
import { onlyIfAmount } from '../changeFields';
import { oneBudget } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/CampaignBudgetService */
export const updateBudget = operation({
	resource: 'budget',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Update',
	action: 'Update a budget',
	description: 'Change the amount or the name of a budget; what is so already is not sent',
	fields: [...oneBudget, budgetChanges, largestIncrease, onlyIfAmount, budgetOptions],
	run: async (input, api) => await alone(updatingBudget, input, api),
});
