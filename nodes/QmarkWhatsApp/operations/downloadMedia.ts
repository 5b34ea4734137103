import { operation } from '../../core/operation';
import { download } from '../../networks/whatsApp/media';
import { mediaId, phoneNumber } from '../fields';
import { fileName } from '../mediaFields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#download-media */
export const downloadMedia = operation({
	resource: 'media',
	operation: 'download',
	effect: 'read',
	scopes: ['whatsapp_business_messaging'],
	name: 'Download',
	action: 'Download media',
	description: 'Download a file that a person sent, within 7 days',
	fields: [phoneNumber, mediaId, { ...fileName, description: 'The name to give the file. Meta keeps none.' }],
	run: async ({ phoneNumber: number, mediaId: id, fileName: name }, api) => await download(api, id, number, name),
});
