import { operation } from '../../core/operation';
import { deleteObject } from '../../networks/meta/ads/end';
import { oneCampaign } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign-group#Deleting */
export const deleteCampaign = operation({
	resource: 'campaign',
	operation: 'delete',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Delete',
	action: 'Delete a campaign',
	description: 'Delete a campaign for good; its numbers stay',
	fields: oneCampaign,
	run: async ({ adAccount, campaign: id }, api) => await deleteObject(api, { kind: 'campaign', adAccount, id }),
});
