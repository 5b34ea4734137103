import { operation } from '../../core/operation';
import { interactiveDraft, urlAction } from '../../networks/whatsApp/interactive';
import { answer } from '../../networks/whatsApp/send';
import { addressed, answering, url } from '../fields';
import { body, buttonText, footer } from '../interactiveFields';
import { header } from '../mediaFields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-cta-url-messages */
export const sendUrlButton = operation({
	resource: 'message',
	operation: 'sendUrlButton',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Send URL Button',
	action: 'Send a URL button',
	description: 'Send a text with a button that opens a web page',
	fields: [...addressed, ...header, body, footer, buttonText, url, ...answering],
	run: async (input, api) => await answer(api, input, async () => await interactiveDraft(api, 'cta_url', urlAction(input.buttonText, input.url), input)),
});
