import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, INode } from 'n8n-workflow';
import { root, sources } from '../support/sources';

export interface WorkflowFile {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: object;
}

/** n8n's own nodes that shipped workflows use, with the versions that n8n 2.41 offers. */
export const coreNodes: Record<string, number[]> = {
	'@n8n/n8n-nodes-langchain.chainLlm': [1.7, 1.8, 1.9],
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': [1.2, 1.3],
	'@n8n/n8n-nodes-langchain.outputParserStructured': [1.2, 1.3],
	'n8n-nodes-base.aggregate': [1],
	'n8n-nodes-base.code': [2],
	'n8n-nodes-base.dataTable': [1, 1.1],
	'n8n-nodes-base.editImage': [1, 1.1],
	'n8n-nodes-base.emailSend': [2, 2.1],
	'n8n-nodes-base.errorTrigger': [1],
	'n8n-nodes-base.executeWorkflow': [1.1, 1.2, 1.3, 1.4],
	'n8n-nodes-base.executeWorkflowTrigger': [1, 1.1, 1.2],
	'n8n-nodes-base.extractFromFile': [1, 1.1],
	'n8n-nodes-base.filter': [2, 2.1, 2.2, 2.3],
	'n8n-nodes-base.form': [1, 2.3, 2.4, 2.5],
	'n8n-nodes-base.formTrigger': [2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6],
	'n8n-nodes-base.googleSheets': [3, 4, 4.1, 4.2, 4.3, 4.4, 4.5, 4.6, 4.7],
	'n8n-nodes-base.html': [1, 1.1, 1.2],
	'n8n-nodes-base.httpRequest': [4, 4.1, 4.2, 4.3, 4.4, 4.5],
	'n8n-nodes-base.if': [2, 2.1, 2.2, 2.3],
	'n8n-nodes-base.manualTrigger': [1],
	'n8n-nodes-base.merge': [3, 3.1, 3.2],
	'n8n-nodes-base.noOp': [1],
	'n8n-nodes-base.postgres': [2.3, 2.4, 2.5, 2.6, 2.7],
	'n8n-nodes-base.readWriteFile': [1, 1.1],
	'n8n-nodes-base.respondToWebhook': [1.1, 1.2, 1.3, 1.4, 1.5],
	'n8n-nodes-base.rssFeedRead': [1, 1.1, 1.2],
	'n8n-nodes-base.scheduleTrigger': [1.1, 1.2, 1.3, 1.4],
	'n8n-nodes-base.set': [3.3, 3.4, 3.5],
	'n8n-nodes-base.sort': [1],
	'n8n-nodes-base.splitInBatches': [3],
	'n8n-nodes-base.splitOut': [1],
	'n8n-nodes-base.stickyNote': [1],
	'n8n-nodes-base.stopAndError': [1],
	'n8n-nodes-base.summarize': [1, 1.1],
	'n8n-nodes-base.switch': [3, 3.1, 3.2, 3.3, 3.4],
	'n8n-nodes-base.wait': [1, 1.1],
	'n8n-nodes-base.webhook': [2, 2.1],
};

/** Every shipped workflow: its path from the root, its text and what the text says. */
export const workflows = sources('workflows', '.json').map(({ path, text }) => {
	const workflow: WorkflowFile = JSON.parse(text);
	return { path, text, workflow };
});

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
