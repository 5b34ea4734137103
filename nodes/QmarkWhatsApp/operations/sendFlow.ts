import { operation } from '../../core/operation';
import { flowAction, interactiveDraft } from '../../networks/whatsApp/interactive';
import { answer } from '../../networks/whatsApp/send';
import { addressed, answering } from '../fields';
import { body, flow, footer } from '../interactiveFields';
import { header } from '../mediaFields';

/** https://developers.facebook.com/docs/whatsapp/flows/guides/sendingaflow */
export const sendFlow = operation({
	resource: 'message',
	operation: 'sendFlow',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Send Flow',
	action: 'Send a flow',
	description: 'Send a text with a button that opens a form inside WhatsApp',
	fields: [...addressed, ...header, body, footer, ...flow, ...answering],
	run: async (input, api) => await answer(api, input, async () => await interactiveDraft(api, 'flow', flowAction(input), input)),
});
