import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { removingCampaign } from '../../networks/googleAds/mutate/campaign';
import { checking, onlyIfStatus } from '../changeFields';
import { oneCampaign } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/CampaignService */
export const removeCampaign = operation({
	resource: 'campaign',
	operation: 'remove',
	effect: 'write',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Remove',
	action: 'Remove a campaign',
	description: 'Remove a campaign for good, with all that is in it; its numbers stay',
	fields: [...oneCampaign, onlyIfStatus, checking],
	run: async (input, api) => await alone(removingCampaign, input, api),
});
