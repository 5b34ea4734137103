import type { IDataObject } from 'n8n-workflow';
import { refused } from './errors';

/** What a JSON field holds, written out or given by an expression; undefined where it is empty. */
export function jsonOf(label: string, value: unknown, wanted: string): IDataObject | unknown[] | undefined {
	const parsed = typeof value === 'string' ? parse(label, value, wanted) : value;
	if (parsed === undefined || parsed === null) return undefined;
	if (typeof parsed === 'object') return Array.isArray(parsed) ? parsed : { ...parsed };
	throw refused(label, `this is not ${wanted}.`, `Give ${wanted} in JSON.`);
}

function parse(label: string, text: string, wanted: string): unknown {
	if (text.trim() === '') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		throw refused(label, 'this is not valid JSON.', `Give ${wanted}; check its quotes, commas and brackets.`);
	}
}

/** The same, where only an object makes sense. */
export function objectOf(label: string, value: unknown): IDataObject | undefined {
	const found = jsonOf(label, value, 'an object');
	if (!Array.isArray(found)) return found;
	throw refused(label, 'this is a list, not an object.', 'Give an object in braces.');
}

/** A text in quotes, or a whole number of 16 digits and more: not what stands after a point or in an exponent. */
const textOrLongNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/** JSON whose long whole numbers become texts: JavaScript would round them, and IDs of 64 bits come so. */
export const exactJson = (text: string): unknown => JSON.parse(text.replace(textOrLongNumber, (found) => (found.startsWith('"') ? found : `"${found}"`)));
