import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError } from '../../../core/errors';
import { quoted, rowsOf } from '../gaql';
import type { Account } from './account';
import { factsOf, idIn, nounOf } from './kinds';
import type { Kind } from './kinds';
import { inUnits } from './money';

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const isRecord = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object as it was read: its own part of the row, and what stands beside it. Amounts are in millionths, as texts. */
export interface Live {
	name: string;
	own: IDataObject;
	beside: IDataObject;
}

/** `maximizeConversions.targetCpaMicros` */
export const valueAt = (object: IDataObject, path: string): unknown => path.split('.').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), object);

/** The same for several, as one object with them: what an update sends. */
export function nested(values: Readonly<Record<string, unknown>>): IDataObject {
	const object: IDataObject = {};
	for (const [path, value] of Object.entries(values)) {
		const names = path.split('.');
		const last = names.pop() ?? '';
		const inner = names.reduce<IDataObject>((outer, name) => {
			const there = outer[name];
			const next: IDataObject = isRecord(there) ? there : {};
			outer[name] = next;
			return next;
		}, object);
		Object.assign(inner, { [last]: value });
	}
	return object;
}

/** `IN ('a', 'b')` */
export const among = (texts: Iterable<string>): string => `IN (${[...new Set(texts)].map(quoted).join(', ')})`;

/** IDs, which GAQL takes for numbers. */
export const amongIds = (ids: Iterable<string>): string => `IN (${[...new Set(ids)].join(', ')})`;

/** The kind's objects for which all of `where` holds. */
export async function* readRows(api: Api, customer: string, kind: Kind, where: readonly string[], most = Infinity): AsyncGenerator<Live> {
	const { table, fields, beside = '', only } = factsOf(kind);
	const own = fields.trim().split(/\s+/).map((field) => `${table}.${field}`);
	const conditions = [...(only ? [only] : []), ...where];
	const query = `SELECT ${[...own, ...beside.split(/\s+/)].filter(Boolean).join(', ')} FROM ${table}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}${Number.isFinite(most) ? ` LIMIT ${most}` : ''}`;
	for await (const { [camel(table)]: found, ...more } of rowsOf(api, customer, query)) {
		const object = isRecord(found) ? found : {};
		yield { name: String(object.resourceName), own: object, beside: more };
	}
}

/** Objects by their resource names, with one query. What does not exist is left out. */
export async function liveOf(api: Api, customer: string, kind: Kind, names: Iterable<string>): Promise<Map<string, Live>> {
	const wanted = [...new Set(names)];
	const found = new Map<string, Live>();
	if (wanted.length === 0) return found;
	for await (const live of readRows(api, customer, kind, [`${factsOf(kind).table}.resource_name ${among(wanted)}`])) found.set(live.name, live);
	return found;
}

/** Rows by what tells them apart. */
export async function byKey(rows: AsyncIterable<Live>, keyOf: (live: Live) => string): Promise<Map<string, Live[]>> {
	const found = new Map<string, Live[]>();
	for await (const live of rows) found.set(keyOf(live), [...(found.get(keyOf(live)) ?? []), live]);
	return found;
}

/** The one of this name; refused where there is none. */
export function present(kind: Kind, name: string, live: ReadonlyMap<string, Live>): Live {
	const found = live.get(name);
	if (found) return found;
	const message = `${factsOf(kind).label}: there is no ${nounOf(kind)} ${idIn(name)} in this account.`;
	throw new PlatformError({ verdict: 'fix-input', code: 'missing', message, hint: 'Check the ID and the account.' });
}

/** For people: the object with its ID, its amounts in the account's currency. */
export function shown({ name, own, beside }: Live, { currency }: Account): IDataObject {
	return { ...inUnits({ ...own, id: idIn(name), ...beside }), currency };
}

/** `ad group “Bouquets”`; an ad has no name. */
export function called(kind: Kind, { name, own }: Live): string {
	const text = own.name ?? valueAt(own, 'keyword.text');
	return `${nounOf(kind)} ${typeof text === 'string' && text !== '' ? `“${text}”` : idIn(name)}`;
}
