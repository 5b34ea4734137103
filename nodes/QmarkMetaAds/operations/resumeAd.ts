import { operation } from '../../core/operation';
import { setStatus } from '../../networks/meta/ads/end';
import { checking, onlyIfStatus } from '../changeFields';
import { oneAd } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/adgroup#Updating */
export const resumeAd = operation({
	resource: 'ad',
	operation: 'resume',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Resume',
	action: 'Resume an ad',
	description: 'Let an ad run again; it may spend from then on',
	fields: [...oneAd, onlyIfStatus, checking],
	run: async ({ adAccount, ad: id, onlyIf: expected, options }, api) =>
		await setStatus(api, { kind: 'ad', adAccount, id }, 'ACTIVE', { onlyIf: expected, ...options }),
});
