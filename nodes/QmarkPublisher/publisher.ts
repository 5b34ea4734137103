import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { asNodeError, failureOf, refused } from '../core/errors';
import { Run } from './run';
import type { Task } from './run';
import { adapt } from './tasks/adapt';
import { check } from './tasks/check';
import { getMany, getResults, reconcile, remove } from './tasks/publications';
import { publish } from './tasks/publish';
import { schedule } from './tasks/schedule';

/** By resource and operation, as the panel names them. */
const tasks: Readonly<Record<string, Record<string, Task>>> = {
	content: { adapt, check, publish, schedule },
	publication: { delete: remove, getAll: getMany, getResults, reconcile },
};

/** Runs what the panel names. What becomes of a single target is in its item; what keeps the whole node from working is an error. */
export async function runPublisher(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	try {
		const [resource, operation] = [String(context.getNodeParameter('resource', 0)), String(context.getNodeParameter('operation', 0))];
		const task = tasks[resource]?.[operation];
		if (!task) throw refused('Operation', `there is none called “${operation}”.`, 'Open the node and choose one.');
		return [await task(new Run(context))];
	} catch (error) {
		if (!context.continueOnFail()) throw asNodeError(context.getNode(), error);
		const { message, code, verdict, hint } = failureOf(error);
		return [context.getInputData().map((_, item) => ({ json: { error: message, details: { code, verdict, hint } }, pairedItem: { item } }))];
	}
}
