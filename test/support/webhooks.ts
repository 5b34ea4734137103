import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Request, Response } from 'express';
import { WebhookContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
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

export interface WebhookNode {
	node: INodeType;
	parameters: INodeParameters;
	/** Credential type → its decrypted data. */
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** `manual` while somebody listens for a test event. */
	mode?: WorkflowExecuteMode;
	/** Workflows with the same id share what a process remembers. */
	workflowId: string;
}

/** n8n's services that a webhook can reach. */
function additionalDataFor(origin: string, credentials: WebhookNode['credentials'], httpRequest: Request, httpResponse: Response) {
	const url = `${origin}/webhook`;
	const credentialsHelper = {
		getParentTypes: () => ['oAuth2Api'],
		getDecrypted: async (_: unknown, { id }: { id: string }) => credentials[id],
		isCredentialUsableByNode: () => true,
	};
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		...{ restApiUrl: origin, instanceBaseUrl: origin, webhookBaseUrl: url, webhookTestBaseUrl: `${origin}/webhook-test` },
		...{ variables: {}, httpRequest, httpResponse },
	};
	return Object.assign(data, { credentialsHelper }) as IWorkflowExecuteAdditionalData;
}

/**
 * Serves a webhook node over HTTP as a published workflow: n8n-core's real context, static data that is loaded for each
 * call and saved after it. `started` holds the item of each execution.
 */
export async function serveWebhooks({ node: type, parameters, credentials, mode = 'webhook', workflowId }: WebhookNode) {
	const started: IDataObject[] = [];
	let database = '{}';
	const node: INode = {
		...{ id: 'node-under-test', name: type.description.displayName, type: type.description.name, typeVersion: 1 },
		...{ position: [0, 0], parameters, webhookId: 'webhook-under-test' },
		credentials: Object.fromEntries(Object.keys(credentials).map((id) => [id, { id, name: id }])),
	};
	const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };

	const answer = async (request: Request, response: Response) => {
		const webhookDescription = type.description.webhooks?.find(({ path, httpMethod }) => request.path.endsWith(`/${path}`) && httpMethod === request.method);
		if (!webhookDescription) return void response.sendStatus(404);
		// n8n leaves the body out where there is none.
		if (request.headers['content-length'] === '0') request.body = undefined;
		const staticData: IDataObject = JSON.parse(database);
		const workflow = new Workflow({ id: workflowId, nodes: [node], connections: {}, active: true, nodeTypes, staticData });
		const additionalData = additionalDataFor(origin, credentials, request, response);
		const webhookData: IWebhookData = { httpMethod: 'POST', node: node.name, path: webhookDescription.path, webhookDescription, workflowId, workflowExecuteAdditionalData: additionalData };
		const context: IWebhookFunctions = new WebhookContext(workflow, node, additionalData, mode, webhookData, [], null);
		const { webhookResponse, noWebhookResponse, workflowData } = (await type.webhook?.call(context)) ?? {};
		for (const { json } of workflowData?.flat() ?? []) started.push(json);
		if (workflow.staticData.__dataChanged) database = JSON.stringify(workflow.staticData);
		// n8n sends its default for `responseData`, a word, where an execution starts and the description has none.
		const word = workflowData && (webhookDescription.responseData ?? 'firstEntryJson');
		if (!noWebhookResponse) response.send(word || (webhookResponse ?? { message: 'Workflow was started' }));
	};

	const app = express().use(express.urlencoded({ extended: true }), express.json());
	app.use((request, response, next) => void answer(request, response).catch(next));
	const server = app.listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		/** Where the node's webhooks stand, without the last segment. */
		url: `${origin}/webhook/webhook-under-test`,
		started,
		/** Static data as n8n's database holds it, as text. */
		stored: () => database,
		/** As if a call that had loaded older static data was saved last. */
		store: (text: string) => void (database = text),
		close: async () => await new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
	};
}
