import type { IExecuteFunctions } from 'n8n-workflow';
import { csvTable } from './csvTable';
import { decode } from './decode';
import { holdsList, isKnown } from './headers';
import { jsonTable, looksLikeJson } from './jsonTable';
import { error, warning } from './problem';
import type { Finding } from './problem';
import type { Fault, Table } from './table';

/** How files are read, where the person knows it better than their bytes tell. */
export interface FileChoices {
	field: string;
	delimiter: string;
	encoding: 'detect' | 'utf-8' | 'utf-16' | 'windows-1252';
}

const encodingNames = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', 'windows-1252': 'Windows-1252' } as const;

/** Files people take for CSV, by their first bytes. */
const others: readonly (readonly [string, string])[] = [['PK\u0003\u0004', 'a spreadsheet (XLSX or ODS)'], ['\u00d0\u00cf\u0011\u00e0', 'an old spreadsheet (XLS)'], ['%PDF', 'a PDF']];

const refusedTable = (item: number, finding: Finding): Omit<Table, 'file'> => ({ item, columns: [], rows: [], faults: [{ place: {}, finding }] });

const guessed: Fault = {
	place: {},
	finding: warning('file', 'The file is not in UTF-8 and was read as Windows-1252.', 'If letters with accents look wrong, save it as “CSV UTF-8”, or choose its Encoding.'),
};

/** The bytes of a file as a table. */
export function tableIn(bytes: Buffer, item: number, { delimiter, encoding }: FileChoices): Omit<Table, 'file'> {
	const other = others.find(([start]) => bytes.toString('latin1', 0, 4) === start);
	if (other) return refusedTable(item, error('file', `The file is ${other[1]}, not CSV or JSON.`, 'Put n8n’s node Extract From File in front, and choose Rows of Input Items here.'));
	const decoded = decode(bytes, encoding);
	if (!decoded) return refusedTable(item, error('file', `The file is not in ${encoding === 'detect' ? 'UTF-16, as its beginning says' : encoding.toUpperCase()}.`, 'Choose “Detect” as Encoding, or save the file as “CSV UTF-8”.'));
	const text = decoded.text;
	if (text.trim() === '') return refusedTable(item, error('file', 'The file is empty.', 'Export it again.'));
	const table = looksLikeJson(text) ? jsonTable(text, item, holdsList) : csvTable(text, delimiter, item, isKnown);
	const none: Fault[] = table.rows.length === 0 && table.faults.length === 0 ? [{ place: {}, finding: warning('file', 'The file has no rows below its header.', 'Add a row for each content.') }] : [];
	return { ...table, format: `${encodingNames[decoded.encoding]}, ${table.format}`, faults: [...table.faults, ...none, ...(decoded.guessed ? [guessed] : [])] };
}

/** The file of an input item as a table. */
export async function fileTable(context: IExecuteFunctions, item: number, choices: FileChoices): Promise<Table> {
	const { fileName: file = choices.field } = context.helpers.assertBinaryData(item, choices.field);
	const bytes = await context.helpers.getBinaryDataBuffer(item, choices.field);
	return { file, ...tableIn(bytes, item, choices) };
}
