import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isRecord } from './cells';
import type { Cell } from './cells';
import { holdsList } from './headers';
import { rowsInside } from './jsonTable';
import { columnsOf } from './table';
import type { Row, Table } from './table';

/** Webhook hands on the whole request: its rows are in the body, and its headers are nobody's content. */
function rowsOf(json: IDataObject): Cell[] {
	const { body, headers } = json;
	if (!isRecord(headers) || !('webhookUrl' in json || 'params' in json)) return [json];
	if (Array.isArray(body)) return body;
	if (!isRecord(body)) return [json];
	const inside = rowsInside(body, holdsList);
	return 'rows' in inside ? inside.rows : [body];
}

/** Google Sheets counts its rows as the sheet shows them. */
const numberOf = ({ row_number: number }: IDataObject, index: number) => (typeof number === 'number' && number > 0 ? number : index + 1);

/** The input items as one table. */
export function itemsTable(items: readonly INodeExecutionData[]): Table {
	const found = items.flatMap(({ json, binary }, item) => rowsOf(json).map((cell, _, { length }) => ({ json: isRecord(cell) ? cell : { text: cell }, files: length === 1 ? binary : undefined, item })));
	const rows = found.map((row, index): Row => ({ ...row, number: numberOf(row.json, index) }));
	return { item: 0, columns: columnsOf(rows), rows, faults: [] };
}
