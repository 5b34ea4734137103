import { operation } from '../../core/operation';
import { removeMedia } from '../../networks/whatsApp/removal';
import { mediaId, phoneNumber } from '../fields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#delete-media */
export const deleteMedia = operation({
	resource: 'media',
	operation: 'delete',
	effect: 'write',
	scopes: ['whatsapp_business_messaging'],
	name: 'Delete',
	action: 'Delete media',
	description: 'Delete an uploaded file',
	fields: [phoneNumber, mediaId],
	run: async ({ phoneNumber: number, mediaId: id }, api) => await removeMedia(api, id.trim(), { phone_number_id: number }),
});
