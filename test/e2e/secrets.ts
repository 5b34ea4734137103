import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { root } from '../support/stage';
import type { Stage } from '../support/stage';
import { issued } from './issued';

interface Traces {
	/** n8n's log at level debug, by its name in `.qmark/logs`. */
	log: string;
	/** A text that n8n surely keeps: the search is to find it. */
	kept: string;
}

const filesBelow = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));

/** What n8n has kept of all that ran before: database, write-ahead log, event log, binary data, debug log. */
export function secrets(stage: () => Stage, { log, kept: known }: Traces) {
	const home = () => join(stage().userFolder, '.n8n');
	const kept = () => [...filesBelow(home()).filter((file) => !relative(home(), file).startsWith('nodes')), join(root, '.qmark', 'logs', log)].filter(existsSync);
	/** Text → names of the files that hold it; every file is read once. */
	const holding = (texts: readonly string[]) => {
		const found = new Map(texts.map((text): [string, string[]] => [text, []]));
		for (const file of kept()) {
			const bytes = readFileSync(file);
			for (const [text, files] of found) if (bytes.includes(text)) files.push(relative(root, file));
		}
		return found;
	};

	test('the search finds what n8n does keep', () => {
		const found = holding([known, 'n8n ready']);
		expect(found.get(known)).toContainEqual(expect.stringContaining('database.sqlite'));
		expect(found.get('n8n ready')).toContainEqual(expect.stringMatching(/\.log$/));
	});

	test('no token, code or app secret lies anywhere in clear', () => {
		expect([...holding(issued)].filter(([, files]) => files.length > 0)).toEqual([]);
	});

	test('no execution’s data holds one', async () => {
		const { operator } = stage();
		for (const workflow of await operator.workflows.list()) {
			for (const { id } of await operator.workflows.executions(workflow)) {
				const text = JSON.stringify(await operator.rest.send('GET', `/executions/${id}`));
				expect({ id, found: issued.filter((secret) => text.includes(secret)) }).toEqual({ id, found: [] });
			}
		}
	});

	test('credentials at rest are ciphertext', () => {
		const database = new DatabaseSync(join(home(), 'database.sqlite'), { readOnly: true });
		const rows = database.prepare("SELECT name, data FROM credentials_entity WHERE type LIKE 'qmark%'").all();
		database.close();
		expect(rows.length).toBeGreaterThanOrEqual(2);
		for (const { name, data } of rows) {
			expect({ name, data }).toEqual({ name, data: expect.stringMatching(/^[A-Za-z0-9+/=]+$/) });
			expect(Buffer.from(String(data), 'base64').subarray(0, 8).toString('latin1')).toBe('Salted__');
		}
	});
}
