import { operation } from '../../core/operation';
import { deleteObject } from '../../networks/meta/ads/end';
import { creativeId } from '../creativeFields';
import { adAccount } from '../fields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-creative#Deleting */
export const deleteCreative = operation({
	resource: 'creative',
	operation: 'delete',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Delete',
	action: 'Delete a creative',
	description: 'Delete a creative that no ad shows',
	fields: [adAccount, creativeId],
	run: async ({ adAccount: account, creativeId: id }, api) => await deleteObject(api, { kind: 'creative', adAccount: account, id }),
});
