import type { INodeParameters } from 'n8n-workflow';
import type { WorkflowFile } from '../../sandbox/n8n/workflows';

interface Step {
	name: string;
	type: string;
	typeVersion: number;
	parameters: INodeParameters;
}

export const qmark = (parameters: INodeParameters): Step => ({ name: 'Under test', type: 'n8n-nodes-qmark.qmarkTelegram', typeVersion: 1, parameters });
export const native = (parameters: INodeParameters): Step => ({ name: 'Under test', type: 'n8n-nodes-base.telegram', typeVersion: 1.2, parameters });

/** `count` items, each with a chat of its own. */
export const manyItems = (count: number): Step => ({
	...{ name: 'Items', type: 'n8n-nodes-base.code', typeVersion: 2 },
	parameters: { jsCode: `return Array.from({ length: ${count} }, (_, n) => ({ json: { chat: String(6000000000 + n), text: 'Bonjour ' + n } }));` },
});

export const fileFromDisk = (path: string): Step => ({
	...{ name: 'File', type: 'n8n-nodes-base.readWriteFile', typeVersion: 1 },
	parameters: { operation: 'read', fileSelector: path, options: {} },
});

/** n8n's HTTP Request node keeps a whole upload in memory: what the memory figures look like when they are bad. */
export const httpRequestUpload = (url: string): Step => ({
	...{ name: 'Under test', type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2 },
	parameters: {
		...{ method: 'POST', url, sendBody: true, contentType: 'multipart-form-data', options: {} },
		bodyParameters: {
			parameters: [
				{ parameterType: 'formData', name: 'chat_id', value: '6000000001' },
				{ parameterType: 'formBinaryData', name: 'video', inputDataFieldName: 'data' },
			],
		},
	},
});

/** The steps one after the other, behind a manual trigger. */
export function workflowOf(name: string, steps: Step[]): WorkflowFile {
	const trigger: Step = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	const all = [trigger, ...steps];
	const links = all.slice(0, -1).map(({ name: from }, index): [string, { main: { node: string; type: 'main'; index: number }[][] }] => [
		from,
		{ main: [[{ node: all[index + 1]?.name ?? '', type: 'main', index: 0 }]] },
	]);
	return {
		name,
		nodes: all.map((step, index) => ({ ...step, id: `${name}-${index}`, position: [index * 220, 0] })),
		connections: Object.fromEntries(links),
		settings: { executionOrder: 'v1', saveManualExecutions: true },
	};
}

const chat = { __rl: true, mode: 'id', value: '={{ $json.chat }}' };
const unsigned = { additionalFields: { appendAttribution: false } };

/** The same work for both nodes, with the same two expressions an item. */
export const work = {
	send: {
		qmark: qmark({ resource: 'message', operation: 'sendText', chatId: chat, text: '={{ $json.text }}', parseMode: '' }),
		native: native({ resource: 'message', operation: 'sendMessage', chatId: '={{ $json.chat }}', text: '={{ $json.text }}', ...unsigned }),
	},
	read: {
		qmark: qmark({ resource: 'chat', operation: 'get', chatId: chat }),
		native: native({ resource: 'chat', operation: 'get', chatId: '={{ $json.chat }}' }),
	},
	upload: {
		qmark: qmark({ resource: 'message', operation: 'sendVideo', chatId: { ...chat, value: '6000000001' }, source: 'binary', binaryField: 'data' }),
		native: native({ resource: 'message', operation: 'sendVideo', chatId: '6000000001', binaryData: true, binaryPropertyName: 'data', additionalFields: {} }),
	},
} as const;
