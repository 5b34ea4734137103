import { operation } from '../../core/operation';
import { textDraft } from '../../networks/whatsApp/drafts';
import { answer } from '../../networks/whatsApp/send';
import { addressed, answeringText, text } from '../fields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/text-messages */
export const sendText = operation({
	resource: 'message',
	operation: 'sendText',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Send Text',
	action: 'Send a text',
	description: 'Send a text of up to 4096 characters',
	fields: [...addressed, text, ...answeringText],
	run: async (input, api) => await answer(api, input, () => textDraft(input.text, input.options.previewUrl)),
});
