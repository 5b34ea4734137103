import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { updatingCampaign } from '../../networks/googleAds/mutate/campaign';
import { campaignChanges } from '../campaignFields';
import { checking, onlyIfStatus } from '../changeFields';
import { oneCampaign } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/CampaignService */
export const updateCampaign = operation({
	resource: 'campaign',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Update',
	action: 'Update a campaign',
	description: 'Change name, status, dates or target of a campaign; what is so already is not sent',
	fields: [...oneCampaign, campaignChanges, onlyIfStatus, checking],
	run: async (input, api) => await alone(updatingCampaign, input, api),
});
