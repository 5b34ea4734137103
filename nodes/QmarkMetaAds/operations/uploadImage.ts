import { operation } from '../../core/operation';
import { uploadImage as upload } from '../../networks/meta/ads/image';
import { adAccount } from '../fields';
import { binaryField } from '../fileFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-image#Creating */
export const uploadImage = operation({
	resource: 'image',
	operation: 'upload',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Upload',
	action: 'Upload an image',
	description: 'Upload a file to the media library of an ad account; the same file gets the same hash',
	fields: [adAccount, binaryField],
	run: async ({ adAccount: account, binaryField: file }, api) => await upload(api, account, file),
});
