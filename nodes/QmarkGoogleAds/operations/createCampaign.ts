import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { creatingCampaign } from '../../networks/googleAds/mutate/campaign';
import { newCampaign } from '../campaignFields';
import { account } from '../fields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/CampaignService */
export const createCampaign = operation({
	resource: 'campaign',
	operation: 'create',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Create',
	action: 'Create a campaign',
	description: 'Create a search campaign with a budget of its own, paused unless chosen otherwise',
	fields: [account, ...newCampaign],
	run: async (input, api) => await alone(creatingCampaign, input, api),
});
