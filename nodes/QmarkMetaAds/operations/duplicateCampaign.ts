import { operation } from '../../core/operation';
import { duplicate } from '../../networks/meta/ads/duplicate';
import { copyStatus, deepCopy, endTime, namePrefix, nameSuffix, renameAll, startTime } from '../changeFields';
import { additionalFields } from '../fields';
import { oneCampaign } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign-group/copies */
export const duplicateCampaign = operation({
	resource: 'campaign',
	operation: 'duplicate',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Duplicate',
	action: 'Duplicate a campaign',
	description: 'Copy a campaign, paused unless chosen otherwise',
	fields: [...oneCampaign, deepCopy, copyStatus, { ...additionalFields, options: [endTime, namePrefix, nameSuffix, renameAll, startTime] }],
	run: async ({ adAccount, campaign: id, deepCopy: deep, copyStatus: status, additionalFields: more }, api) =>
		await duplicate(api, { kind: 'campaign', adAccount, id }, { ...more, status, deepCopy: deep }),
});
