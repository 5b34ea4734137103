import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { propertiesOf } from '../core/properties';
import { runOperations } from '../core/runner';
import { threads } from '../platforms/threads';
import { operations } from './operations';

export class QmarkThreads implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Threads',
		name: 'qmarkThreads',
		icon: { light: 'file:../icons/threads.svg', dark: 'file:../icons/threads.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Publish on Threads, answer replies and read insights',
		defaults: { name: 'QMARK Threads' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'qmarkThreadsOAuth2Api', required: true }],
		properties: [...propertiesOf(operations)],
	};

	async execute(this: IExecuteFunctions) {
		return await runOperations(this, threads, operations);
	}
}
