import type { INode, INodeParameters } from 'n8n-workflow';
import type { WorkflowFile } from '../../sandbox/n8n/workflows';
import { seed } from '../../sandbox/networks/seed';

const locator = (value: string) => ({ __rl: true, mode: 'id', value });

/** Publishes the `contents` that are posted to its webhook, on the sandbox's three accounts. `parameters`: the Publisher's, such as its journal. */
export function publisherOf(name: string, path: string, parameters: INodeParameters): WorkflowFile {
	const nodes: INode[] = [
		{ id: 'call', name: 'Call', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0], webhookId: path, parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} } },
		{ id: 'contents', name: 'Contents', type: 'n8n-nodes-base.splitOut', typeVersion: 1, position: [200, 0], parameters: { fieldToSplitOut: 'body.contents', options: {} } },
		{
			...{ id: 'publisher', name: 'Publisher', type: 'n8n-nodes-qmark.qmarkPublisher', typeVersion: 1, position: [400, 0] },
			parameters: {
				...{ resource: 'content', operation: 'publish', networks: ['facebook', 'instagram', 'telegram'] },
				...{ facebookAccount: locator(seed.meta.page.id), instagramAccount: locator(seed.meta.instagram.id), telegramAccount: locator(`@${seed.telegram.channel.username}`) },
				...parameters,
			},
		},
	];
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return { name, nodes, connections: { Call: to('Contents'), Contents: to('Publisher') }, settings: { executionOrder: 'v1' } };
}
