import type { INode, INodeParameters } from 'n8n-workflow';
import type { Operator } from '../../sandbox/n8n/operator';

/** A line of the shipped workflows' Data Table “QMARK contents”. */
export type StoreRow = Record<'content_id' | 'status' | 'publish_at' | 'networks' | 'text' | 'content' | 'note' | 'asked_at' | 'updated_by', string>;

const dataTable = (id: string, parameters: INodeParameters, more: Partial<INode> = {}): INode => ({ id, name: id, type: 'n8n-nodes-base.dataTable', typeVersion: 1.1, position: [0, 0], parameters, ...more });
const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });

/** A content that waits for approval, as an import lays it into the store. */
export const rowOf = (content: { id: string; text: string; targets?: { network: string }[] }, more: Partial<StoreRow> = {}): StoreRow => ({
	...{ content_id: content.id, status: 'review', publish_at: '', networks: (content.targets ?? []).map(({ network }) => network).join(', ') || 'all', text: content.text },
	...{ content: JSON.stringify(content), note: '', asked_at: '', updated_by: 'Test', ...more },
});

/** A Data Table of this n8n, written and read by small workflows as a person's own would. */
export function storeOf({ workflows }: Pick<Operator, 'workflows'>, table: string) {
	let calls = 0;
	const at = { __rl: true, mode: 'name', value: table };
	const run = async (nodes: INode[]) => {
		const start: INode = { id: 'Start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} };
		const all = [start, ...nodes];
		const connections = Object.fromEntries(nodes.map(({ name }, index) => [all[index]?.name ?? '', to(name)]));
		const workflow = await workflows.import({ name: `Store ${table} ${process.pid} ${++calls}`, nodes: all, connections, settings: { executionOrder: 'v1' } });
		const execution = await workflows.run(workflow);
		await workflows.remove(workflow);
		if (execution.status !== 'success') throw new Error(`The table “${table}” could not be used: ${execution.error}`);
		return execution;
	};
	return {
		/** Writes lines by their `content_id`. */
		put: async (rows: readonly Partial<StoreRow>[]) => {
			const names = ['content_id', 'status', 'publish_at', 'networks', 'text', 'content', 'note', 'asked_at', 'updated_by'];
			const create: INodeParameters = { resource: 'table', operation: 'create', tableName: table, columns: { column: names.map((name) => ({ name, type: 'string' })) }, options: { createIfNotExists: true } };
			const items: INode = { id: 'Items', name: 'Items', type: 'n8n-nodes-base.code', typeVersion: 2, position: [0, 0], parameters: { jsCode: `return ${JSON.stringify(rows.map((json) => ({ json })))};` } };
			const filters = { conditions: [{ keyName: 'content_id', condition: 'eq', keyValue: '={{ $json.content_id }}' }] };
			const columns = { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] };
			await run([dataTable('Create', create), items, dataTable('Write', { resource: 'row', operation: 'upsert', dataTableId: at, matchType: 'allConditions', filters, columns, options: {} })]);
		},
		/** The line of a content; undefined when there is none. */
		row: async (id: string): Promise<Partial<StoreRow> | undefined> => {
			const get = dataTable('Read', { resource: 'row', operation: 'get', dataTableId: at, matchType: 'allConditions', filters: { conditions: [{ keyName: 'content_id', condition: 'eq', keyValue: id }] }, returnAll: true }, { alwaysOutputData: true });
			const [item] = (await run([get])).items('Read');
			return item?.json.content_id ? item.json : undefined;
		},
	};
}
