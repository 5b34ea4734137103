import type { IDataObject } from 'n8n-workflow';

/** What stands in one cell: text from a file; also numbers, dates, lists and objects from n8n's nodes. */
export type Cell = IDataObject[string];

export const isRecord = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Dates of JavaScript and of n8n's expressions as ISO text; everything else as it is. */
export function plain(cell: Cell): Cell {
	if (typeof cell !== 'object' || cell === null || !('toJSON' in cell) || typeof cell.toJSON !== 'function') return cell;
	return cell instanceof Date && Number.isNaN(cell.getTime()) ? 'Invalid Date' : String(cell.toJSON());
}

/** How a cell reads as text. Lists are joined; of objects, what XML readers call the text is taken. */
export function textOf(cell: Cell): string {
	const value = plain(cell);
	if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(' | ');
	if (!isRecord(value)) return '';
	return textOf(value._ ?? value.text ?? value.value);
}

/** Nothing stands in it: no sign, no number, no part that holds something. */
export function isEmpty(cell: Cell): boolean {
	const value = plain(cell);
	if (value === undefined || value === null) return true;
	if (typeof value === 'string') return value.trim() === '';
	if (typeof value !== 'object') return false;
	return Object.values(value).every((part: Cell) => isEmpty(part));
}

const MOST_SHOWN = 120;

/** The cell as a problem quotes it, shortened. */
export function shown(cell: Cell): string {
	const text = textOf(cell) || (isEmpty(cell) ? '' : JSON.stringify(cell));
	return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text;
}

/** `“a”, “b” and “c”`. */
export function named(names: readonly string[]): string {
	const quoted = names.map((name) => `“${name}”`);
	return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}` : (quoted[0] ?? '');
}

const marks = /\p{M}/gu;
/** Without accents, in lower case: how words of several languages and hands are compared. */
export const folded = (text: string): string => text.normalize('NFD').replace(marks, '').toLowerCase();

/** Letters and digits alone: how headers and names are compared. */
export const bare = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]/gu, '');
