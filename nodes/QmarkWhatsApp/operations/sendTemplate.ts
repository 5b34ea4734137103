import { operation } from '../../core/operation';
import { send } from '../../networks/whatsApp/send';
import { templateDraft } from '../../networks/whatsApp/templateMessage';
import { addressed, templateOptions } from '../fields';
import { templateHeader } from '../mediaFields';
import { bodyParameters, buttonParameters, headerPlace, template } from '../templateFields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates */
export const sendTemplate = operation({
	resource: 'message',
	operation: 'sendTemplate',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Send Template',
	action: 'Send a template',
	description: 'Send an approved template, also to people who have not written lately',
	fields: [...addressed, template, ...templateHeader, ...headerPlace, bodyParameters, buttonParameters, templateOptions],
	run: async (input, api) => await send(api, input, async () => await templateDraft(api, { ...input, ...input.options })),
});
