import { operation } from '../../core/operation';
import { setStatus } from '../../networks/meta/ads/end';
import { checking, onlyIf } from '../changeFields';
import { oneCampaign } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign-group#Updating */
export const archiveCampaign = operation({
	resource: 'campaign',
	operation: 'archive',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Archive',
	action: 'Archive a campaign',
	description: 'Archive a campaign; it cannot run again',
	fields: [...oneCampaign, onlyIf, checking],
	run: async ({ adAccount, campaign: id, onlyIf: expected, options }, api) =>
		await setStatus(api, { kind: 'campaign', adAccount, id }, 'ARCHIVED', { onlyIf: expected, ...options }),
});
