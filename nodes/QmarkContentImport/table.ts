import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import type { Finding, Place } from './problem';

/** One row of a table, as it came. */
export interface Row {
	/** As the person sees it: see `Problem.row`. */
	number: number;
	json: IDataObject;
	/** What is wrong with its form: cells beyond the last column, text after a closing quotation mark. */
	faults?: readonly Fault[];
	/** Files that came with it. */
	files?: IBinaryKeyData;
	/** Digests of these files' bytes, where they were needed: two forms upload different files under one name. */
	prints?: Readonly<Record<string, string>>;
	/** Index of the input item it belongs to. */
	item: number;
}

export interface Fault {
	place: Partial<Place>;
	finding: Finding;
}

/** Rows under headers, wherever they come from. */
export interface Table {
	/** The file's name, where it is one. */
	file?: string;
	/** How a file was read, as a sentence's part: `UTF-8, semicolons`. */
	format?: string;
	item: number;
	columns: readonly string[];
	rows: readonly Row[];
	/** What concerns all rows; with an error among them nothing of the table is imported. */
	faults: readonly Fault[];
}

/** The rows' names in the order in which they first appear. */
export function columnsOf(rows: readonly Row[]): string[] {
	const columns = new Set<string>();
	for (const { json } of rows) for (const name of Object.keys(json)) columns.add(name);
	return [...columns];
}
