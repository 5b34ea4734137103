import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import type { Content } from '../model/content';
import { isEmpty } from './cells';
import type { Plan } from './headers';
import { problemAt, warning } from './problem';
import type { Problem } from './problem';
import { readRow } from './readRow';
import type { Settings } from './reading';
import { settle } from './settle';
import type { Entry } from './settle';
import type { Row, Table } from './table';

/** A content as it leaves the node: with the row as it came, and what is to be known of it. */
export type Imported = Content & { raw: IDataObject; warnings?: string[] };

/** How many rows became what: together they are all rows. */
export interface Counts {
	rows: number;
	contents: number;
	duplicates: number;
	failed: number;
	empty: number;
}

export interface Outcome {
	contents: { json: Imported; files?: IBinaryKeyData; item: number }[];
	problems: { json: Problem; item: number }[];
	counts: Counts;
}

export interface PlannedTable extends Table {
	plan: Plan;
}

/** Nothing was filled in: what sheets and forms add by themselves does not count. */
function isBlank({ json, files, faults }: Row, { columns }: Plan, useFiles: boolean): boolean {
	if ((faults?.length ?? 0) > 0 || (useFiles && Object.keys(files ?? {}).length > 0)) return false;
	return Object.keys(json).every((column) => isEmpty(json[column]) || columns.get('ignored')?.includes(column));
}

const MOST_NAMED = 20;

/** Rows without anything in them, told once. */
function emptyRows({ file, rows: all }: Table, blank: readonly Row[]): Problem[] {
	const [first] = blank;
	if (!first) return [];
	const numbers = blank.slice(0, MOST_NAMED).map(({ number }) => number).join(', ');
	const more = blank.length > MOST_NAMED ? ` and ${blank.length - MOST_NAMED} more` : '';
	const problem = blank.length === 1 ? `Row ${numbers} is empty and was left out.` : `${blank.length} of ${all.length} rows are empty and were left out: ${numbers}${more}.`;
	return [problemAt({ row: first.number, file }, warning('empty-rows', problem, 'Nothing, unless they should hold a content.'), blank.length)];
}

interface Read {
	entries: Entry[];
	problems: Problem[];
	blank: number;
	/** Rows of a table that could not be imported. */
	lost: number;
}

function readTable(table: PlannedTable, settings: Settings): Read {
	const { file, plan, rows } = table;
	const faults = table.faults.length > 0 ? table.faults : plan.faults;
	const stopped = faults.some(({ finding }) => finding.severity === 'error');
	const about = faults.map(({ place, finding }) => problemAt({ row: 1, file, ...place }, finding, stopped && finding.severity === 'error' && rows.length > 0 ? rows.length : undefined));
	if (stopped) return { entries: [], problems: about, blank: 0, lost: rows.length };
	const blank = rows.filter((row) => isBlank(row, plan, settings.useFiles));
	const left = new Set(blank);
	const entries = rows.filter((row) => !left.has(row)).map((row): Entry => ({ ...readRow(row, file, plan, settings), file, plan }));
	return { entries, problems: [...about, ...emptyRows(table, blank)], blank: blank.length, lost: 0 };
}

const warningsOf = (problems: readonly Problem[]) => problems.map(({ problem }) => problem);

function importedFrom({ content, row, problems }: Entry, settings: Settings): Outcome['contents'] {
	if (!content) return [];
	const json: Imported = { ...content, raw: row.json, ...(problems.length > 0 && { warnings: warningsOf(problems) }) };
	return [{ json, files: settings.useFiles ? row.files : undefined, item: row.item }];
}

/** Turns every row into a content or into problems that say why not. */
export function importTables(tables: readonly PlannedTable[], settings: Settings): Outcome {
	const read = tables.map((table) => ({ item: table.item, ...readTable(table, settings) }));
	const entries = read.flatMap((one) => one.entries);
	settle(entries);
	const passed = entries.filter(({ content, duplicate }) => content && !duplicate);
	const duplicates = entries.filter(({ duplicate }) => duplicate).length;
	const sum = (field: 'blank' | 'lost') => read.reduce((total, one) => total + one[field], 0);
	return {
		contents: passed.flatMap((entry) => importedFrom(entry, settings)),
		problems: [
			...read.flatMap(({ problems, item }) => problems.map((json) => ({ json, item }))),
			...entries.flatMap(({ problems, row }) => problems.map((json) => ({ json, item: row.item }))),
		],
		counts: {
			...{ rows: tables.reduce((total, { rows }) => total + rows.length, 0), contents: passed.length, duplicates },
			...{ failed: entries.length - passed.length - duplicates + sum('lost'), empty: sum('blank') },
		},
	};
}
