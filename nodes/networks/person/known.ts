import type { IDataObject } from 'n8n-workflow';
import { country as countryOf, email, homeOf, isHash, sha256, valuesOf } from './identifiers';
import { phoneDigits } from './phone';

export interface Address {
	/** Hashed, and so is the last name. */
	firstName: string;
	lastName: string;
	/** Two capital letters. */
	country: string;
	postalCode: string;
}

/** A person as Google knows one: normalised as Google matches, and hashed. */
export interface Known {
	emails: string[];
	phones: string[];
	/** Only where all its parts are there. */
	address?: Address;
}

const GMAIL = /@(gmail|googlemail)\.com$/;

/** https://developers.google.com/data-manager/api/devguides/concepts/formatting */
function address(text: string, label: string): string {
	const plain = email(text.replace(/\s/g, ''), { label, country: '' });
	if (!GMAIL.test(plain)) return plain;
	const [local = '', domain = ''] = plain.split('@');
	return `${local.replace(/\+.*/, '').replaceAll('.', '')}@${domain}`;
}

const PREFIX = /^(mr|mrs|ms|dr)\.?\s+/;
const SUFFIX = /(,\s*|\s+)(jr|sr|ii|iii|iv|2nd|3rd|cpa|dds|jd|md|phd)\.?$/;

const name = (text: string): string =>
	text
		.toLowerCase()
		.replace(PREFIX, '')
		.replace(SUFFIX, '')
		.replace(/[\p{P}\p{C}]/gu, '')
		.replace(/\s+/g, ' ')
		.trim();

/** What is hashed already goes through in small letters. Empty where nothing is left to hash. */
function hashedBy(normalise: (text: string) => string, value: string): string {
	if (isHash(value)) return value.toLowerCase();
	// An é may be one character or two, by the system that it was typed on.
	const plain = normalise(value.normalize('NFC'));
	return plain && sha256(plain);
}

const all = (value: unknown, separated: boolean, normalise: (text: string) => string): string[] => [...new Set(valuesOf(value, separated).map((one) => hashedBy(normalise, one)).filter(Boolean))];

/** Normalises and hashes what is known of a person; country and postal code are not hashed. */
export function knownOf(fields: IDataObject, defaultCountry?: string): Known {
	const home = homeOf(fields.country, defaultCountry);
	const emails = all(fields.email, true, (text) => address(text, 'Email'));
	const phones = all(fields.phone, true, (text) => `+${phoneDigits(text, { label: 'Phone', country: home })}`);
	const [[firstName], [lastName], [postalCode]] = [all(fields.firstName, false, name), all(fields.lastName, false, name), valuesOf(fields.postalCode)];
	const country = home && countryOf(home, { label: 'Country', country: '' }).toUpperCase();
	const isWhole = firstName !== undefined && lastName !== undefined && postalCode !== undefined && country !== '';
	return { emails, phones, ...(isWhole && { address: { firstName, lastName, country, postalCode } }) };
}

export const isKnown = ({ emails, phones, address: whole }: Known): boolean => emails.length + phones.length > 0 || whole !== undefined;

/** How many identifiers there are. */
export const sizeOf = ({ emails, phones, address: whole }: Known): number => emails.length + phones.length + (whole ? 1 : 0);
