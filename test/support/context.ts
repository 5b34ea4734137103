import { ExecuteContext, LoadOptionsContext } from 'n8n-core';
import { Workflow, createRunExecutionData } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

export interface NodeRun {
	node: INodeType;
	parameters: INodeParameters;
	/** Credential type → its decrypted data. The same object is what a renewal writes to. */
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** Default: one empty item. */
	items?: INodeExecutionData[];
	continueOnFail?: boolean;
	/** Runs with the same id are tries of the same execution, as n8n's *Retry On Fail* makes them. */
	executionId?: string;
	signal?: AbortSignal;
}

let executions = 0;

/** n8n's services that a node can reach, as far as QMARK's nodes do. Nothing of HTTP is replaced. */
function additionalDataFor({ credentials, executionId }: NodeRun): IWorkflowExecuteAdditionalData {
	const url = 'http://127.0.0.1:5678/';
	const credentialsHelper = {
		getParentTypes: (type: string) => (type.includes('OAuth2') ? ['oAuth2Api'] : []),
		getDecrypted: async (_: unknown, { id }: { id: string }) => credentials[id],
		isCredentialUsableByNode: () => true,
		preAuthentication: async () => undefined,
		runPreAuthentication: async () => undefined,
		authenticate: async (_: unknown, __: unknown, options: unknown) => options,
		getCredentialsProperties: () => [],
		updateCredentialsOauthTokenData: async ({ id }: { id: string }, _: unknown, data: ICredentialDataDecryptedObject) => {
			Object.assign(credentials[id] ?? {}, { oauthTokenData: data.oauthTokenData });
		},
	};
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		...{ restApiUrl: url, instanceBaseUrl: url, webhookBaseUrl: url, webhookWaitingBaseUrl: url, formWaitingBaseUrl: url, webhookTestBaseUrl: url },
		variables: {},
		executionId: executionId ?? `test-${++executions}`,
	};
	return Object.assign(data, { credentialsHelper }) as IWorkflowExecuteAdditionalData;
}

function parts(run: NodeRun) {
	const { node: type, parameters, credentials, continueOnFail } = run;
	const node: INode = {
		id: 'node-under-test',
		name: type.description.displayName,
		type: type.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: Object.fromEntries(Object.keys(credentials).map((id) => [id, { id, name: id }])),
		...(continueOnFail && { onError: 'continueRegularOutput', continueOnFail: true }),
	};
	const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ id: 'workflow-under-test', nodes: [node], connections: {}, active: false, nodeTypes });
	return { node, workflow, additionalData: additionalDataFor(run) };
}

/** Runs a node in n8n-core's real execution context and answers its first output. Throws what the node throws. */
export async function runNode(run: NodeRun): Promise<INodeExecutionData[]> {
	const { node, workflow, additionalData } = parts(run);
	const items = run.items ?? [{ json: {} }];
	const inputData = { main: [items] };
	const context: IExecuteFunctions = new ExecuteContext(
		...[workflow, node, additionalData, 'manual' as const, createRunExecutionData({}), 0, items, inputData] as const,
		...[{ node, data: inputData, source: null }, new Array<() => Promise<void>>(), run.signal] as const,
	);
	const outputs = await run.node.execute?.call(context);
	return Array.isArray(outputs) ? (outputs[0] ?? []) : [];
}

/** The entries a resource locator's list shows. */
export async function searchList(run: NodeRun, method: string, filter?: string) {
	const { node, workflow, additionalData } = parts(run);
	const context = new LoadOptionsContext(workflow, node, additionalData, 'parameters');
	const search = run.node.methods?.listSearch?.[method];
	if (!search) throw new Error(`${node.name} has no list search “${method}”.`);
	return (await search.call(context, filter)).results;
}

/** The JSON of each output item. */
export const jsonOf = (items: INodeExecutionData[]): IDataObject[] => items.map(({ json }) => json);
