import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { creatingBudget } from '../../networks/googleAds/mutate/budget';
import { newBudget } from '../campaignFields';
import { account } from '../fields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/CampaignBudgetService */
export const createBudget = operation({
	resource: 'budget',
	operation: 'create',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Create',
	action: 'Create a budget',
	description: 'Create a budget for campaigns to use',
	fields: [account, ...newBudget],
	run: async (input, api) => await alone(creatingBudget, input, api),
});
