import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listTemplates } from '../../networks/whatsApp/templates';
import { businessAccount, pageSize } from '../fields';
import { templateFilters } from '../templateFields';

/** https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates */
export const getManyTemplates = operation({
	resource: 'template',
	operation: 'getAll',
	effect: 'read',
	scopes: ['whatsapp_business_management'],
	name: 'Get Many',
	action: 'Get many templates',
	description: 'Get many templates of an account in all their states',
	fields: [businessAccount, ...many, templateFilters],
	run: ({ businessAccount: account, filters, ...wanted }, api) => listTemplates(api, account, filters, pageSize(wanted)),
});
