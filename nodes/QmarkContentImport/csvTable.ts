import type { IDataObject } from 'n8n-workflow';
import { bare, named } from './cells';
import { csvRecords, delimiterOf, excelHint } from './csv';
import type { CsvRecord } from './csv';
import { error } from './problem';
import type { Fault, Row, Table } from './table';

const delimiterNames: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'pipes' };

/** Headers that are the same to a reader, by twos. */
function repeated(columns: readonly string[]): Fault[] {
	const seen = new Map<string, number>();
	return columns.flatMap((column, index) => {
		// A header of signs alone keeps them: `#` and `%` differ.
		const name = bare(column) || column;
		const first = seen.get(name);
		if (name === '' || first === undefined) return seen.set(name, index), [];
		const problem = `Columns ${first + 1} and ${index + 1} have the same header: ${named([columns[first] ?? '', column])}.`;
		return [{ place: { column }, finding: error('columns', problem, 'Rename one of them or delete it.') }];
	});
}

function faultsOf({ cells, brokenCell }: CsvRecord, columns: readonly string[]): Fault[] {
	const broken = brokenCell === undefined ? [] : [brokenCell];
	const beyond = cells.flatMap((cell, index) => (cell.trim() !== '' && !columns[index] ? [index] : []));
	return [
		...broken.map((index) => ({
			place: { column: columns[index] ?? `column ${index + 1}`, value: cells[index] },
			finding: error('extra-cell', 'Text goes on after the closing quotation mark of this cell.', 'Write a quotation mark inside a quoted cell twice: "".'),
		})),
		...beyond.map((index) => ({
			place: { column: `column ${index + 1}`, value: cells[index] },
			finding: error('extra-cell', `The row has a cell in column ${index + 1}, which has no header.`, 'Put a text that holds the delimiter into quotation marks, or give the column a header.'),
		})),
	];
}

/** All records, or the line in which the quotation mark stands that is never closed. */
function readAll(text: string, delimiter: string, from: number, line: number): CsvRecord[] | number {
	const records: CsvRecord[] = [];
	for (const record of csvRecords(text, delimiter, from, line)) {
		if (record.unclosedAt !== undefined) return record.unclosedAt;
		records.push(record);
	}
	return records;
}

/** A CSV text as a table. `chosen` is a delimiter, or empty to find it. */
export function csvTable(text: string, chosen: string, item: number, known: (header: string) => boolean): Omit<Table, 'file'> {
	const hint = excelHint(text);
	const delimiter = chosen || (hint?.delimiter ?? delimiterOf(text, known));
	const format = delimiterNames[delimiter] ?? delimiter;
	const records = readAll(text, delimiter, hint?.end ?? 0, hint ? 2 : 1);
	if (typeof records === 'number') {
		const finding = error('file', `A quotation mark opens in line ${records} and is never closed.`, 'Close it, or write a quotation mark inside a quoted cell twice: "".');
		return { format, item, columns: [], rows: [], faults: [{ place: { row: records }, finding }] };
	}
	const top = records.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	const columns = (records[top]?.cells ?? []).map((cell) => cell.trim());
	const rows = records.slice(top + 1).map((record, index): Row => {
		const json: IDataObject = {};
		for (const [position, column] of columns.entries()) if (column !== '') json[column] = record.cells[position] ?? '';
		const faults = record.brokenCell === undefined && record.cells.length <= columns.length && !columns.includes('') ? undefined : faultsOf(record, columns);
		return { number: top + index + 2, json, faults, item };
	});
	return { format, item, columns: columns.filter(Boolean), rows, faults: repeated(columns) };
}
