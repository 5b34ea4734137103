import { operation } from '../../core/operation';
import { setStatus } from '../../networks/meta/ads/end';
import { checking, onlyIf } from '../changeFields';
import { oneAdSet } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign#Updating */
export const resumeAdSet = operation({
	resource: 'adSet',
	operation: 'resume',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Resume',
	action: 'Resume an ad set',
	description: 'Let an ad set run again; it may spend from then on',
	fields: [...oneAdSet, onlyIf, checking],
	run: async ({ adAccount, adSet: id, onlyIf: expected, options }, api) =>
		await setStatus(api, { kind: 'adSet', adAccount, id }, 'ACTIVE', { onlyIf: expected, ...options }),
});
