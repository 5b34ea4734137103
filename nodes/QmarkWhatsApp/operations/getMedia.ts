import { operation } from '../../core/operation';
import { described } from '../../networks/whatsApp/media';
import { mediaId, phoneNumber } from '../fields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#get-media-url */
export const getMedia = operation({
	resource: 'media',
	operation: 'get',
	effect: 'read',
	scopes: ['whatsapp_business_messaging'],
	name: 'Get',
	action: 'Get media',
	description: 'Get the kind, the size and the address of a file; the address is good for five minutes and for the token alone',
	fields: [phoneNumber, mediaId],
	run: async ({ phoneNumber: number, mediaId: id }, api) => await described(api, id, number),
});
