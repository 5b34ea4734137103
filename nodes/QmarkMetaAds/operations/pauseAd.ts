import { operation } from '../../core/operation';
import { setStatus } from '../../networks/meta/ads/end';
import { checking, onlyIfStatus } from '../changeFields';
import { oneAd } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/adgroup#Updating */
export const pauseAd = operation({
	resource: 'ad',
	operation: 'pause',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Pause',
	action: 'Pause an ad',
	description: 'Pause an ad; one that is paused already is left alone',
	fields: [...oneAd, onlyIfStatus, checking],
	run: async ({ adAccount, ad: id, onlyIf: expected, options }, api) =>
		await setStatus(api, { kind: 'ad', adAccount, id }, 'PAUSED', { onlyIf: expected, ...options }),
});
