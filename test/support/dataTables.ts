import { DatabaseSync } from 'node:sqlite';
import type { ExecuteWorkflowData, IDataObject, IExecuteWorkflowInfo, INode, INodeExecutionData } from 'n8n-workflow';

interface Condition {
	keyName: string;
	keyValue: unknown;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const tableIn = ({ parameters: { dataTableId } }: INode) => String(typeof dataTableId === 'object' && dataTableId !== null && 'value' in dataTableId ? dataTableId.value : '');

/** The one expression that QMARK puts into these workflows: a field of the item. */
const valueOf = (value: unknown, json: IDataObject) => (typeof value === 'string' && value.startsWith('={{ $json.') ? json[/\$json\.(\w+)/.exec(value)?.[1] ?? ''] : value);

/**
 * Runs the inline workflows in which the Publisher keeps its journal, on a SQLite file: n8n's Data Table node, as far as these use
 * it, with its statements and its lack of a unique key. That n8n itself does the same is what the tests in a real n8n show.
 */
export class DataTables {
	private readonly db: DatabaseSync;
	/** Sub-workflows that were run. */
	runs = 0;
	/** Until when the last sub-workflow that waits does so, in ms since 1970: what it would then do is left to the test. */
	parkedUntil?: number;

	/** `file` outlives the process; without one the tables are in memory. `delay`: ms that a statement takes. */
	constructor(
		file = ':memory:',
		private readonly delay = 0,
	) {
		this.db = new DatabaseSync(file);
		// First of all to wait: two processes that open a file at once would be in each other's way.
		this.db.exec('PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
	}

	close(): void {
		this.db.close();
	}

	/** Every line of a table, by its columns. */
	rows(table: string): IDataObject[] {
		return this.db.prepare(`SELECT * FROM ${quoted(table.toLowerCase())} ORDER BY id`).all().map((row) => ({ ...row }) as IDataObject);
	}

	/** Writes every line of a table as if another process had. */
	change(table: string, values: Record<string, string>): void {
		const names = Object.keys(values);
		this.db.prepare(`UPDATE ${quoted(table.toLowerCase())} SET ${names.map((name) => `${quoted(name)} = ?`).join(', ')}`).run(...Object.values(values));
	}

	readonly executeWorkflow = async ({ code }: IExecuteWorkflowInfo, _: unknown, { inputData = [] }: { inputData?: INodeExecutionData[] }): Promise<ExecuteWorkflowData> => {
		if (!code) throw new Error('Only inline workflows are known here.');
		this.runs++;
		const wait = code.nodes.find(({ type }) => type === 'n8n-nodes-base.wait');
		if (wait) {
			this.parkedUntil = Date.now() + Number(wait.parameters.amount) * 1000;
			return { executionId: `sub-${this.runs}`, data: [null], waitTill: new Date(this.parkedUntil) };
		}
		let items = inputData.map(({ json }) => json);
		for (const node of code.nodes.filter(({ type }) => type === 'n8n-nodes-base.dataTable')) {
			if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
			const given = node.executeOnce ? items.slice(0, 1) : items;
			const answered = this.transaction(() => given.flatMap((json) => this.run(node, json)));
			items = answered.length === 0 && node.alwaysOutputData ? [{}] : answered;
			if (items.length === 0) break;
		}
		return { executionId: `sub-${this.runs}`, data: [items.map((json) => ({ json }))] };
	};

	private transaction<T>(work: () => T): T {
		this.db.exec('BEGIN IMMEDIATE');
		try {
			const result = work();
			this.db.exec('COMMIT');
			return result;
		} catch (error) {
			this.db.exec('ROLLBACK');
			throw error;
		}
	}

	private run(node: INode, json: IDataObject): IDataObject[] {
		const { parameters } = node;
		if (parameters.resource === 'table') return this.create(node);
		// n8n's own columns are taken out of what is written: DATA_TABLE_SYSTEM_COLUMNS.
		const columns = Object.entries(json).filter(([name]) => !['id', 'createdAt', 'updatedAt'].includes(name));
		const table = quoted(tableIn(node).toLowerCase());
		const now = new Date().toISOString();
		if (parameters.operation === 'insert') {
			const names = [...columns.map(([name]) => name), 'createdAt', 'updatedAt'].map(quoted);
			const inserted = this.db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) RETURNING *`);
			return inserted.all(...columns.map(([, value]) => String(value)), now, now).map((row) => ({ ...row }) as IDataObject);
		}
		const { conditions = [] } = parameters.filters as unknown as { conditions?: Condition[] };
		const where = conditions.map(({ keyName }) => `${quoted(keyName)} = ?`).join(parameters.matchType === 'anyCondition' ? ' OR ' : ' AND ') || '1 = 1';
		const values = conditions.map(({ keyValue }) => valueOf(keyValue, json) as string | number);
		if (parameters.operation === 'get') {
			const order = parameters.orderBy ? ` ORDER BY ${quoted(String(parameters.orderByColumn))} ${String(parameters.orderByDirection)}` : '';
			const limit = parameters.returnAll === false ? ` LIMIT ${Number(parameters.limit)}` : '';
			return this.db.prepare(`SELECT * FROM ${table} WHERE ${where}${order}${limit}`).all(...values).map((row) => ({ ...row }) as IDataObject);
		}
		if (parameters.operation === 'deleteRows') {
			this.db.prepare(`DELETE FROM ${table} WHERE ${where}`).run(...values);
			return [];
		}
		// As n8n does it on SQLite: the lines that match are looked for first, and answered as they stand after the update.
		const ids = this.db.prepare(`SELECT id FROM ${table} WHERE ${where}`).all(...values).map(({ id }) => Number(id));
		const set = [...columns.map(([name]) => name), 'updatedAt'].map((name) => `${quoted(name)} = ?`).join(', ');
		this.db.prepare(`UPDATE ${table} SET ${set} WHERE ${where}`).run(...columns.map(([, value]) => String(value)), now, ...values);
		return ids.flatMap((id) => this.db.prepare(`SELECT * FROM ${table} WHERE id = ?`).all(id).map((row) => ({ ...row }) as IDataObject));
	}

	private create({ parameters }: INode): IDataObject[] {
		const { column = [] } = parameters.columns as unknown as { column?: { name: string }[] };
		const columns = column.map(({ name }) => `${quoted(name)} TEXT`).join(', ');
		this.db.exec(`CREATE TABLE IF NOT EXISTS ${quoted(String(parameters.tableName).toLowerCase())} (id INTEGER PRIMARY KEY AUTOINCREMENT, ${columns}, createdAt TEXT, updatedAt TEXT)`);
		// n8n answers the table, which is named by its ID from then on; here its name is its ID.
		return [{ id: String(parameters.tableName) }];
	}
}
