import { createHash } from 'node:crypto';
import axios, { type AxiosInstance } from 'axios';
import { newEntry, rowOf } from '../../../nodes/QmarkPublisher/journal/entry';
import type { Entry } from '../../../nodes/QmarkPublisher/journal/entry';
import { startSandbox, type Sandbox } from '../../../sandbox/networks/server';
import { seed } from '../../../sandbox/networks/seed';
import { JournalReader, followPublications } from '../../../sandbox/publications';

let sandbox: Sandbox;
let http: AxiosInstance;

beforeAll(async () => {
	sandbox = await startSandbox({ port: 0 });
	http = axios.create({ baseURL: sandbox.origin, validateStatus: () => true, proxy: false });
});
afterAll(async () => await sandbox.close());
beforeEach(async () => void (await http.post('/_sandbox/reset')));

const shown = async () => (await http.get('/publications.json')).data;
const told = async (...publications: unknown[]) => await http.post('/_sandbox/publications', { publications });

const adapted = [{ field: 'text', rule: 'shortened', before: 'Beaucoup de fleurs', after: 'Des fleurs', why: '10 characters are allowed here; there were 18.' }];
const line = { contentId: 'P01', slot: '2027-W05', network: 'facebook', account: '100', status: 'published', permalink: 'https://example.com/1', at: '2027-02-01T09:00:00.000Z', reason: '', hint: '', adapted, changedAt: '2027-02-01T09:00:01.000Z' };

describe('the control', () => {
	test('what it is told stands in publications.json, in place of what there was, until a reset', async () => {
		expect(await shown()).toEqual([]);
		expect((await told(line)).status).toBe(200);
		expect(await shown()).toEqual([line]);
		await told({ contentId: 'P02', network: 'telegram', account: '@atelier_camelia', status: 'unknown' });
		expect(await shown()).toMatchObject([{ contentId: 'P02', status: 'unknown', permalink: '', hint: '', adapted: [] }]);
		await http.post('/_sandbox/reset');
		expect(await shown()).toEqual([]);
	});

	test('a link to a network leads to the sandbox’s own page of the post', async () => {
		const chat = `@${seed.telegram.channel.username}`;
		const { data } = await http.post(`/api.telegram.org/bot${seed.telegram.token}/sendMessage`, { chat_id: chat, text: 'Ouvert' });
		await told({ ...line, network: 'telegram', permalink: `https://t.me/${seed.telegram.channel.username}/${data.result.message_id}` }, line);
		const [{ permalink }, other] = await shown();
		expect(permalink).toMatch(`${sandbox.origin}/t.me/`);
		expect((await http.get(permalink)).data).toContain('Ouvert');
		expect(other.permalink).toBe(line.permalink);
	});

	test.each<[string, unknown, string]>([
		['no list', {}, '"publications" must be a list.'],
		['a list alone', [], 'The body must be an object.'],
		['another field beside it', { publications: [], more: 1 }, 'The body has a field "more", which is not shown here; use publications.'],
		['no object', { publications: ['P01'] }, 'Publication 1 must be an object.'],
		['too many', { publications: new Array(1001).fill(line) }, '"publications" must hold at most 1000 lines.'],
		['no content', { publications: [line, { ...line, contentId: '' }] }, 'Publication 2 needs "contentId".'],
		['a number for a text', { publications: [{ ...line, account: 100 }] }, '"account" of publication 1 must be a text.'],
		['an unknown status', { publications: [{ ...line, status: 'claiming' }] }, '"status" of publication 1 must be one of published, draft, scheduled, processing, unknown, refused, failed, deleted.'],
		['a script as link', { publications: [{ ...line, permalink: 'javascript:alert(1)' }] }, '"permalink" of publication 1 must be an address with http or https.'],
		['no time', { publications: [{ ...line, at: 'yesterday' }] }, '"at" of publication 1 must be a time as in 2027-01-31T09:00:00.000Z.'],
		['no list of changes', { publications: [{ ...line, adapted: '[]' }] }, '"adapted" of publication 1 must be a list.'],
		['a change without its rule', { publications: [{ ...line, adapted: [{ field: 'text' }] }] }, 'Adaptation 1 of publication 1 must name its "field" and its "rule".'],
	])('%s is refused with one sentence, and what is shown stays', async (_what, body, error) => {
		await told(line);
		const answer = await http.post('/_sandbox/publications', body);
		expect({ status: answer.status, data: answer.data }).toEqual({ status: 400, data: { error } });
		expect(await shown()).toEqual([line]);
	});

	test.each(['owner', 'lease', 'state', 'key'])('the journal’s “%s” is refused', async (name) => {
		const { status, data } = await told({ ...line, [name]: 'x' });
		expect(status).toBe(400);
		expect(data.error).toMatch(`has a field "${name}", which is not shown here`);
	});

	test('texts of a large journal are taken', async () => {
		const before = 'é'.repeat(60_000);
		expect((await told(...new Array(50).fill({ ...line, adapted: [{ ...adapted[0], before }] }))).status).toBe(200);
	});
});

test('the page has the section, hidden while there is nothing, and runs its own scripts and style only', async () => {
	const { data: page, headers } = await http.get<string>('/');
	expect(page).toMatch(/<section id="publications"[^>]* hidden>/);
	expect(page).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write/);
	const inline = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
	const policy = String(headers['content-security-policy']);
	const sources = (name: string) => new RegExp(`${name} ([^;]*)`).exec(policy)?.[1]?.split(' ');
	const scripts = inline(/<script type="module">([^]*?)<\/script>/g);
	expect(scripts).toHaveLength(3);
	expect(sources('script-src')).toEqual(scripts);
	expect(sources('style-src')).toEqual(inline(/<style>([^]*?)<\/style>/g));
});

