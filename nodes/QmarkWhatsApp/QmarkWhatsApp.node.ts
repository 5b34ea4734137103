import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { propertiesOf } from '../core/properties';
import { runOperations } from '../core/runner';
import { authentication } from '../networks/meta/authentication';
import { platforms, searchBusinessAccounts, searchPhoneNumbers, searchTemplates } from '../networks/whatsApp/searches';
import { operations } from './operations';

export class QmarkWhatsApp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK WhatsApp',
		name: 'qmarkWhatsApp',
		icon: { light: 'file:../icons/whatsApp.svg', dark: 'file:../icons/whatsApp.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Send WhatsApp messages and templates, fetch files and manage numbers',
		defaults: { name: 'QMARK WhatsApp' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{ name: 'qmarkMetaOAuth2Api', required: true, displayOptions: { show: { authentication: ['qmarkMetaOAuth2Api'] } } },
			{ name: 'qmarkMetaSystemUserApi', required: true, displayOptions: { show: { authentication: ['qmarkMetaSystemUserApi'] } } },
		],
		properties: [authentication, ...propertiesOf(operations)],
	};

	methods = { listSearch: { searchBusinessAccounts, searchPhoneNumbers, searchTemplates } };

	async execute(this: IExecuteFunctions) {
		return await runOperations(this, platforms, operations);
	}
}
