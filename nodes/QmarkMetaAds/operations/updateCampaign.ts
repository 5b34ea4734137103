import { operation } from '../../core/operation';
import { updateCampaign as update } from '../../networks/meta/ads/campaign';
import { campaignChanges } from '../campaignFields';
import { checking, onlyIf, updateFields } from '../changeFields';
import { oneCampaign } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign-group#Updating */
export const updateCampaign = operation({
	resource: 'campaign',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Update',
	action: 'Update a campaign',
	description: 'Change the budget, the status or other settings of a campaign; what is so already is not sent',
	fields: [
		...oneCampaign,
		{ ...updateFields, options: [...campaignChanges] },
		onlyIf,
		checking,
	],
	run: async ({ adAccount, campaign: id, updateFields: changes, onlyIf: expected, options }, api) =>
		await update(api, { adAccount, id }, changes, { onlyIf: expected, ...options }),
});
