import type { Call } from '../call';
import { GraphError, invalid } from '../errors';
import { words } from '../words';
import type { CustomAudience } from './audienceModel';

/** https://developers.facebook.com/docs/marketing-api/audiences/guides/custom-audiences#hash */
const hashedKeys = words('EMAIL PHONE GEN DOBY DOBM DOBD LN FN FI ST CT ZIP COUNTRY EMAIL_SHA256 PHONE_SHA256');
const plainKeys = words('MADID EXTERN_ID DATA_PROCESSING_OPTIONS DATA_PROCESSING_OPTIONS_COUNTRY DATA_PROCESSING_OPTIONS_STATE');
/** People are told apart by these. */
const strong = words('EMAIL PHONE MADID EXTERN_ID');
const mostRows = 10_000;

type Row = Record<string, unknown>;

interface Rows {
	rows: Row[];
	/** What is not hashed as it should be. */
	invalid: Row[];
	received: number;
}

const isHash = (value: unknown): boolean => typeof value === 'string' && (value === '' || /^[0-9a-f]{64}$/.test(value));

/** The rows of a call. Wrong hashes are counted, not refused. */
export function rowsOf({ params }: Call): Rows {
	const payload = params.record('payload');
	if (!payload) throw invalid('The parameter payload is required');
	const { schema, data } = payload;
	const keys: unknown[] = Array.isArray(schema) ? schema : [schema];
	const unknown = keys.find((key) => typeof key !== 'string' || (!hashedKeys.includes(key) && !plainKeys.includes(key)));
	if (keys.length === 0 || unknown !== undefined) throw invalid(`Param payload[schema] has an unknown key ${String(unknown)}`);
	if (!Array.isArray(data) || data.length === 0) throw invalid('Param payload[data] must be a list of rows');
	if (data.length > mostRows) throw invalid(`Param payload[data] has ${data.length} rows; at most ${mostRows} can be sent in a call.`);
	const rows = data.map((one: unknown): Row => {
		const values: unknown[] = Array.isArray(one) ? one : [one];
		if (values.length !== keys.length) throw invalid('Every row of payload[data] must have as many values as the schema has keys');
		return Object.fromEntries(keys.map((key, index) => [String(key).replace('_SHA256', ''), values[index]]));
	});
	const isRight = (row: Row): boolean => Object.entries(row).every(([key, value]) => !hashedKeys.includes(key) || isHash(value));
	return { rows: rows.filter(isRight), invalid: rows.filter((row) => !isRight(row)), received: rows.length };
}

/** The same person: one of the keys that tell people apart is the same. */
const isSame = (a: Row, b: Row): boolean => strong.some((key) => a[key] !== undefined && a[key] !== '' && a[key] === b[key]);

export function addPeople(audience: CustomAudience, rows: Row[]): void {
	for (const row of rows) {
		const index = audience.people.findIndex((known) => isSame(known, row));
		if (index < 0) audience.people.push(row);
		else audience.people[index] = { ...audience.people[index], ...row };
	}
}

export function removePeople(audience: CustomAudience, rows: Row[]): void {
	audience.people = audience.people.filter((known) => !rows.some((row) => isSame(known, row)));
}

/** Batches of a session count from 1 without gaps; the last one ends it. */
export function checkSession(audience: CustomAudience, { params }: Call, received: number): number {
	const session = params.record('session');
	if (!session) return received;
	const { session_id: id, batch_seq: number, last_batch_flag: isLast } = session;
	if (!Number.isSafeInteger(id) || Number(id) <= 0) throw invalid('Param session[session_id] must be a positive integer');
	if (!Number.isInteger(number) || typeof isLast !== 'boolean') throw invalid('Param session needs batch_seq and last_batch_flag');
	const known = audience.sessions[String(id)] ?? { last: 0, ended: false, received: 0 };
	if (known.ended && number !== known.last) throw new GraphError(2650, '(#2650) The session has ended; no more batches are taken.', { subcode: 1870145 });
	if (number !== known.last && number !== known.last + 1) throw new GraphError(2650, '(#2650) The batch_seq is out of order.', { subcode: 1870147 });
	const total = number === known.last ? known.received : known.received + received;
	audience.sessions[String(id)] = { last: Number(number), ended: isLast, received: total };
	return total;
}
