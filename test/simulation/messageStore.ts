import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INode } from 'n8n-workflow';
import type { Operator } from '../../sandbox/n8n/operator';
import type { WorkflowFile } from '../../sandbox/n8n/workflows';
import { root } from '../support/stage';

/** A workflow of workflows/messages, as it is shipped. */
export function shippedWorkflow(file: string, folder = 'workflows/messages'): WorkflowFile {
	const workflow: WorkflowFile = JSON.parse(readFileSync(join(root, folder, `${file}.json`), 'utf8'));
	return workflow;
}

let calls = 0;

/** All rows of a Data Table, read by n8n's own node. */
export async function tableRows({ workflows }: Pick<Operator, 'workflows'>, table: string): Promise<IDataObject[]> {
	const start: INode = { id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} };
	const read: INode = {
		...{ id: 'read', name: 'Read', type: 'n8n-nodes-base.dataTable', typeVersion: 1.1, position: [200, 0], alwaysOutputData: true },
		parameters: { resource: 'row', operation: 'get', dataTableId: { __rl: true, mode: 'name', value: table }, matchType: 'anyCondition', filters: {}, returnAll: true },
	};
	const name = `Read ${table} ${process.pid} ${++calls}`;
	const workflow = await workflows.import({ name, nodes: [start, read], connections: { Start: { main: [[{ node: 'Read', type: 'main', index: 0 }]] } }, settings: { executionOrder: 'v1' } });
	const execution = await workflows.run(workflow);
	await workflows.remove(workflow);
	if (execution.status !== 'success') throw new Error(`The table “${table}” could not be read: ${execution.error}`);
	return execution.items('Read').map(({ json }) => json).filter(({ id }) => id !== undefined);
}
