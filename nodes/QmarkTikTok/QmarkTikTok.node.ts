import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { propertiesOf } from '../core/properties';
import { runOperations } from '../core/runner';
import { tiktok } from '../platforms/tiktok';
import { operations } from './operations';

export class QmarkTikTok implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK TikTok',
		name: 'qmarkTikTok',
		icon: { light: 'file:../icons/tiktok.svg', dark: 'file:../icons/tiktok.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Publish videos and photos on TikTok, follow their processing, and read videos and profile',
		defaults: { name: 'QMARK TikTok' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'qmarkTikTokOAuth2Api', required: true }],
		properties: [...propertiesOf(operations)],
	};

	async execute(this: IExecuteFunctions) {
		return await runOperations(this, tiktok, operations);
	}
}
