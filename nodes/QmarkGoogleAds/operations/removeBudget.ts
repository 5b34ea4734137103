import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { removingBudget } from '../../networks/googleAds/mutate/budget';
import { checking, onlyIfAmount } from '../changeFields';
import { oneBudget } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/CampaignBudgetService */
export const removeBudget = operation({
	resource: 'budget',
	operation: 'remove',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Remove',
	action: 'Remove a budget',
	description: 'Remove a budget that no campaign uses, for good',
	fields: [...oneBudget, onlyIfAmount, checking],
	run: async (input, api) => await alone(removingBudget, input, api),
});
