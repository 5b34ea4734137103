import { createHash } from 'node:crypto';
import { refused } from '../../core/errors';

export interface Context {
	/** Display name of the field, for refusals. */
	label: string;
	/** Two small letters; empty where it is not known. */
	country: string;
}

/** A value as it is hashed. */
export type Normalise = (text: string, context: Context) => string;

/** Without the marks that nobody sees: contact lists put some around what is copied out of them. */
export const visible = (text: string): string => text.replace(/\p{Cf}/gu, '');

export const email: Normalise = (text, { label }) => {
	const address = visible(text).toLowerCase();
	if (/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+$/.test(address)) return address;
	throw refused(label, 'this is no e-mail address.', 'Give a single address such as mary@example.com in each value.');
};

/** Two small letters. */
export const country: Normalise = (text, { label }) => {
	// What the standard writes otherwise is set right: UK is GB.
	const code = /^[a-z]{2}$/i.test(text) ? new Intl.Locale('und', { region: text }).region : undefined;
	const known = code && new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code);
	if (known && code !== 'ZZ') return code.toLowerCase();
	throw refused(label, `“${text}” is no two-letter country code.`, 'Give an ISO 3166-1 code such as FR.');
};

/** A SHA-256 hash in hex, which is left as it is. */
export const isHash = (text: string) => /^[0-9a-f]{64}$/i.test(text);

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The country that decides how a person's phone number, state and postcode are read: the person's own one, else the default. */
export function homeOf(own: unknown, otherwise: unknown): string {
	const text = String(own ?? '').trim();
	if (text && !isHash(text)) return country(text, { label: 'Country', country: '' });
	const home = String(otherwise ?? '').trim();
	return home && country(home, { label: 'Default Country', country: '' });
}

/** The values of a field: one text, or a list that an expression gave. `separated`: a text may hold several, by comma, semicolon or line. */
export function valuesOf(value: unknown, separated = false): string[] {
	const list: unknown[] = Array.isArray(value) ? value : [value];
	return list
		.flatMap((one) => (one === undefined || one === null ? [] : separated ? String(one).split(/[,;\n]/) : [String(one)]))
		.map((one) => one.trim())
		.filter(Boolean);
}
