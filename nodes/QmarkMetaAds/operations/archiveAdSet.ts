import { operation } from '../../core/operation';
import { setStatus } from '../../networks/meta/ads/end';
import { checking, onlyIf } from '../changeFields';
import { oneAdSet } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign#Updating */
export const archiveAdSet = operation({
	resource: 'adSet',
	operation: 'archive',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Archive',
	action: 'Archive an ad set',
	description: 'Archive an ad set; it cannot run again',
	fields: [...oneAdSet, onlyIf, checking],
	run: async ({ adAccount, adSet: id, onlyIf: expected, options }, api) =>
		await setStatus(api, { kind: 'adSet', adAccount, id }, 'ARCHIVED', { onlyIf: expected, ...options }),
});
