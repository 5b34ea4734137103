import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { asNodeError, failureOf, refused } from '../core/errors';
import { orderedPool } from '../core/pool';
import { withUsage } from './alert';
import { blastRadius } from './blastRadius';
import { connections } from './connections';
import { diagnose } from './doctor';
import { examine } from './examine';
import type { Task } from './examine';
import { openInstance } from './instance';
import type { StoredCredential } from './instance';
import { scopesInUse } from './permissions';
import type { Report } from './report';
import { examineStored } from './walk';

/** Connections looked at side by side. */
const WIDTH = 4;

interface Options {
	requiredPermissions?: string;
	nodeParameters?: string | IDataObject;
}

const isTask = (operation: string): operation is Task['operation'] => ['check', 'renew', 'report'].includes(operation);

function taskOf(context: IExecuteFunctions, operation: Task['operation'], index: number): Task {
	const { requiredPermissions = '', nodeParameters }: Options = context.getNodeParameter('options', index, {});
	const parameters: IDataObject | undefined = typeof nodeParameters === 'string' && nodeParameters ? JSON.parse(nodeParameters) : nodeParameters || undefined;
	return { operation, required: requiredPermissions.split(/[\s,]+/).filter(Boolean), parameters };
}

async function examineOne(context: IExecuteFunctions, task: Task, index: number): Promise<Report[]> {
	const platform = connections.get(String(context.getNodeParameter('platform', index)));
	if (!platform) throw refused('Platform', 'it is none that QMARK connects.', 'Choose one from the list.');
	const affected = context.getNodeParameter('affectedWorkflows', index, false) === true;
	const workflows = affected ? await (await openInstance(context)).workflows() : undefined;
	const { id } = context.getNode().credentials?.[platform.credential] ?? { id: null };
	const required = task.required.length > 0 || !workflows || !id ? task.required : scopesInUse(id, workflows);
	const report = await examine(context, platform, { ...task, required });
	return [workflows && id ? withUsage(report, blastRadius(id, workflows)) : report];
}

async function examineAll(context: IExecuteFunctions, task: Task): Promise<Report[]> {
	const instance = await openInstance(context);
	const [credentials, workflows] = await Promise.all([instance.credentials(), instance.workflows()]);
	const examined = async (credential: StoredCredential) => {
		const required = task.required.length > 0 ? task.required : scopesInUse(credential.id, workflows);
		return withUsage(await examineStored(context, credential, { ...task, required }), blastRadius(credential.id, workflows));
	};
	const work = async (index: number) => await Promise.all(credentials.slice(index, index + 1).map(examined));
	return (await orderedPool([...credentials.keys()], WIDTH, work, context.getExecutionCancelSignal())).flat();
}

async function answer(context: IExecuteFunctions, index: number): Promise<object[]> {
	const operation = context.getNodeParameter('operation', index);
	if (operation === 'diagnose') return [await diagnose(context, await openInstance(context), String(context.getNodeParameter('workflowId', index)).trim())];
	if (typeof operation !== 'string' || !isTask(operation)) throw refused('Operation', `there is none called “${String(operation)}”.`, 'Open the node and choose one.');
	const task = taskOf(context, operation, index);
	return context.getNodeParameter('connections', index) === 'all' ? await examineAll(context, task) : await examineOne(context, task, index);
}

/** Runs Token Guard for every input item. A broken connection is an answer, not an error; what stops the Guard itself is one. */
export async function runGuard(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const output: INodeExecutionData[] = [];
	for (const item of context.getInputData().keys()) {
		try {
			output.push(...(await answer(context, item)).map((one) => ({ json: { ...one }, pairedItem: { item } })));
		} catch (error) {
			if (!context.continueOnFail()) throw asNodeError(context.getNode(), error);
			const { message, code, verdict, hint } = failureOf(error);
			output.push({ json: { error: message, details: { code, verdict, hint } }, pairedItem: { item } });
		}
	}
	return [output];
}
