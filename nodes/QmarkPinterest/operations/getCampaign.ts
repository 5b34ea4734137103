import { operation } from '../../core/operation';
import { getOne } from '../../networks/pinterest/ads/read';
import { oneCampaign } from '../adAccountFields';

/** https://developers.pinterest.com/docs/api/v5/campaigns-get */
export const getCampaign = operation({
	resource: 'campaign',
	operation: 'get',
	effect: 'read',
	scopes: ['ads:read'],
	name: 'Get',
	action: 'Get a campaign',
	description: 'Get a campaign, its amounts in the currency of the ad account',
	fields: oneCampaign,
	run: async ({ adAccount, campaign: id }, api) => await getOne(api, adAccount, 'campaign', id),
});
