import { operation } from '../../core/operation';
import { deleteImage as remove } from '../../networks/meta/ads/image';
import { adAccount } from '../fields';
import { hash } from '../fileFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/adimages#Deleting */
export const deleteImage = operation({
	resource: 'image',
	operation: 'delete',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Delete',
	action: 'Delete an image',
	description: 'Delete an image of the media library that no ad shows',
	fields: [adAccount, hash],
	run: async ({ adAccount: account, hash: wanted }, api) => await remove(api, account, wanted),
});
