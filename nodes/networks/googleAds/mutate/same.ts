import type { IDataObject } from 'n8n-workflow';

const isRecord = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Google adds reviews and labels to the texts of an ad. */
const comparable = (value: unknown): unknown => (isRecord(value) ? [value.text ?? '', value.pinnedField ?? ''] : value);

/** What Google leaves out is nothing: 0, an empty text, no. */
const absent = (value: unknown) => value === undefined || value === null || value === '' || value === false || Number(value) === 0;

/** Whether what is wanted is what Google already has, however each of them writes it. `null` is nothing. */
export function same(wanted: unknown, live: unknown): boolean {
	if (Array.isArray(wanted)) return JSON.stringify(wanted.map(comparable)) === JSON.stringify((Array.isArray(live) ? live : []).map(comparable));
	if (typeof wanted === 'number') return wanted === Number(live ?? 0);
	return wanted === null || live === undefined ? absent(wanted) && absent(live) : String(wanted) === String(live);
}
