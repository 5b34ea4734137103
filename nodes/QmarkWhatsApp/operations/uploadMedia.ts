import { operation } from '../../core/operation';
import { upload } from '../../networks/whatsApp/media';
import { phoneNumber } from '../fields';
import { binaryField } from '../mediaFields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#upload-media */
export const uploadMedia = operation({
	resource: 'media',
	operation: 'upload',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Upload',
	action: 'Upload media',
	description: 'Upload a file of the input item, to be sent any number of times within 30 days',
	fields: [phoneNumber, binaryField],
	run: async ({ phoneNumber: number, binaryField: property }, api) => await upload(api, number, property),
});
