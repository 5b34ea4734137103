import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { PlatformError } from '../errors';
import { unwritten } from './store';
import type { Store } from './store';

const isRow = (json: IDataObject) => json.key !== undefined && json.key !== null;

/**
 * The journal in a workflow of the operator's, called with items that name the `operation` and answering lines. The shipped
 * workflow “Publishing journal (PostgreSQL)” is one; what an operation has to do is told in workflows/publishing/postgresql/README.md.
 */
export function workflowStore(context: IExecuteFunctions, id: string): Store {
	const call = async (operation: string, items: IDataObject[]): Promise<IDataObject[]> => {
		if (items.length === 0) return [];
		const { data } = await context.executeWorkflow({ id }, items.map((json) => ({ json: { operation, ...json } }))).catch(async (error: unknown) => await Promise.reject(unwritten(error)));
		return (data[0] ?? []).map(({ json }) => json).filter(isRow);
	};
	return {
		read: async (keys) => await call('read', keys.map((key) => ({ key }))),
		insert: async (rows) => await call('insert', rows.map((row) => ({ ...row }))),
		update: async (changes) => {
			const written = await call('update', changes.map(({ id: key, owner: expected_owner, row }) => ({ ...row, id: key, expected_owner })));
			return written.filter((row) => changes.some((change) => change.id === String(row.id) && change.row.owner === row.owner));
		},
		remove: async (ids) => void (await call('remove', ids.map((one) => ({ id: one })))),
		find: async (wish, limit) => await call('find', [{ ...wish, limit }]),
	};
}

/** A store that answers nothing of what it was just given keeps nothing. */
export const unkept = () =>
	new PlatformError({ verdict: 'stop', code: 'journal', message: 'The journal did not keep what was written to it.', hint: 'Nothing was sent. Check the workflow that is chosen under “Journal”, or choose the Data Table.' });
