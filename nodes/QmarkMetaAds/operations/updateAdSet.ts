import { operation } from '../../core/operation';
import { updateAdSet as update } from '../../networks/meta/ads/adSet';
import { adSetChanges } from '../adSetFields';
import { checking, onlyIf, updateFields } from '../changeFields';
import { oneAdSet } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign#Updating */
export const updateAdSet = operation({
	resource: 'adSet',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Update',
	action: 'Update an ad set',
	description: 'Change the budget, the status, the targeting or other settings of an ad set; what is so already is not sent',
	fields: [
		...oneAdSet,
		{ ...updateFields, options: [...adSetChanges] },
		onlyIf,
		checking,
	],
	run: async ({ adAccount, adSet: id, updateFields: changes, onlyIf: expected, options }, api) =>
		await update(api, { adAccount, id }, changes, { onlyIf: expected, ...options }),
});
