import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { propertiesOf } from '../core/properties';
import { runOperations } from '../core/runner';
import { instagram } from '../platforms/instagram';
import { operations } from './operations';
import { searchAccounts } from '../networks/instagram/searches';

export class QmarkInstagram implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Instagram',
		name: 'qmarkInstagram',
		icon: { light: 'file:../icons/instagram.svg', dark: 'file:../icons/instagram.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Publish on Instagram, answer comments and read insights',
		defaults: { name: 'QMARK Instagram' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'qmarkMetaOAuth2Api', required: true }],
		properties: [...propertiesOf(operations)],
	};

	methods = { listSearch: { searchAccounts } };

	async execute(this: IExecuteFunctions) {
		return await runOperations(this, instagram, operations);
	}
}
