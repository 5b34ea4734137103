import { refused } from '../../core/errors';
import { visible } from './identifiers';
import { alike, callingCodes, keepsZero, longestNational, trunks } from './callingCodes';

/** Longest and shortest that ITU-T E.164 knows, with the calling code. */
const [SHORTEST, LONGEST] = [7, 15];

/** Longer numbers without a mark have a calling code already, in most countries. */
const NATIONAL = 10;

interface Home {
	/** Display name of the field. */
	label: string;
	/** Two letters; empty where it is not known. */
	country: string;
}

/** The number with the calling code of its country, for one that was written for within that country. */
function abroad(number: string, { label, country }: Home): string {
	const code = callingCodes.get(country);
	if (!code) throw refused('Default Country', `“${country}” has no calling code.`, 'Give the two letters of a country, such as FR.');
	const trunk = trunks[country] ?? (keepsZero.has(country) ? '' : '0');
	const national = trunk && number.startsWith(trunk) ? number.slice(trunk.length) : number;
	if (national.startsWith('0') && !keepsZero.has(country)) throw refused(label, `this is no number of ${country}.`, 'Write it with its country code, such as +33612345678.');
	return code + national;
}

/** Whether a number without a mark was written for within the country, with what is dialled before it or without. */
function isNational(digits: string, country: string): boolean {
	const trunk = trunks[country] ?? '0';
	const most = longestNational[country] ?? NATIONAL;
	if (alike[country]?.test(digits)) return true;
	return digits.startsWith(trunk) ? digits.length <= most + trunk.length : !digits.startsWith(callingCodes.get(country) ?? '-') && digits.length <= most;
}

/**
 * A phone number as the networks match it: digits alone, with the country code and without leading zeros. One that begins with a single zero
 * is written for within a country, which has to be known. Others are taken as they are, but for those that are too short to hold a code.
 * https://developers.facebook.com/docs/marketing-api/audiences/guides/custom-audiences#hash
 */
export function phoneDigits(text: string, { label, country }: Home): string {
	// A zero in brackets is dialled within the country only.
	const written = visible(text).trim().replace(/^tel:/i, '').replace(/^(\+|00)(.*?)\(0\)/, '$1$2');
	const digits = written.replace(/\D/g, '');
	const home = country.toUpperCase();
	const marked = written.startsWith('+') || digits.startsWith('00');
	let number = digits.replace(/^0+/, '');
	if (!marked && digits.startsWith('0') && !home) {
		throw refused(label, 'this number has no country code, so nobody could be matched by it.', 'Write it as +33612345678, or set “Default Country” to the country of such numbers.');
	}
	if (!marked && home && (digits.startsWith('0') || isNational(digits, home))) number = abroad(digits, { label, country: home });
	if (number.length < SHORTEST || number.length > LONGEST) {
		throw refused(label, `a phone number has ${SHORTEST} to ${LONGEST} digits; this one has ${number.length}.`, 'Write it with its country code, such as +33612345678.');
	}
	return number;
}
