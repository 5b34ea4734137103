import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import { planOf } from '../../../nodes/QmarkContentImport/headers';
import { tableIn } from '../../../nodes/QmarkContentImport/files';
import { importTables } from '../../../nodes/QmarkContentImport/importTables';
import type { Outcome } from '../../../nodes/QmarkContentImport/importTables';
import { itemsTable } from '../../../nodes/QmarkContentImport/inputItems';
import type { Settings } from '../../../nodes/QmarkContentImport/reading';
import type { Table } from '../../../nodes/QmarkContentImport/table';

const settings: Settings = { networks: [], labels: [], timeZone: 'Europe/Paris', timeWhereNone: '09:00', order: 'dayFirst', withoutId: 'derive', useFiles: true, mappings: [] };

function imported(table: Table, chosen: Partial<Settings>, withFiles = false): Outcome {
	const all = { ...settings, ...chosen };
	return importTables([{ ...table, plan: planOf(table.columns, all.mappings, withFiles) }], all);
}

/** Rows as another node hands them on. */
export const importRows = (rows: IDataObject[], chosen: Partial<Settings> = {}): Outcome => imported(itemsTable(rows.map((json) => ({ json }))), chosen);

export const importWithFiles = (items: { json: IDataObject; binary: IBinaryKeyData }[], chosen: Partial<Settings> = {}): Outcome => imported(itemsTable(items), chosen, true);

/** A file, as text in UTF-8 or as bytes. */
export const importFile = (file: string | Buffer, chosen: Partial<Settings> = {}): Outcome =>
	imported({ file: 'calendar.csv', ...tableIn(Buffer.from(file), 0, { field: 'data', delimiter: '', encoding: 'detect' }) }, chosen);

export const contentsOf = ({ contents }: Outcome) => contents.map(({ json }) => json);
export const problemsOf = ({ problems }: Outcome) => problems.map(({ json }) => json);

/** `row column: problem`, for a glance. */
export const told = (outcome: Outcome) => problemsOf(outcome).map(({ row, column, severity, problem }) => `${severity} ${row} ${column}: ${problem}`);
