import type { IDataObject } from 'n8n-workflow';
import { isRecord, named } from './cells';
import type { Cell } from './cells';
import { syntaxFault } from './jsonSyntax';
import { error } from './problem';
import { columnsOf } from './table';
import type { Fault, Row, Table } from './table';

export const looksLikeJson = (text: string): boolean => /^[\s\uFEFF]*[[{]/.test(text);

function parsed(text: string): { value: Cell } | undefined {
	try {
		const value: Cell = JSON.parse(text);
		return { value };
	} catch {
		return undefined;
	}
}

const isTable = (cell: Cell): cell is IDataObject[] => Array.isArray(cell) && cell.length > 0 && cell.every(isRecord);

/** The rows inside an object: its one list of objects that belongs to no single content; itself, where it has none. Several lists are told by name. */
export function rowsInside(object: IDataObject, holdsList: (name: string) => boolean): { rows: Cell[] } | { lists: string[] } {
	const lists = Object.keys(object).filter((name) => isTable(object[name]) && !holdsList(name));
	if (lists.length > 1) return { lists };
	const rows = object[lists[0] ?? ''];
	return { rows: isTable(rows) ? rows : [object] };
}

type Read = { values: { number: number; value: Cell }[]; format: string } | { line: number; message: string };

/** One value a line, as logs and exports write them. */
function readLines(text: string): Read {
	const values: { number: number; value: Cell }[] = [];
	for (const [index, line] of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/).entries()) {
		if (line.trim() === '') continue;
		const read = parsed(line);
		if (!read) {
			const { column, message } = syntaxFault(line);
			return { line: index + 1, message: `${message} in line ${index + 1}, column ${column}` };
		}
		values.push({ number: index + 1, value: read.value });
	}
	return { values, format: 'JSON Lines' };
}

/** True when the first line alone is a whole object: then each line is one. */
const hasLines = (text: string) => {
	const [first = '', ...rest] = text.trim().split(/\r\n?|\n/);
	return rest.length > 0 && parsed(first) !== undefined;
};

function read(text: string, holdsList: (name: string) => boolean): Read {
	const whole = parsed(text.replace(/^\uFEFF/, ''));
	if (!whole) {
		if (hasLines(text)) return readLines(text);
		const { line, column, message } = syntaxFault(text);
		return { line, message: `${message} in line ${line}, column ${column}` };
	}
	const { value } = whole;
	const inside = isRecord(value) ? rowsInside(value, holdsList) : { rows: Array.isArray(value) ? value : [] };
	if ('lists' in inside) return { line: 1, message: `it holds several lists, ${named(inside.lists)}, and one of them has to be the rows` };
	return { values: inside.rows.map((row: Cell, index) => ({ number: index + 1, value: row })), format: 'JSON' };
}

/** A JSON text as a table: a list of objects, an object with one such list in it, or an object a line. */
export function jsonTable(text: string, item: number, holdsList: (name: string) => boolean): Omit<Table, 'file'> {
	const found = read(text, holdsList);
	if ('message' in found) {
		const finding = error('file', `The JSON cannot be read: ${found.message}.`, 'Give a list of objects, one a content: [{ "id": "a1", "text": "…" }].');
		return { format: 'JSON', item, columns: [], rows: [], faults: [{ place: { row: found.line }, finding }] };
	}
	const rows = found.values.map(({ number, value }): Row => {
		if (isRecord(value)) return { number, json: value, item };
		const fault: Fault = { place: { value }, finding: error('extra-cell', 'This entry of the list is no object.', 'Give each content as an object: { "text": "…" }.') };
		return { number, json: {}, faults: [fault], item };
	});
	return { format: found.format, item, columns: columnsOf(rows), rows, faults: [] };
}
