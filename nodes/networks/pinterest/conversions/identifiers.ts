import { refused } from '../../../core/errors';
import { usStates } from '../../meta/usStates';
import { country, email, isHash, sha256 } from '../../person/identifiers';
import type { Context, Normalise } from '../../person/identifiers';
import { phoneDigits } from '../../person/phone';

/** How Pinterest knows people: e-mail, phone, first and last name, city, state, postcode, country, birth date, gender, advertising ID. */
export type Kind = 'em' | 'ph' | 'fn' | 'ln' | 'ct' | 'st' | 'zp' | 'country' | 'db' | 'ge' | 'hashed_maids' | 'external_id';

const small: Normalise = (text) => text.toLowerCase();
/** Without spaces and punctuation. */
const letters: Normalise = (text) => text.toLowerCase().replace(/[\s\p{P}\p{S}\p{C}]/gu, '');

const gender: Normalise = (text, { label }) => {
	const found = /^(?:(m|male|man)|(f|female|woman)|(n|non-?binary))$/i.exec(text);
	if (found) return found[1] ? 'm' : found[2] ? 'f' : 'n';
	throw refused(label, 'this is no gender that Pinterest knows.', 'Give f, m or n for non-binary, or leave it empty.');
};

/** `19970216`, whether it was written so, as 1997-02-16 or with a time after it. */
const birthDate: Normalise = (text, { label }) => {
	const [, year = '', month = '', day = ''] = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(text) ?? [];
	const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
	if (!Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day) && year >= '1900' && date.getTime() < Date.now()) return year + month + day;
	throw refused(label, 'this is no birth date.', 'Write it as 1997-02-16.');
};

/** Two letters; the states of the United States may be written out. */
const state: Normalise = (text, context) => {
	const plain = letters(text, context);
	return context.country === 'us' ? (usStates.get(plain) ?? plain) : plain;
};

/** Only digits, but where a country's codes have letters, which would be nothing without them. */
const postcode: Normalise = (text, context) => letters(text, context);

/** https://developers.pinterest.com/docs/api/v5/events-create: `user_data` */
const rules: Readonly<Record<Kind, Normalise>> = {
	em: email,
	ph: phoneDigits,
	...{ fn: small, ln: small, hashed_maids: small },
	...{ ct: letters, st: state, zp: postcode, country, db: birthDate, ge: gender },
	// A number of your own goes as your tag sends it.
	external_id: (text) => text,
};

/** What is hashed already goes through in small letters. Empty where nothing is left to hash. */
export function hashed(kind: Kind, value: string, context: Context): string {
	const text = value.trim();
	if (isHash(text)) return text.toLowerCase();
	// An é may be one character or two, by the system that it was typed on.
	const plain = text && rules[kind](text.normalize('NFC'), context);
	return plain && sha256(plain);
}
