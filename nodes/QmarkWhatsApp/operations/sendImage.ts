import { operation } from '../../core/operation';
import { fileDraft } from '../../networks/whatsApp/drafts';
import { answer } from '../../networks/whatsApp/send';
import { addressed, answering } from '../fields';
import { caption, file } from '../mediaFields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/image-messages */
export const sendImage = operation({
	resource: 'message',
	operation: 'sendImage',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Send Image',
	action: 'Send an image',
	description: 'Send a JPEG or PNG of up to 5 MB',
	fields: [...addressed, ...file, caption, ...answering],
	run: async (input, api) => await answer(api, input, async () => await fileDraft(api, 'image', input)),
});
