import type { IDataObject, IExecuteFunctions, INode, INodeParameters, IWorkflowBase } from 'n8n-workflow';
import { PlatformError, failureOf } from '../errors';
import { wait } from '../wait';
import { unwritten } from './store';
import type { Change, Row, Store, Table, Wish } from './store';

/** n8n needs some seconds to start: so often, and with so many ms between, the tables are asked for. */
const STARTING = 20;
const PAUSE = 1_000;

/** Conditions of one query: more make it slow to read for a database. */
const MOST_KEYS = 100;

interface Condition {
	keyName: string;
	condition: 'eq';
	keyValue: string;
}

const equals = (keyName: string, keyValue: string): Condition => ({ keyName, condition: 'eq', keyValue });

const chunked = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / MOST_KEYS) }, (_, index) => all.slice(index * MOST_KEYS, (index + 1) * MOST_KEYS));

const inTable = (id: string): INodeParameters => ({ dataTableId: { __rl: true, mode: 'id', value: id } });
/** n8n takes the columns from the item as it is: an expression for each would cost a millisecond each. */
const fromItem: INodeParameters = { columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] }, options: {} };

/** A workflow of n8n's own Data Table node, run inside this execution: nodes of other packages may not write tables themselves. */
function workflowOf(context: IExecuteFunctions, title: string, steps: readonly Partial<INode>[]): IWorkflowBase {
	const now = new Date();
	const start: INode = { id: 'start', name: 'Start', type: 'n8n-nodes-base.executeWorkflowTrigger', typeVersion: 1.1, position: [0, 0], parameters: { inputSource: 'passthrough' } };
	const nodes = [start, ...steps.map((step, index): INode => ({ id: `step-${index}`, name: `Step ${index + 1}`, type: 'n8n-nodes-base.dataTable', typeVersion: 1.1, position: [200 * (index + 1), 0], parameters: {}, ...step }))];
	return {
		...{ id: String(context.getWorkflow().id), name: title, active: false, activeVersionId: null, isArchived: false, createdAt: now, updatedAt: now, nodes },
		connections: Object.fromEntries(nodes.slice(1).map(({ name }, index) => [nodes[index]?.name, { main: [[{ node: name, type: 'main', index: 0 }]] }])),
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none', saveDataErrorExecution: 'none', saveManualExecutions: false },
	};
}

/** n8n refuses to read while somebody adds a line that matches, and to make a table that another worker makes at the same moment. */
const again: Partial<INode> = { retryOnFail: true, maxTries: 5, waitBetweenTries: 100 };

const get = (conditions: Condition[], matchType: 'anyCondition' | 'allConditions', more: INodeParameters = { returnAll: true }): Partial<INode> => ({
	parameters: { resource: 'row', operation: 'get', matchType, filters: { conditions: conditions.map((one) => ({ ...one })) }, ...more },
	executeOnce: true,
	alwaysOutputData: true,
	...again,
});

/** n8n hands on an empty item where a node found nothing. */
const isRow = (json: IDataObject) => json.key !== undefined && json.key !== null;

/** IDs of tables that this process has seen: by its name n8n would look for the table twice for each line. */
const known = new Map<string, string>();

/** Steps on lines, in the table with this ID. */
const stepsIn = (id: string, steps: readonly Partial<INode>[]) => steps.map((step) => ({ ...step, parameters: { ...step.parameters, ...inTable(id) } }));

