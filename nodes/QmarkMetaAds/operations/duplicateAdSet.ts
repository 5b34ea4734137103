import { operation } from '../../core/operation';
import { duplicate } from '../../networks/meta/ads/duplicate';
import { copyStatus, deepCopy, endTime, intoCampaign, namePrefix, nameSuffix, renameAll, startTime } from '../changeFields';
import { additionalFields } from '../fields';
import { oneAdSet } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign/copies */
export const duplicateAdSet = operation({
	resource: 'adSet',
	operation: 'duplicate',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Duplicate',
	action: 'Duplicate an ad set',
	description: 'Copy an ad set, paused unless chosen otherwise',
	fields: [...oneAdSet, deepCopy, copyStatus, { ...additionalFields, options: [intoCampaign, endTime, namePrefix, nameSuffix, renameAll, startTime] }],
	run: async ({ adAccount, adSet: id, deepCopy: deep, copyStatus: status, additionalFields: { into, ...more } }, api) =>
		await duplicate(api, { kind: 'adSet', adAccount, id }, { ...more, status, deepCopy: deep, into: { campaign_id: into || undefined } }),
});
