import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import express from 'express';
import type { Request, Response } from 'express';
import { HookContext, WebhookContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	IBinaryKeyData,
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeParameters,
	INodeType,
	IWebhookData,
	IWebhookFunctions,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalDataFor } from './context';

export interface WebhookNode {
	node: INodeType;
	parameters: INodeParameters;
	/** Credential type → its decrypted data. */
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** `manual` while somebody listens for a test event. */
	mode?: WorkflowExecuteMode;
	/** Workflows with the same id share what a process remembers. */
	workflowId?: string;
	webhookId?: string;
	/** Runs the workflow with an execution's items, where n8n answers once it has finished; one that throws has failed. */
	execute?(items: IDataObject[]): Promise<void>;
}

/** The addresses that nodes get: published ones, and those of a test in the editor. */
const [LIVE, TEST] = ['webhook', 'webhook-test'];

/** One workflow whose only node is a webhook node. */
class Served {
	/** Items of all executions. */
	readonly started: IDataObject[] = [];
	/** Their files, one entry for each item. */
	readonly binaries: (IBinaryKeyData | undefined)[] = [];
	/** How many executions there were. */
	executions = 0;
	readonly webhookId: string;
	private database = '{}';
	private readonly workflowId: string;

	constructor(
		private readonly served: WebhookNode,
		private readonly origin: string,
	) {
		this.workflowId = served.workflowId ?? randomUUID();
		this.webhookId = served.webhookId ?? 'webhook-under-test';
	}

	/** Where the node's webhooks stand, without the last segment. */
	get url(): string {
		return `${this.origin}/${LIVE}/${this.webhookId}`;
	}

	/** Static data as n8n's database holds it, as text. */
	stored = (): string => this.database;

	/** As if a call that had loaded older static data was saved last. */
	store = (text: string): void => void (this.database = text);

	/** n8n's static data, loaded and afterwards saved. */
	private async withWorkflow<T>(work: (workflow: Workflow, node: INode) => Promise<T>): Promise<T> {
		const { node: type, parameters, credentials } = this.served;
		const node: INode = {
			...{ id: 'node-under-test', name: type.description.displayName, type: type.description.name, typeVersion: 1 },
			...{ position: [0, 0], parameters, webhookId: this.webhookId },
			credentials: Object.fromEntries(Object.keys(credentials).map((id) => [id, { id, name: id }])),
		};
		const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
		const workflow = new Workflow({ id: this.workflowId, nodes: [node], connections: {}, active: true, nodeTypes, staticData: JSON.parse(this.database) });
		const result = await work(workflow, workflow.getNode(node.name) ?? node);
		if (workflow.staticData.__dataChanged) this.database = JSON.stringify(workflow.staticData);
		return result;
	}

	private services(more: Partial<IWorkflowExecuteAdditionalData> = {}): IWorkflowExecuteAdditionalData {
		const { node, parameters, credentials } = this.served;
		const urls = { webhookBaseUrl: `${this.origin}/${LIVE}`, webhookTestBaseUrl: `${this.origin}/${TEST}` };
		return Object.assign(additionalDataFor({ node, parameters, credentials }), urls, more);
	}

	private webhookData(path: string, method: string, isTest: boolean, services: IWorkflowExecuteAdditionalData): IWebhookData | undefined {
		const { webhooks = [], displayName } = this.served.node.description;
		const webhookDescription = webhooks.find((one) => one.path === path && one.httpMethod === method);
		return webhookDescription && { httpMethod: 'POST', node: displayName, path, webhookDescription, workflowId: this.workflowId, workflowExecuteAdditionalData: services, isTest };
	}

	/** Calls what n8n calls when the workflow is published or taken back, or when a test begins or ends. */
	async hook(method: 'checkExists' | 'create' | 'delete', { isTest = false } = {}): Promise<unknown> {
		return await this.withWorkflow(async (workflow, node) => {
			const services = this.services();
			const [first] = this.served.node.description.webhooks ?? [];
			const data = this.webhookData(first?.path ?? '', String(first?.httpMethod), isTest, services);
			const context = new HookContext(workflow, node, services, isTest ? 'manual' : 'trigger', isTest ? 'manual' : 'activate', data);
			return await this.served.node.webhookMethods?.default?.[method].call(context);
		});
	}

	async answer(request: Request, response: Response, path: string, isTest: boolean): Promise<void> {
		const { node: type, mode = 'webhook', execute } = this.served;
		const services = this.services({ httpRequest: request, httpResponse: response });
		const webhookData = this.webhookData(path, request.method, isTest, services);
		if (!webhookData) return void response.sendStatus(404);
		// n8n hands the body over unread where the node asks for it.
		const readRawBody = async () => void (request.rawBody = await buffer(request));
		Object.assign(request, { readRawBody, contentType: request.headers['content-type']?.split(';')[0] });
		const { webhookResponse, noWebhookResponse, workflowData } = await this.withWorkflow(async (workflow, node) => {
			const context: IWebhookFunctions = new WebhookContext(workflow, node, services, isTest ? 'manual' : mode, webhookData, [], null);
			return (await type.webhook?.call(context)) ?? {};
		});
		const items = (workflowData?.flat() ?? []).map(({ json }) => json);
		this.started.push(...items);
		this.binaries.push(...(workflowData?.flat() ?? []).map(({ binary }) => binary));
		if (workflowData) this.executions += 1;
		if (workflowData && execute && (await execute(items).then(() => false, () => true))) return void response.status(500).json({ message: 'Error in workflow' });
		// n8n sends its default for `responseData`, a word, where an execution starts and the description has none.
		const word = workflowData && (webhookData.webhookDescription.responseData ?? 'firstEntryJson');
		if (word === 'noData') response.json(undefined);
		else if (!noWebhookResponse) response.send(word || (webhookResponse ?? { message: 'Workflow was started' }));
	}
}

/** An n8n as far as webhooks go: workflows side by side under one address, n8n-core's real contexts, static data loaded for each call and saved after it. */
export async function openInstance() {
	const workflows: Served[] = [];
	const app = express();
	app.all('/:endpoint/:webhookId/:path', (request, response, next) => {
		const { endpoint, webhookId, path } = request.params;
		const workflow = workflows.find((one) => one.webhookId === webhookId);
		if (!workflow || (endpoint !== LIVE && endpoint !== TEST)) return void response.sendStatus(404);
		workflow.answer(request, response, path, endpoint === TEST).catch(next);
	});
	const server = app.listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		origin,
		add: (workflow: WebhookNode): Served => {
			const served = new Served(workflow, origin);
			workflows.push(served);
			return served;
		},
		/** Its webhooks answer 404 from now on. */
		remove: (served: Served) => void workflows.splice(workflows.indexOf(served), 1),
		close: async () =>
			await new Promise<void>((resolve, reject) => {
				server.close((error) => (error ? reject(error) : resolve()));
				server.closeAllConnections();
			}),
	};
}

/** One webhook node, published. `started` holds the items of its executions. */
export async function serveWebhooks(workflow: WebhookNode) {
	const { add, close } = await openInstance();
	return Object.assign(add(workflow), { close });
}
