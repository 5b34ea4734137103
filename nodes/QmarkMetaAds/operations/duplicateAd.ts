import { operation } from '../../core/operation';
import { duplicate } from '../../networks/meta/ads/duplicate';
import { copyStatus, intoAdSet, namePrefix, nameSuffix } from '../changeFields';
import { additionalFields } from '../fields';
import { oneAd } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/adgroup/copies */
export const duplicateAd = operation({
	resource: 'ad',
	operation: 'duplicate',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Duplicate',
	action: 'Duplicate an ad',
	description: 'Copy an ad, paused unless chosen otherwise',
	fields: [...oneAd, copyStatus, { ...additionalFields, options: [intoAdSet, namePrefix, nameSuffix] }],
	run: async ({ adAccount, ad: id, copyStatus: status, additionalFields: { into, ...more } }, api) =>
		await duplicate(api, { kind: 'ad', adAccount, id }, { ...more, status, into: { adset_id: into || undefined } }),
});
