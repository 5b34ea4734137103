import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { pausingCampaign } from '../../networks/googleAds/mutate/campaign';
import { checking, onlyIfStatus } from '../changeFields';
import { oneCampaign } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/CampaignService */
export const pauseCampaign = operation({
	resource: 'campaign',
	operation: 'pause',
	effect: 'write',
	idempotent: true,
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Pause',
	action: 'Pause a campaign',
	description: 'Pause a campaign; one that is paused already is left alone',
	fields: [...oneCampaign, onlyIfStatus, checking],
	run: async (input, api) => await alone(pausingCampaign, input, api),
});
