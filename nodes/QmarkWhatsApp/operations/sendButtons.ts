import { operation } from '../../core/operation';
import { buttonsAction, interactiveDraft } from '../../networks/whatsApp/interactive';
import { answer } from '../../networks/whatsApp/send';
import { addressed, answering } from '../fields';
import { body, buttons, footer } from '../interactiveFields';
import { header } from '../mediaFields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-reply-buttons-messages */
export const sendButtons = operation({
	resource: 'message',
	operation: 'sendButtons',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Send Buttons',
	action: 'Send buttons',
	description: 'Send a text with one to three buttons to answer by',
	fields: [...addressed, ...header, body, footer, buttons, ...answering],
	run: async (input, api) => await answer(api, input, async () => await interactiveDraft(api, 'button', buttonsAction(input.buttons.button), input)),
});
