import { operation } from '../../core/operation';
import { setStatus } from '../../networks/meta/ads/end';
import { checking, onlyIf } from '../changeFields';
import { oneCampaign } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign-group#Updating */
export const pauseCampaign = operation({
	resource: 'campaign',
	operation: 'pause',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Pause',
	action: 'Pause a campaign',
	description: 'Pause a campaign; one that is paused already is left alone',
	fields: [...oneCampaign, onlyIf, checking],
	run: async ({ adAccount, campaign: id, onlyIf: expected, options }, api) =>
		await setStatus(api, { kind: 'campaign', adAccount, id }, 'PAUSED', { onlyIf: expected, ...options }),
});
