import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listAll } from '../../networks/googleAds/mutate/read';
import { account } from '../fields';
import { campaignFilters } from '../listFields';

/** https://developers.google.com/google-ads/api/fields/v25/campaign */
export const getManyCampaigns = operation({
	resource: 'campaign',
	operation: 'getAll',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get Many',
	action: 'Get many campaigns',
	description: 'Get many campaigns of an account, their amounts in its currency',
	fields: [account, ...many, campaignFilters],
	run: ({ account: customer, returnAll, limit, filters }, api) => listAll(api, customer, 'campaign', filters, returnAll ? Infinity : limit),
});
