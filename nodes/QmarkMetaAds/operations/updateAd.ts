import { operation } from '../../core/operation';
import { updateAd as update } from '../../networks/meta/ads/ad';
import { conversionDomain, trackingSpecs } from '../adFields';
import { checking, newName, onlyIfStatus, status, updateFields } from '../changeFields';
import { otherCreative } from '../creativeFields';
import { oneAd } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/adgroup#Updating */
export const updateAd = operation({
	resource: 'ad',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Update',
	action: 'Update an ad',
	description: 'Change the creative, the status or other settings of an ad; what is so already is not sent',
	fields: [...oneAd, { ...updateFields, options: [conversionDomain, otherCreative, newName, status, trackingSpecs] }, onlyIfStatus, checking],
	run: async ({ adAccount, ad: id, updateFields: changes, onlyIf: expected, options }, api) =>
		await update(api, { adAccount, id }, changes, { onlyIf: expected, ...options }),
});
