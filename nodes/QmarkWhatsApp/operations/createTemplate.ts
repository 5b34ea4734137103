import { operation } from '../../core/operation';
import { createdTemplate } from '../../networks/whatsApp/templates';
import { businessAccount } from '../fields';
import { category, components, language, templateName, templateSettings } from '../templateFields';

/** https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates#creating-templates */
export const createTemplate = operation({
	resource: 'template',
	operation: 'create',
	effect: 'write',
	scopes: ['whatsapp_business_management'],
	name: 'Create',
	action: 'Create a template',
	description: 'Hand in a template, which Meta then reviews',
	fields: [businessAccount, templateName, language, category, components, templateSettings],
	run: async ({ businessAccount: account, templateSettings: { parameterFormat, validSeconds }, ...template }, api) =>
		await createdTemplate(api, account, template, { parameter_format: parameterFormat, message_send_ttl_seconds: validSeconds }),
});
