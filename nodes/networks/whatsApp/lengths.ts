import { refused } from '../../core/errors';

/** What a person or an expression, which may give a number, has put into a text field of a collection. */
export const trimmed = (value: unknown) => (value === undefined || value === null ? '' : String(value).trim());

/** Meta counts characters, not code units: an emoji is one. */
export const lengthOf = (text: string) => [...text].length;

/** The text where there is any, refused where it is longer than WhatsApp takes. An expression may give a number. */
export function lengthWithin(field: string, value: unknown, most: number): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const text = String(value);
	const length = lengthOf(text);
	if (length <= most) return text;
	throw refused(field, `has ${length} characters; WhatsApp allows ${most}.`, `Shorten “${field}” by ${length - most} characters.`);
}

/** The same for a text that must not be empty. */
export function needed(field: string, value: unknown, most: number): string {
	const text = lengthWithin(field, value, most);
	if (text?.trim()) return text;
	throw refused(field, 'is empty.', `Fill in “${field}”, or check the expression that should.`);
}

/** JSON as a person types it, or as an expression gives it. */
export function jsonIn<T extends object>(field: string, value: unknown, isRight: (parsed: object) => parsed is T, wanted: string): T {
	const wrong = (what: string) => refused(field, `${what}.`, `Give ${wanted}.`);
	let parsed: unknown = value;
	try {
		if (typeof value === 'string') parsed = JSON.parse(value);
	} catch {
		throw wrong('is not JSON');
	}
	if (typeof parsed !== 'object' || parsed === null || !isRight(parsed)) throw wrong(`is not ${wanted}`);
	return parsed;
}
