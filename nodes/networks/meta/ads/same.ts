import type { IDataObject } from 'n8n-workflow';
import { metaAds } from '../../../platforms/metaAds';
import { isAmount } from './money';

const isRecord = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

const added: Partial<Record<string, unknown>> = metaAds.targetingDefaults;

/** Meta adds names to what it is given IDs of, and its defaults to a targeting that leaves them out. */
const isAdded = (name: string, value: unknown) => name === 'name' || (name in added && same(name, added[name], value));

function sameObjects(wanted: IDataObject, live: IDataObject): boolean {
	if (wanted.id !== undefined) return String(wanted.id) === String(live.id);
	const names = new Set([...Object.keys(wanted), ...Object.keys(live)]);
	return [...names].every((name) => (name in wanted ? same(name, wanted[name], live[name]) : isAdded(name, live[name])));
}

function sameLists(name: string, wanted: readonly unknown[], live: readonly unknown[]): boolean {
	const left = [...live];
	return wanted.every((one) => {
		const index = left.findIndex((other) => same(name, one, other));
		return index >= 0 && left.splice(index, 1).length === 1;
	}) && left.length === 0;
}

/** Whether what is wanted is what Meta already has, however each of them writes it: IDs and amounts as texts, times in another zone, lists in another order. */
export function same(name: string, wanted: unknown, live: unknown): boolean {
	if (Array.isArray(wanted)) return sameLists(name, wanted, Array.isArray(live) ? live : []);
	if (isRecord(wanted)) return isRecord(live) && sameObjects(wanted, live);
	if (name.endsWith('_time') && typeof live === 'string') return Date.parse(String(wanted)) === Date.parse(live);
	// An amount that is not there is none.
	if (live === undefined || live === null) return wanted === 0 && isAmount(name);
	return String(wanted) === String(live);
}
