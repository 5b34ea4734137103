import type { IDataObject } from 'n8n-workflow';

const isRecord = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nothing, however Pinterest writes it. */
const isNone = (value: unknown) => value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** Lists may come in another order. */
const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort().join();

/** Whether what is wanted is what Pinterest already has. `null` is nothing. */
export function same(wanted: unknown, live: unknown): boolean {
	if (isNone(wanted)) return isNone(live);
	if (Array.isArray(wanted)) return Array.isArray(live) && sorted(wanted) === sorted(live);
	if (isRecord(wanted)) return isRecord(live) && [...new Set([...Object.keys(wanted), ...Object.keys(live)])].every((name) => same(wanted[name], live[name]));
	return !isNone(live) && String(wanted) === String(live);
}
