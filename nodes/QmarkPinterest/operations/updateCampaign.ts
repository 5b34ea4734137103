import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { updatingCampaign } from '../../networks/pinterest/ads/campaign';
import { oneCampaign } from '../adAccountFields';
import { confirm, largestIncrease, onlyIfCampaign } from '../adChangeFields';
import { campaignChanges } from '../campaignFields';

/** https://developers.pinterest.com/docs/api/v5/campaigns-update */
export const updateCampaign = operation({
	resource: 'campaign',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['ads:read', 'ads:write'],
	name: 'Update',
	action: 'Update a campaign',
	description: 'Change the name, the status, the spend cap or the dates of a campaign; what is so already is not sent',
	fields: [...oneCampaign, campaignChanges, largestIncrease, onlyIfCampaign, confirm],
	run: async (input, api) => await alone(updatingCampaign, input, api),
});
