import type { IDataObject } from 'n8n-workflow';
import type { Store } from '../../../nodes/core/journal/store';

/** Lines in memory, written as a Data Table writes them: without a unique key, each where its `owner` is still the one that was read. */
export function memoryStore(): Store {
	let lines: IDataObject[] = [];
	let ids = 0;
	const withKeys = (keys: readonly string[]) => lines.filter(({ key }) => keys.includes(String(key))).map((line) => ({ ...line }));
	return {
		read: async (keys) => await Promise.resolve(withKeys(keys)),
		insert: async (rows) => {
			lines.push(...rows.map((row) => ({ ...row, id: ++ids })));
			return await Promise.resolve(withKeys(rows.map(({ key }) => key)));
		},
		update: async (changes) =>
			await Promise.resolve(changes.flatMap(({ id, owner, row }) => lines.filter((line) => String(line.id) === id && line.owner === owner).map((line) => ({ ...Object.assign(line, row) })))),
		remove: async (gone) => {
			lines = await Promise.resolve(lines.filter(({ id }) => !gone.includes(String(id))));
		},
		find: async () => await Promise.resolve(lines.map((line) => ({ ...line }))),
	};
}
