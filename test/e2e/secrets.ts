import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { seed } from '../../sandbox/networks/seed';
import { root } from '../support/stage';
import type { Stage } from '../support/stage';

/** Every token and code that the fake Meta issues begins like this. */
const issuedByMeta = ['EAASANDBOX', 'AQSANDBOX'];

const filesBelow = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));

/** What n8n has kept of all that ran before: database, write-ahead log, event log, binary data, debug log. */
export function secrets(stage: () => Stage) {
	const home = () => join(stage().userFolder, '.n8n');
	const kept = () => [...filesBelow(home()).filter((file) => !relative(home(), file).startsWith('nodes')), join(root, '.qmark', 'logs', 'e2e-n8n.log')];
	const holding = (text: string) => kept().filter((file) => existsSync(file) && readFileSync(file).includes(text));
	const names = (files: string[]) => files.map((file) => relative(root, file));

	test('the search finds what n8n does keep', () => {
		expect(names(holding('Publish content calendar')).some((name) => name.includes('database.sqlite'))).toBe(true);
		expect(names(holding('n8n ready')).some((name) => name.endsWith('.log'))).toBe(true);
	});

	test('no token, code or app secret lies anywhere in clear', () => {
		for (const secret of [seed.telegram.token, seed.meta.appSecret, ...issuedByMeta]) expect({ secret, files: names(holding(secret)) }).toEqual({ secret, files: [] });
	});

	test('no execution’s data holds one', async () => {
		const { operator } = stage();
		for (const workflow of await operator.workflows.list()) {
			for (const { id } of await operator.workflows.executions(workflow)) {
				const text = JSON.stringify(await operator.rest.send('GET', `/executions/${id}`));
				for (const secret of [seed.telegram.token, seed.meta.appSecret, ...issuedByMeta]) expect({ id, secret, found: text.includes(secret) }).toEqual({ id, secret, found: false });
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
