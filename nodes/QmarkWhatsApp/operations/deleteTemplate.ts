import { operation } from '../../core/operation';
import { removeTemplate } from '../../networks/whatsApp/removal';
import { businessAccount } from '../fields';
import { oneLanguage, templateName } from '../templateFields';

/** https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates#deleting-templates */
export const deleteTemplate = operation({
	resource: 'template',
	operation: 'delete',
	effect: 'write',
	scopes: ['whatsapp_business_management'],
	name: 'Delete',
	action: 'Delete a template',
	description: 'Delete a template in all its languages, or in one',
	fields: [businessAccount, templateName, oneLanguage],
	run: async ({ businessAccount: account, name, templateId: id }, api) => await removeTemplate(api, account, name, id.trim()),
});
