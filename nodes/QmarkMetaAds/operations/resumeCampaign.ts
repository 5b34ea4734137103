import { operation } from '../../core/operation';
import { setStatus } from '../../networks/meta/ads/end';
import { checking, onlyIf } from '../changeFields';
import { oneCampaign } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign-group#Updating */
export const resumeCampaign = operation({
	resource: 'campaign',
	operation: 'resume',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Resume',
	action: 'Resume a campaign',
	description: 'Let a campaign run again; it may spend from then on',
	fields: [...oneCampaign, onlyIf, checking],
	run: async ({ adAccount, campaign: id, onlyIf: expected, options }, api) =>
		await setStatus(api, { kind: 'campaign', adAccount, id }, 'ACTIVE', { onlyIf: expected, ...options }),
});
