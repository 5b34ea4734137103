import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { propertiesOf } from '../core/properties';
import { runOperations } from '../core/runner';
import { searchAuthors, searchOrganizations } from '../networks/linkedin/searches';
import { linkedin } from '../platforms/linkedin';
import { operations } from './operations';

export class QmarkLinkedIn implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK LinkedIn',
		name: 'qmarkLinkedIn',
		icon: { light: 'file:../icons/linkedin.svg', dark: 'file:../icons/linkedin.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Publish on LinkedIn as a member or a page, comment, react and read statistics',
		defaults: { name: 'QMARK LinkedIn' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'qmarkLinkedInOAuth2Api', required: true }],
		properties: [...propertiesOf(operations)],
	};

	methods = { listSearch: { searchAuthors, searchOrganizations } };

	async execute(this: IExecuteFunctions) {
		return await runOperations(this, linkedin, operations);
	}
}
