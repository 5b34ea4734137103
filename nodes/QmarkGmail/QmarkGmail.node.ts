import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { propertiesOf } from '../core/properties';
import { runOperations } from '../core/runner';
import { getLabels, searchLabels } from '../networks/gmail/searches';
import { gmail } from '../platforms/gmail';
import { operations } from './operations';

export class QmarkGmail implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Gmail',
		name: 'qmarkGmail',
		icon: { light: 'file:../icons/gmail.svg', dark: 'file:../icons/gmail.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Send, answer, read and organise messages of a Gmail mailbox',
		defaults: { name: 'QMARK Gmail' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'qmarkGmailOAuth2Api', required: true }],
		properties: [...propertiesOf(operations)],
	};

	methods = { listSearch: { searchLabels }, loadOptions: { getLabels } };

	async execute(this: IExecuteFunctions) {
		return await runOperations(this, gmail, operations);
	}
}
