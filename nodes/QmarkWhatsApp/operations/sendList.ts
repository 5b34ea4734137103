import { operation } from '../../core/operation';
import { interactiveDraft, listAction, withTextHeader } from '../../networks/whatsApp/interactive';
import { answer } from '../../networks/whatsApp/send';
import { addressed, answering } from '../fields';
import { body, buttonText, footer, sections } from '../interactiveFields';
import { headerText } from '../mediaFields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages */
export const sendList = operation({
	resource: 'message',
	operation: 'sendList',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Send List',
	action: 'Send a list',
	description: 'Send a text with a list of up to ten rows to choose from',
	fields: [...addressed, headerText, body, footer, buttonText, sections, ...answering],
	run: async (input, api) => await answer(api, input, async () => await interactiveDraft(api, 'list', listAction(input), withTextHeader(input))),
});