/** The part of n8n's REST API that hands out a Data Table. */
function n8nWith(tables: Record<string, Record<string, string | number>[]>) {
	const asked: string[] = [];
	const state = { down: false };
	const answer = (path: string): unknown => {
		asked.push(path);
		if (state.down) throw new Error('n8n is starting');
		const { pathname, searchParams } = new URL(path, 'http://n8n');
		if (pathname === '/projects/personal') return { id: 'p1' };
		const [, table] = /^\/projects\/p1\/data-tables\/(.+)\/rows$/.exec(pathname) ?? [];
		if (table === undefined) return { data: Object.keys(tables).map((name) => ({ id: encodeURIComponent(name), name })) };
		const rows = [...(tables[decodeURIComponent(table)] ?? [])].sort((a, b) => String(b.updatedAt).localeCompare(String(a.updatedAt)));
		const [skip, take] = [Number(searchParams.get('skip')), Number(searchParams.get('take'))];
		return { count: rows.length, data: rows.slice(skip, skip + Math.min(take, 250)) };
	};
	return { asked, state, tables, rest: { send: async <T>(_method: string, path: string) => answer(path) as T } };
}

const entry = (contentId: string, change: Partial<Entry> = {}): Entry => ({ ...newEntry({ network: 'facebook', account: '100' }, contentId, ''), owner: 'execution-7', lease: Date.now(), ...change });
const rowIn = (id: number, one: Entry, updatedAt = '2027-02-01T09:00:00.000Z') => ({ ...rowOf(one), id, createdAt: updatedAt, updatedAt });
const journal = 'QMARK publications';

describe('the reader', () => {
	test('without a table nothing is told, and no error', async () => {
		const reader = new JournalReader(n8nWith({ 'Old QMARK publications': [rowIn(1, entry('P01'))] }).rest);
		expect(await reader.changed()).toEqual([]);
		expect(await reader.changed()).toBeUndefined();
	});

	test('lines come without what only the Publisher needs, and only when they have changed', async () => {
		const out = entry('P01', { status: 'published', at: '2027-02-01T08:59:00.000Z', done: [{ id: '1', permalink: 'https://t.me/a/1' }], missing: ['No comment.'], adapted });
		const { rest, tables, asked } = n8nWith({ [journal]: [rowIn(1, out), rowIn(2, entry('P02', { status: 'publishing' }), '2027-02-01T10:00:00.000Z'), { ...rowIn(3, entry('P03')), status: 'by hand' }] });
		const reader = new JournalReader(rest);
		const lines = await reader.changed();
		expect(lines).toMatchObject([
			{ contentId: 'P02', status: 'processing', permalink: '' },
			{ contentId: 'P01', status: 'published', permalink: 'https://t.me/a/1', reason: 'No comment.', adapted, changedAt: '2027-02-01T09:00:00.000Z' },
		]);
		expect((await told(...(lines ?? []))).status).toBe(200);
		expect(JSON.stringify(lines)).not.toMatch(/execution-7|"owner"|"lease"|"state"|"memo"/);
		const before = asked.length;
		expect(await reader.changed()).toBeUndefined();
		expect(asked.length - before).toBe(2);
		tables[journal] = [];
		expect(await reader.changed()).toEqual([]);
		Reflect.deleteProperty(tables, journal);
		expect(await reader.changed()).toEqual([]);
	});

	test('a long journal is read page by page, the newest 500, and long texts are cut', async () => {
		const long = [{ field: 'text', rule: 'split', before: 'x'.repeat(9000), after: '', why: '' }];
		const minute = (index: number) => new Date(Date.UTC(2027, 0, 1, 0, index)).toISOString();
		const rows = Array.from({ length: 600 }, (_, index) => rowIn(index, entry(`P${index}`, { adapted: long }), minute(index)));
		const lines = (await new JournalReader(n8nWith({ [journal]: rows }).rest).changed()) ?? [];
		expect(new Set(lines.map(({ contentId }) => contentId)).size).toBe(500);
		expect(lines[0]).toMatchObject({ contentId: 'P599' });
		expect(lines[0]?.adapted[0]?.before).toHaveLength(4002);
	});

	test('it waits out an n8n that is away, tells what has changed, and stops', async () => {
		const n8n = n8nWith({ [journal]: [rowIn(1, entry('P01', { status: 'published' }))] });
		n8n.state.down = true;
		const stop = followPublications({ rest: n8n.rest, origin: sandbox.origin, every: 20 });
		const until = async (holds: () => Promise<boolean> | boolean) => {
			for (let tries = 0; !(await holds()); tries++) {
				if (tries > 100) throw new Error('Not seen within two seconds.');
				await new Promise((resolve) => setTimeout(resolve, 20));
			}
		};
		await until(() => n8n.asked.length > 2);
		n8n.state.down = false;
		await until(async () => (await shown()).length === 1);
		n8n.tables[journal]?.push(rowIn(2, entry('P02', { status: 'refused' }), '2027-02-02T09:00:00.000Z'));
		await until(async () => (await shown()).length === 2);
		stop();
		await new Promise((resolve) => setTimeout(resolve, 50));
		const { length } = n8n.asked;
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(n8n.asked).toHaveLength(length);
	});
});
