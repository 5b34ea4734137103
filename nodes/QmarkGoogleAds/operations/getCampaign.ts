import { operation } from '../../core/operation';
import { getOne } from '../../networks/googleAds/mutate/read';
import { oneCampaign } from '../targetFields';

/** https://developers.google.com/google-ads/api/fields/v25/campaign */
export const getCampaign = operation({
	resource: 'campaign',
	operation: 'get',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get',
	action: 'Get a campaign',
	description: 'Get a campaign, its amounts in the currency of the account',
	fields: oneCampaign,
	run: async ({ account, campaign: id }, api) => await getOne(api, account, 'campaign', id),
});
