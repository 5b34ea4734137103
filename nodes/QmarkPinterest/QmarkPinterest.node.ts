import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { propertiesOf } from '../core/properties';
import { runOperations } from '../core/runner';
import { pinterest } from '../platforms/pinterest';
import { searchBoards, searchSections } from '../networks/pinterest/searches';
import { operations } from './operations';

export class QmarkPinterest implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Pinterest',
		name: 'qmarkPinterest',
		icon: { light: 'file:../icons/pinterest.svg', dark: 'file:../icons/pinterest.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Create Pins and boards on Pinterest, read analytics, run ads and send conversions',
		defaults: { name: 'QMARK Pinterest' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'qmarkPinterestOAuth2Api', required: true }],
		properties: [...propertiesOf(operations)],
	};

	methods = { listSearch: { searchBoards, searchSections } };

	async execute(this: IExecuteFunctions) {
		return await runOperations(this, pinterest, operations);
	}
}