/** The journal in an n8n Data Table, which is made when it is first used. https://docs.n8n.io/data/data-tables/ */
export function dataTableStore(context: IExecuteFunctions, { name: table, columns, title }: Table): Store {
	const place = `${String(context.getWorkflow().id)}/${table}`;
	const execute = async (steps: readonly Partial<INode>[], items: IDataObject[] = [{}], attempt = 1): Promise<IDataObject[]> => {
		const answered = await context.executeWorkflow({ code: workflowOf(context, title, steps) }, items.map((json) => ({ json }))).catch((error: unknown) => failureOf(error));
		if (!('verdict' in answered)) return (answered.data[0] ?? []).map(({ json }) => json);
		// n8n resumes executions whose time has come while it starts, a moment before its tables are there. Nothing was written then.
		if (attempt > STARTING || !/module is disabled/.test(answered.message)) throw unwritten(new PlatformError(answered));
		await wait(PAUSE, context.getExecutionCancelSignal());
		return await execute(steps, items, attempt + 1);
	};
	const create = async (): Promise<string> => {
		const column = columns.map((name) => ({ name, type: 'string' }));
		const [made] = await execute([{ parameters: { resource: 'table', operation: 'create', tableName: table, columns: { column }, options: { createIfNotExists: true } }, ...again }]);
		const id = String(made?.id ?? '');
		known.set(place, id);
		return id;
	};
	/** A table that somebody has deleted meanwhile is made anew. What was to be written was not, so it may be written again. */
	const run = async (steps: readonly Partial<INode>[], items?: IDataObject[]): Promise<IDataObject[]> => {
		const seen = known.get(place);
		const answered = await execute(stepsIn(seen ?? (await create()), steps), items).catch(async (error: unknown) => {
			if (seen === undefined || !/not find|not found|no such table/i.test(failureOf(error).message)) return await Promise.reject(error);
			return await execute(stepsIn(await create(), steps), items);
		});
		return answered.filter(isRow);
	};
	const byKeys = async (keys: readonly string[], before: Partial<INode>[] = [], items?: IDataObject[]) => await run([...before, get(keys.map((key) => equals('key', key)), 'anyCondition')], items);
	const update = async (owner: string, rows: IDataObject[]) =>
		await run([{ parameters: { resource: 'row', operation: 'update', matchType: 'allConditions', filters: { conditions: [{ ...equals('id', '={{ $json.id }}') }, { ...equals('owner', owner) }] }, ...fromItem } }], rows);
	return {
		read: async (keys) => {
			const found = await Promise.all(chunked(keys).map(async (some) => await byKeys(some)));
			return found.flat();
		},
		insert: async (rows: readonly Row[]) => {
			const found: IDataObject[] = [];
			const insert = { parameters: { resource: 'row', operation: 'insert', ...fromItem } };
			for (const some of chunked(rows)) found.push(...(await byKeys(some.map(({ key }) => key), [insert], some.map((row) => ({ ...row })))));
			return found;
		},
		update: async (changes: readonly Change[]) => {
			const written: IDataObject[] = [];
			for (const owner of new Set(changes.map((change) => change.owner))) {
				const mine = changes.filter((change) => change.owner === owner);
				const answered = await update(owner, mine.map(({ id, row }) => ({ ...row, id: Number(id) })));
				// SQLite tells the lines that matched before it wrote; what stands in them now tells who wrote last.
				written.push(...answered.filter((row) => mine.some((change) => change.id === String(row.id) && change.row.owner === row.owner)));
			}
			return written;
		},
		remove: async (ids) => {
			for (const some of chunked(ids)) {
				const conditions = some.map((id) => ({ keyName: 'id', condition: 'eq', keyValue: Number(id) }));
				await run([{ parameters: { resource: 'row', operation: 'deleteRows', matchType: 'anyCondition', filters: { conditions }, options: {} }, executeOnce: true }]);
			}
		},
		find: async (wish: Wish, limit) => {
			const conditions = Object.entries(wish).flatMap(([name, value]) => (value ? [equals(name, literal(value))] : []));
			return await run([get(conditions, 'allConditions', { returnAll: false, limit, orderBy: true, orderByColumn: 'updatedAt', orderByDirection: 'DESC' })]);
		},
	};
}

/** A value that n8n does not take for an expression: https://docs.n8n.io/code/expressions/ begin with `=`. */
const literal = (value: string) => (value.startsWith('=') ? `={{ ${JSON.stringify(value)} }}` : value);
