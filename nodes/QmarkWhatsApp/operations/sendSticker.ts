import { operation } from '../../core/operation';
import { fileDraft } from '../../networks/whatsApp/drafts';
import { answer } from '../../networks/whatsApp/send';
import { addressed, answering } from '../fields';
import { file } from '../mediaFields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/sticker-messages */
export const sendSticker = operation({
	resource: 'message',
	operation: 'sendSticker',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Send Sticker',
	action: 'Send a sticker',
	description: 'Send a WebP of up to 100 KB, or 500 KB where it moves',
	fields: [...addressed, ...file, ...answering],
	run: async (input, api) => await answer(api, input, async () => await fileDraft(api, 'sticker', input)),
});
