import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import type { WorkflowFile } from '../../../sandbox/n8n/workflows';
import { root } from '../../support/stage';

/** A shipped workflow of this story with its node *Settings* filled in. */
export function shipped(file: string, settings: Record<string, string>): WorkflowFile {
	const workflow: WorkflowFile = JSON.parse(readFileSync(join(root, 'workflows', 'tokens', file), 'utf8'));
	const assignments = Object.entries(settings).map(([name, value]) => ({ id: name, name, value, type: 'string' }));
	const parameters: INodeParameters = { assignments: { assignments }, options: {} };
	return { ...workflow, nodes: workflow.nodes.map((node) => (node.name === 'Settings' ? { ...node, parameters } : node)) };
}

export interface Posted {
	key: string;
	title: string;
	text: string;
	report: object;
}

/** An address that takes alerts as a webhook and keeps them. */
export async function receiver() {
	const received: Posted[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (part: Buffer) => (body += part.toString('utf8')));
		request.on('end', () => {
			received.push(JSON.parse(body));
			response.end('{}');
		});
	}).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/alerts`, received, close: async () => await new Promise((resolve) => server.close(resolve)) };
}
