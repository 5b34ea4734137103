import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { creatingCampaign } from '../../networks/pinterest/ads/campaign';
import { adAccount } from '../adAccountFields';
import { newCampaign } from '../campaignFields';

/** https://developers.pinterest.com/docs/api/v5/campaigns-create */
export const createCampaign = operation({
	resource: 'campaign',
	operation: 'create',
	effect: 'write',
	scopes: ['ads:read', 'ads:write'],
	name: 'Create',
	action: 'Create a campaign',
	description: 'Create a campaign, paused unless chosen otherwise',
	fields: [adAccount, ...newCampaign],
	run: async (input, api) => await alone(creatingCampaign, input, api),
});
