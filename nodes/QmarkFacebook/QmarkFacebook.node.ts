import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { propertiesOf } from '../core/properties';
import { runOperations } from '../core/runner';
import { facebook } from '../platforms/facebook';
import { operations } from './operations';
import { searchPages } from '../networks/facebook/searches';

export class QmarkFacebook implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Facebook',
		name: 'qmarkFacebook',
		icon: { light: 'file:../icons/facebook.svg', dark: 'file:../icons/facebook.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Publish on Facebook pages, answer comments and read insights',
		defaults: { name: 'QMARK Facebook' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'qmarkMetaOAuth2Api', required: true }],
		properties: [...propertiesOf(operations)],
	};

	methods = { listSearch: { searchPages } };

	async execute(this: IExecuteFunctions) {
		return await runOperations(this, facebook, operations);
	}
}
