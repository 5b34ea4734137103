import { operation } from '../../core/operation';
import { getObject } from '../../networks/meta/ads/objects';
import { chosenFields, oneCampaign } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign-group#Reading */
export const getCampaign = operation({
	resource: 'campaign',
	operation: 'get',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get',
	action: 'Get a campaign',
	description: 'Get a campaign, its amounts in the currency of the ad account',
	fields: [...oneCampaign, chosenFields],
	run: async ({ adAccount, campaign: id, options: { fields } }, api) => await getObject(api, 'campaign', adAccount, id, fields),
});
