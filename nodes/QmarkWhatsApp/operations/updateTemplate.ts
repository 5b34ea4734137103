import { operation } from '../../core/operation';
import { updatedTemplate } from '../../networks/whatsApp/templates';
import { components, templateChanges, templateId } from '../templateFields';

/** https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates#edit-templates */
export const updateTemplate = operation({
	resource: 'template',
	operation: 'update',
	effect: 'write',
	scopes: ['whatsapp_business_management'],
	name: 'Update',
	action: 'Update a template',
	description: 'Change the content of a template, which Meta then reviews again',
	fields: [templateId, components, templateChanges],
	run: async ({ templateId: id, components: parts, templateChanges: { category } }, api) => await updatedTemplate(api, id.trim(), parts, category),
});
