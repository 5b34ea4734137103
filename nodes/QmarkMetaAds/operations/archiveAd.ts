import { operation } from '../../core/operation';
import { setStatus } from '../../networks/meta/ads/end';
import { checking, onlyIfStatus } from '../changeFields';
import { oneAd } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/adgroup#Updating */
export const archiveAd = operation({
	resource: 'ad',
	operation: 'archive',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Archive',
	action: 'Archive an ad',
	description: 'Archive an ad; it cannot run again',
	fields: [...oneAd, onlyIfStatus, checking],
	run: async ({ adAccount, ad: id, onlyIf: expected, options }, api) =>
		await setStatus(api, { kind: 'ad', adAccount, id }, 'ARCHIVED', { onlyIf: expected, ...options }),
});
