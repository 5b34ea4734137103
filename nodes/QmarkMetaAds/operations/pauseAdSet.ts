import { operation } from '../../core/operation';
import { setStatus } from '../../networks/meta/ads/end';
import { checking, onlyIf } from '../changeFields';
import { oneAdSet } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign#Updating */
export const pauseAdSet = operation({
	resource: 'adSet',
	operation: 'pause',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Pause',
	action: 'Pause an ad set',
	description: 'Pause an ad set; one that is paused already is left alone',
	fields: [...oneAdSet, onlyIf, checking],
	run: async ({ adAccount, adSet: id, onlyIf: expected, options }, api) =>
		await setStatus(api, { kind: 'adSet', adAccount, id }, 'PAUSED', { onlyIf: expected, ...options }),
});
