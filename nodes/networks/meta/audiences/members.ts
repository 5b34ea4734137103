import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { hashed, hashedBirthDate } from '../identifiers';
import { homeOf, valuesOf } from '../../person/identifiers';
import type { Kind } from '../identifiers';

/** A person as an audience knows one: a row for each of several addresses or numbers, by Meta's keys. */
export interface Person {
	rows: Readonly<Record<string, unknown>>[];
}

/** Field → Meta's key, the kind of value and what people call it. E-mail addresses and phone numbers may be several in one text. */
const hashedKeys: readonly (readonly [field: string, key: string, kind: Kind, label: string])[] = [
	['email', 'EMAIL', 'em', 'Email'],
	['phone', 'PHONE', 'ph', 'Phone'],
	['firstName', 'FN', 'fn', 'First Name'],
	['lastName', 'LN', 'ln', 'Last Name'],
	['gender', 'GEN', 'ge', 'Gender'],
	['city', 'CT', 'ct', 'City'],
	['state', 'ST', 'st', 'State'],
	['zip', 'ZIP', 'zp', 'ZIP Code'],
	['country', 'COUNTRY', 'country', 'Country'],
];

/** Field → Meta's key, for what goes as it is. */
const plainKeys: readonly (readonly [field: string, key: string])[] = [
	['externalId', 'EXTERN_ID'],
	['madid', 'MADID'],
];

/** The columns of a call, in this order. */
const columns = [
	...hashedKeys.map(([, key]) => key),
	...['DOBY', 'DOBM', 'DOBD'],
	...plainKeys.map(([, key]) => key),
	...['DATA_PROCESSING_OPTIONS', 'DATA_PROCESSING_OPTIONS_COUNTRY', 'DATA_PROCESSING_OPTIONS_STATE'],
];

export interface Settings {
	defaultCountry?: string;
	limitedDataUse?: boolean;
	/** Meta's numbers of a country and state. */
	country?: number;
	state?: number;
}

/** https://developers.facebook.com/docs/marketing-api/audiences/guides/custom-audiences#ldu */
const limited = ({ limitedDataUse, country = 0, state = 0 }: Settings) =>
	limitedDataUse ? { DATA_PROCESSING_OPTIONS: ['LDU'], DATA_PROCESSING_OPTIONS_COUNTRY: Number(country), DATA_PROCESSING_OPTIONS_STATE: Number(state) } : {};

/** Whether Meta can tell the person from others. */
const isKnown = (values: ReadonlyMap<string, string[]>) => ['EMAIL', 'PHONE', 'EXTERN_ID', 'MADID'].some((key) => values.has(key)) || (values.has('FN') && values.has('LN'));

/** Normalises and hashes what an item tells of a person. https://developers.facebook.com/docs/marketing-api/audiences/guides/custom-audiences#hash */
export function personOf(fields: IDataObject, settings: Settings): Person {
	const country = homeOf(fields.country, settings.defaultCountry);
	const values = new Map<string, string[]>();
	const keep = (key: string, found: string[]) => {
		const unique = [...new Set(found.filter(Boolean))];
		if (unique.length > 0) values.set(key, unique);
	};
	for (const [field, key, kind, label] of hashedKeys) {
		keep(key, valuesOf(fields[field], kind === 'em' || kind === 'ph').map((value) => hashed(kind, value, { label, country })));
	}
	for (const [field, key] of plainKeys) keep(key, valuesOf(fields[field]).map((value) => (key === 'MADID' ? value.toLowerCase() : value)));
	const [birth] = valuesOf(fields.dateOfBirth);
	if (birth) ['DOBY', 'DOBM', 'DOBD'].forEach((key, index) => keep(key, [hashedBirthDate(birth, 'Date of Birth')[index] ?? '']));
	if (!isKnown(values)) throw refused('Person', 'there is nothing here that tells people apart.', 'Add “Email”, “Phone”, “External ID”, “Mobile Advertiser ID”, or both names.');
	const most = Math.max(...[...values.values()].map(({ length }) => length));
	const rows = Array.from({ length: most }, (_, index) => Object.fromEntries([...values].map(([key, list]) => [key, list[index] ?? list[0]])));
	return { rows: rows.map((row) => ({ ...row, ...limited(settings) })) };
}

/** The people of a call as Meta wants them: the columns that any of them has, and a row for each. */
export function payloadOf(people: readonly Person[]): { schema: string[]; data: unknown[][] } {
	const rows = people.flatMap((person) => person.rows);
	const schema = columns.filter((key) => rows.some((row) => row[key] !== undefined));
	return { schema, data: rows.map((row) => schema.map((key) => row[key] ?? (key === 'DATA_PROCESSING_OPTIONS' ? [] : key.startsWith('DATA_') ? 0 : ''))) };
}
