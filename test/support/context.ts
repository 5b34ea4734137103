import * as n8nCore from 'n8n-core';
import { Workflow, createRunExecutionData } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { authenticated, parentTypes, resolved } from './credentialTypes';

/** n8n-core as far as it makes contexts; another installation of it has the same. */
export type Core = Pick<typeof n8nCore, 'ExecuteContext' | 'LoadOptionsContext'>;

export interface NodeRun {
	node: INodeType;
	parameters: INodeParameters;
	/** Credential type → what n8n has stored for it. The same object is what a renewal writes to; nodes see it with the type’s defaults and expressions. */
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** Credential type → its ID and name in n8n, which its lock and QMARK’s memory go by; the type itself otherwise. */
	ids?: Record<string, string>;
	/** Other services of n8n’s, such as running sub-workflows. */
	services?: Partial<IWorkflowExecuteAdditionalData>;
	/** Of the node's type; 1 unless given. */
	typeVersion?: number;
	/** Default: the n8n-core of this repository. */
	core?: Core;
	/** Default: one empty item. */
	items?: INodeExecutionData[];
	continueOnFail?: boolean;
	/** Runs with the same id are tries of the same execution, as n8n's *Retry On Fail* makes them. */
	executionId?: string;
	signal?: AbortSignal;
}

let executions = 0;

interface Slot {
	id: string;
}

/** n8n's services that a node can reach, as far as QMARK's nodes do. Nothing of HTTP is replaced. */
export function additionalDataFor({ credentials, executionId, ids = {}, services }: NodeRun): IWorkflowExecuteAdditionalData {
	const url = 'http://127.0.0.1:5678/';
	const typeOf = (id: string) => Object.keys(ids).find((type) => ids[type] === id) ?? id;
	const storedAs = (id: string) => credentials[typeOf(id)] ?? {};
	const credentialsHelper = {
		getParentTypes: parentTypes,
		getDecrypted: async (_: unknown, { id }: Slot, type: string, __: unknown, ___: unknown, raw?: boolean) => (raw === true ? structuredClone(storedAs(id)) : resolved(type, storedAs(id))),
		isCredentialUsableByNode: () => true,
		preAuthentication: async () => undefined,
		runPreAuthentication: async () => undefined,
		authenticate: async (data: ICredentialDataDecryptedObject, type: string, options: IHttpRequestOptions) => authenticated(type, data, options),
		getCredentialsProperties: () => [],
		updateCredentialsOauthTokenData: async ({ id }: Slot, _: unknown, data: ICredentialDataDecryptedObject) => {
			Object.assign(storedAs(id), structuredClone({ oauthTokenData: data.oauthTokenData }));
		},
	};
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		...{ restApiUrl: url, instanceBaseUrl: url, webhookBaseUrl: url, webhookWaitingBaseUrl: url, formWaitingBaseUrl: url, webhookTestBaseUrl: url },
		variables: {},
		executionId: executionId ?? `test-${++executions}`,
		...services,
	};
	return Object.assign(data, { credentialsHelper }) as IWorkflowExecuteAdditionalData;
}

function parts(run: NodeRun) {
	const { node: type, parameters, credentials, ids = {}, continueOnFail, typeVersion = 1 } = run;
	const node: INode = {
		id: 'node-under-test',
		name: type.description.displayName,
		type: type.description.name,
		typeVersion,
		position: [0, 0],
		parameters,
		credentials: Object.fromEntries(Object.keys(credentials).map((type) => [type, { id: ids[type] ?? type, name: ids[type] ?? type }])),
		...(continueOnFail && { onError: 'continueRegularOutput', continueOnFail: true }),
	};
	const nodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ id: 'workflow-under-test', nodes: [node], connections: {}, active: false, nodeTypes });
	return { node, workflow, additionalData: additionalDataFor(run) };
}

/** Runs a node in n8n-core's real execution context: all its outputs, until when it parked the execution, and what it tells the person. Throws what the node throws. */
export async function executeNode(run: NodeRun): Promise<{ outputs: INodeExecutionData[][]; waitTill?: Date; hints: string[] }> {
	const { node, workflow, additionalData } = parts(run);
	const { ExecuteContext } = run.core ?? n8nCore;
	const items = run.items ?? [{ json: {} }];
	const inputData = { main: [items] };
	const data = createRunExecutionData({});
	const context = new ExecuteContext(
		...[workflow, node, additionalData, 'manual' as const, data, 0, items, inputData] as const,
		...[{ node, data: inputData, source: null }, new Array<() => Promise<void>>(), run.signal] as const,
	);
	const outputs = await run.node.execute?.call(context);
	return { outputs: Array.isArray(outputs) ? outputs.map((output) => output ?? []) : [], waitTill: data.waitTill ?? undefined, hints: context.hints.map(({ message }) => message) };
}

/** The same, and its first output alone. */
export const runNode = async (run: NodeRun): Promise<INodeExecutionData[]> => (await executeNode(run)).outputs[0] ?? [];

/** The entries a resource locator's list shows. */
export async function searchList(run: NodeRun, method: string, filter?: string) {
	const { node, workflow, additionalData } = parts(run);
	const { LoadOptionsContext } = run.core ?? n8nCore;
	const context = new LoadOptionsContext(workflow, node, additionalData, 'parameters');
	const search = run.node.methods?.listSearch?.[method];
	if (!search) throw new Error(`${node.name} has no list search “${method}”.`);
	return (await search.call(context, filter)).results;
}

/** The JSON of each output item. */
export const jsonOf = (items: INodeExecutionData[]): IDataObject[] => items.map(({ json }) => json);
