import { createHash } from 'node:crypto';
import type { IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import { asNodeError, failureOf } from '../core/errors';
import { uploadOf } from '../core/upload';
import { isEmpty } from './cells';
import { fileTable } from './files';
import type { FileChoices } from './files';
import { planOf } from './headers';
import type { Plan } from './headers';
import { importTables } from './importTables';
import type { Outcome, PlannedTable } from './importTables';
import { itemsTable } from './inputItems';
import { error } from './problem';
import type { Settings } from './reading';
import { readSettings } from './settings';
import type { Row, Table } from './table';

async function printOf(context: IExecuteFunctions, item: number, field: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const piece of (await uploadOf(context, item, field)).read()) hash.update(piece);
	return hash.digest('hex');
}

/** The row with its files' digests, where its ID is to be derived from them. */
async function withPrints(context: IExecuteFunctions, row: Row, { columns }: Plan): Promise<Row> {
	const hasId = (columns.get('id') ?? []).some((column) => !isEmpty(row.json[column]));
	if (hasId || !row.files) return row;
	const prints: Record<string, string> = {};
	for (const field of Object.keys(row.files)) prints[field] = await printOf(context, row.item, field);
	return { ...row, prints };
}

async function fromItems(context: IExecuteFunctions, { useFiles, mappings }: Settings): Promise<PlannedTable[]> {
	const table = itemsTable(context.getInputData());
	const withFiles = useFiles && table.rows.some(({ files }) => files && Object.keys(files).length > 0);
	const plan = planOf(table.columns, mappings, withFiles);
	const rows: Row[] = [];
	for (const row of table.rows) rows.push(withFiles ? await withPrints(context, row, plan) : row);
	return [{ ...table, rows, plan }];
}

/** A file that is not there is one problem where the node is to continue: its input is no content. */
async function oneFile(context: IExecuteFunctions, item: number, choices: FileChoices): Promise<Table> {
	try {
		return await fileTable(context, item, choices);
	} catch (thrown) {
		if (!context.continueOnFail()) throw asNodeError(context.getNode(), thrown);
		const { message, hint } = failureOf(thrown);
		return { item, columns: [], rows: [], faults: [{ place: {}, finding: error('file', message, hint) }] };
	}
}

async function fromFiles(context: IExecuteFunctions, { mappings }: Settings, choices: FileChoices): Promise<PlannedTable[]> {
	const tables: PlannedTable[] = [];
	for (const item of context.getInputData().keys()) {
		const table = await oneFile(context, item, choices);
		tables.push({ ...table, plan: planOf(table.columns, mappings, false) });
	}
	return tables;
}

const counted = (count: number, one: string, many: string) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** What became of all rows, for the person at the editor. */
function summary({ counts, problems }: Outcome, tables: readonly Table[]): NodeExecutionHint {
	const { rows, contents, duplicates, failed, empty } = counts;
	const files = tables.flatMap(({ file, format }) => (file && format ? [`${file} (${format})`] : [])).slice(0, 3).join(', ');
	const parts = [
		...[counted(contents, 'content', 'contents'), ...(failed > 0 ? [counted(failed, 'row with errors', 'rows with errors')] : [])],
		...[...(duplicates > 0 ? [counted(duplicates, 'duplicate', 'duplicates')] : []), ...(empty > 0 ? [counted(empty, 'empty row', 'empty rows')] : [])],
	];
	const failing = problems.some(({ json }) => json.severity === 'error');
	return { message: `${counted(rows, 'row', 'rows')}${files && ` of ${files}`}: ${parts.join(', ')}.${failing ? ' What is wrong with which cell comes out at Problems.' : ''}`, type: failing ? 'warning' : 'info', location: 'outputPane' };
}

/** The node's `execute`: contents at the first output, problems at the second. */
export async function runImport(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { settings, files } = readChoices(context);
	const tables = files ? await fromFiles(context, settings, files) : await fromItems(context, settings);
	const outcome = importTables(tables, settings);
	context.addExecutionHints(summary(outcome, tables));
	return [
		outcome.contents.map(({ json, files: binary, item }) => ({ json: { ...json }, ...(binary && { binary }), pairedItem: { item } })),
		outcome.problems.map(({ json, item }) => ({ json: { ...json }, pairedItem: { item } })),
	];
}

function readChoices(context: IExecuteFunctions) {
	try {
		return readSettings(context);
	} catch (thrown) {
		throw asNodeError(context.getNode(), thrown);
	}
}
