import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { asNodeError, failureOf, refused } from '../core/errors';
import { withUsage } from './alert';
import { blastRadius } from './blastRadius';
import { connections } from './connections';
import { diagnose } from './doctor';
import { examine } from './examine';
import type { Task } from './examine';
import { openInstance } from './instance';
import { scopesInUse } from './permissions';
import type { Report } from './report';
import { examineStored } from './walk';

interface Options {
	append?: boolean;
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
	const platform = connections.get(String(context.getNodeParameter('connections', index)));
	if (!platform) throw refused('Connections', 'it is none that QMARK connects.', 'Choose one from the list.');
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
	const required = (id: string) => (task.required.length > 0 ? task.required : scopesInUse(id, workflows));
	const reports = await examineStored(context, credentials.map((credential) => ({ ...task, credential, required: required(credential.id) })));
	return reports.map((report) => withUsage(report, blastRadius(report.credentialId, workflows)));
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
	const { append = false }: Options = context.getNodeParameter('options', 0, {});
	if (append) output.push(...context.getInputData());
	for (const item of append ? [0] : context.getInputData().keys()) {
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
