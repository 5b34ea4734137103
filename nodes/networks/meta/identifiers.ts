import { refused } from '../../core/errors';
import { country, email, isHash, sha256 } from '../person/identifiers';
import type { Context, Normalise } from '../person/identifiers';
import { phoneDigits } from '../person/phone';
import { usStates } from './usStates';

/**
 * How Meta knows people, by the names of the Conversions API: e-mail, phone, first and last name, initial, gender, birth date, city,
 * state, postcode, country. Audiences have names of their own for the same.
 */
export type Kind = 'em' | 'ph' | 'fn' | 'ln' | 'fi' | 'ge' | 'db' | 'ct' | 'st' | 'zp' | 'country';

/** Texts in other scripts keep their letters: Meta hashes them as UTF-8. */
const letters: Normalise = (text) => text.toLowerCase().replace(/[^\p{L}\p{M}]/gu, '');
/** As Meta's own pixel does: spaces go with the punctuation. */
const name: Normalise = (text) => text.toLowerCase().replace(/[\s\p{P}\p{S}\p{C}]/gu, '');

const gender: Normalise = (text, { label }) => {
	const found = /^(?:(m|male|man)|(f|female|woman))$/i.exec(text);
	if (found) return found[1] ? 'm' : 'f';
	throw refused(label, `“${text}” is no gender that Meta knows.`, 'Give m or f, or leave it empty.');
};

/** `19970216`, whether it was written so, as 1997-02-16 or with a time after it. */
const birthDate: Normalise = (text, { label }) => {
	const [, year = '', month = '', day = ''] = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(text) ?? [];
	const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
	const isReal = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day) && year >= '1900' && date.getTime() < Date.now();
	if (isReal) return year + month + day;
	throw refused(label, `“${text}” is no birth date.`, 'Write it as 1997-02-16.');
};

const state: Normalise = (text, { country: home }) => {
	const plain = letters(text, { label: '', country: home });
	return home === 'us' ? (usStates.get(plain) ?? plain) : plain;
};

/** Five digits in the United States: what follows is the part of a town. */
const postcode: Normalise = (text, { country: home }) => {
	const plain = text.toLowerCase().replace(/[\s-]/g, '');
	const isUs = home === 'us' || (home === '' && /^\d{5}-\d{4}$/.test(text));
	return isUs ? plain.slice(0, 5) : plain;
};

/** https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/customer-information-parameters */
const rules: Readonly<Record<Kind, Normalise>> = {
	em: email,
	ph: phoneDigits,
	fn: name,
	ln: name,
	fi: (text, context) => [...name(text, context)].slice(0, 1).join(''),
	ge: gender,
	db: birthDate,
	ct: letters,
	st: state,
	zp: postcode,
	country,
};

/** What is hashed already goes through once, in small letters. Empty where nothing is left to hash. */
export function hashed(kind: Kind, value: string, context: Context): string {
	const text = value.trim();
	if (isHash(text)) return text.toLowerCase();
	const plain = text && rules[kind](text, context);
	return plain && sha256(plain);
}

/** The same for what Meta takes as it is, such as a customer number: hashed where asked for. */
export const hashedId = (value: string): string => (isHash(value.trim()) ? value.trim().toLowerCase() : sha256(value.trim()));

/** Year, month and day of a birth date, each hashed, as audiences want them. A hash of the whole cannot be taken apart. */
export function hashedBirthDate(value: string, label: string): [string, string, string] {
	if (isHash(value.trim())) throw refused(label, 'an audience wants year, month and day each for itself; a hash of the whole cannot be taken apart.', 'Give the date as 1997-02-16.');
	const date = birthDate(value.trim(), { label, country: '' });
	return [sha256(date.slice(0, 4)), sha256(date.slice(4, 6)), sha256(date.slice(6))];
}
