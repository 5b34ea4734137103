import { randomUUID } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../errors';
import { dataTableStore } from './dataTable';
import type { Store, Table } from './store';
import { workflowStore } from './workflow';

/** Told apart from every other process: after a crash or on another worker nobody takes himself for this one. */
const process = randomUUID().slice(0, 8);

/** Names this run in this process. */
export const ownerOf = (context: IExecuteFunctions): string => [context.getExecutionId(), context.getNode().id, process].join('/');

function chosen(context: IExecuteFunctions, name: string): string {
	const given: unknown = context.getNodeParameter(name, 0, '');
	// n8n takes the value out of a resource locator, but not out of a workflow selector.
	const value = typeof given === 'object' && given !== null && 'value' in given ? given.value : given;
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The store that the fields of `journalFields` choose. */
export function storeOf(context: IExecuteFunctions, table: Table): Store {
	if (chosen(context, 'journal') !== 'workflow') return dataTableStore(context, { ...table, name: chosen(context, 'journalTable') || table.name });
	const workflow = chosen(context, 'journalWorkflow');
	if (workflow === '') throw refused('Workflow', 'no workflow is chosen for the journal.', 'Choose one under “Workflow”, or keep the journal in a Data Table.');
	return workflowStore(context, workflow);
}
