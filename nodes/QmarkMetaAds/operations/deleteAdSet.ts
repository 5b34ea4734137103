import { operation } from '../../core/operation';
import { deleteObject } from '../../networks/meta/ads/end';
import { oneAdSet } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-campaign#Deleting */
export const deleteAdSet = operation({
	resource: 'adSet',
	operation: 'delete',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Delete',
	action: 'Delete an ad set',
	description: 'Delete an ad set for good; its numbers stay',
	fields: oneAdSet,
	run: async ({ adAccount, adSet: id }, api) => await deleteObject(api, { kind: 'adSet', adAccount, id }),
});
