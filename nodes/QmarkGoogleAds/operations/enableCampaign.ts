import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { enablingCampaign } from '../../networks/googleAds/mutate/campaign';
import { checking, onlyIfStatus } from '../changeFields';
import { oneCampaign } from '../targetFields';

/** https://developers.google.com/google-ads/api/reference/rpc/v25/CampaignService */
export const enableCampaign = operation({
	resource: 'campaign',
	operation: 'enable',
	effect: 'write',
	idempotent: true,
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Enable',
	action: 'Enable a campaign',
	description: 'Enable a campaign, which may spend from then on; one that is enabled already is left alone',
	fields: [...oneCampaign, onlyIfStatus, checking],
	run: async (input, api) => await alone(enablingCampaign, input, api),
});
