import { operation } from '../../core/operation';
import { deleteObject } from '../../networks/meta/ads/end';
import { oneAd } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/adgroup#Deleting */
export const deleteAd = operation({
	resource: 'ad',
	operation: 'delete',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Delete',
	action: 'Delete an ad',
	description: 'Delete an ad for good; its numbers stay',
	fields: oneAd,
	run: async ({ adAccount, ad: id }, api) => await deleteObject(api, { kind: 'ad', adAccount, id }),
});
