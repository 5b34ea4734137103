import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import type { Delivery } from '../../../sandbox/networks/telegram/deliveries';
import { seed } from '../../../sandbox/networks/seed';
import { openSandbox } from '../../support/sandbox';
import type { Sandbox } from '../../support/sandbox';

const { token } = seed.telegram;
const http = axios.create({ validateStatus: () => true });

interface Call {
	id: number;
	chat: number;
	secret: unknown;
}

let sandbox: Sandbox;
let calls: Call[] = [];
let running = 0;
let widest = 0;
/** What the bot's program answers, and after how many ms. */
let answer: (call: Call, earlier: number) => { status: number; after?: number; headers?: Record<string, string> };

const program = createServer((request, response) => {
	void (async () => {
		const update = await json(request) as { update_id: number; message?: { chat: { id: number } } };
		const call = { id: update.update_id, chat: update.message?.chat.id ?? 0, secret: request.headers['x-telegram-bot-api-secret-token'] };
		const earlier = calls.filter(({ id }) => id === call.id).length;
		calls.push(call);
		running += 1;
		widest = Math.max(widest, running);
		const { status, after = 0, headers = {} } = answer(call, earlier);
		await pause(after);
		running -= 1;
		response.writeHead(status, headers).end();
	})();
});

beforeAll(async () => {
	sandbox = await openSandbox();
	await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	program.close();
	await sandbox.close();
});
beforeEach(async () => {
	await sandbox.reset();
	[calls, running, widest, answer] = [[], 0, 0, () => ({ status: 200 })];
	await settings({ webhookInterval: 0 });
});

const settings = async (telegram: object) => await sandbox.settings({ telegram });
const url = (path = '') => `http://127.0.0.1:${(program.address() as AddressInfo).port}/${path}`;
const call = async (method: string, body: object = {}) => (await http.post(`${sandbox.origin}/api.telegram.org/bot${token}/${method}`, body)).data;
const info = async () => (await call('getWebhookInfo')).result;
const list = async () => (await http.get<Delivery[]>(`${sandbox.origin}/api.telegram.org/_webhooks`)).data;
const until = async (done: () => Promise<boolean> | boolean) => {
	for (let look = 0; look < 300; look++) {
		if (await done()) return;
		await pause(20);
	}
	throw new Error(`Nothing came of it: ${JSON.stringify(await info())}`);
};
const idle = async () => await until(async () => (await info()).pending_update_count === 0);

test('many at once, up to max_connections, and each chat’s in their order', async () => {
	answer = () => ({ status: 200, after: 15 });
	await call('setWebhook', { url: url(), max_connections: 5, secret_token: 'not-a-real-secret' });
	await settings({ updates: { count: 40, chats: 8 } });
	await idle();
	expect([calls.length, widest]).toEqual([40, 5]);
	expect(new Set(calls.map(({ secret }) => secret))).toEqual(new Set(['not-a-real-secret']));
	for (const chat of new Set(calls.map((one) => one.chat))) {
		const ids = calls.filter((one) => one.chat === chat).map(({ id }) => id);
		expect(ids).toEqual(ids.toSorted((a, b) => a - b));
	}
});

test('what fails comes again and again, holds up its own chat alone, and is told', async () => {
	answer = ({ id }, earlier) => ({ status: id === 700_000_001 && earlier < 4 ? 500 : 200 });
	await settings({ webhookPauses: [20, 40] });
	await call('setWebhook', { url: url() });
	await settings({ updates: { count: 4, chats: 2 } });
	await until(async () => (await list()).filter(({ done }) => done).length === 2);
	expect(await info()).toMatchObject({ pending_update_count: 2, last_error_message: 'Wrong response from the webhook: 500 Internal Server Error', last_error_date: expect.any(Number) });
	await idle();
	expect(calls.filter(({ chat }) => chat === 6_000_000_000).map(({ id }) => id)).toEqual([1, 1, 1, 1, 1, 3].map((id) => 700_000_000 + id));
	expect((await list()).map(({ tries }) => tries)).toEqual([[500, 500, 500, 500, 200], [200], [200], [200]]);
});

test('a Retry-After is honoured', async () => {
	answer = (_, earlier) => (earlier === 0 ? { status: 503, headers: { 'retry-after': '1' } } : { status: 200 });
	await settings({ webhookPauses: [10] });
	await call('setWebhook', { url: url() });
	const before = Date.now();
	await settings({ message: { text: 'a' } });
	await idle();
	expect(Date.now() - before).toBeGreaterThan(990);
});

test('who does not answer in time gets it again', async () => {
	answer = (_, earlier) => ({ status: 200, after: earlier === 0 ? 300 : 0 });
	await settings({ webhookPauses: [10], webhookTimeout: 100 });
	await call('setWebhook', { url: url() });
	await settings({ message: { text: 'a' } });
	await idle();
	expect(await list()).toMatchObject([{ tries: [0, 200] }]);
	expect((await info()).last_error_message).toBe('Read timeout expired');
});

test('every so-manieth update comes twice at once', async () => {
	await settings({ doubleEvery: 5 });
	await call('setWebhook', { url: url() });
	await settings({ updates: { count: 20, chats: 20 } });
	await idle();
	expect(calls).toHaveLength(24);
	expect((await list()).filter(({ doubled }) => doubled).map(({ update_id: id, tries }) => [id % 5, tries])).toEqual(Array.from({ length: 4 }, () => [0, [200, 200]]));
});

test('given up after a day, a payment’s question after 150 seconds', async () => {
	answer = () => ({ status: 500 });
	await settings({ webhookPauses: [20] });
	await call('setWebhook', { url: url() });
	await settings({ message: { text: 'a' } });
	await settings({ update: { kind: 'pre_checkout_query', user_id: 5_000_000_009 } });
	await sandbox.advance(151);
	await until(async () => (await info()).pending_update_count === 1);
	await sandbox.advance(24 * 3600);
	await idle();
	expect((await list()).map(({ done }) => done)).toEqual([false, false]);
});

test('410 for a day takes the webhook away', async () => {
	answer = () => ({ status: 410 });
	await settings({ webhookPauses: [20] });
	await call('setWebhook', { url: url() });
	await settings({ message: { text: 'a' } });
	await until(() => calls.length > 1);
	expect((await info()).url).toBe(url());
	await sandbox.advance(23 * 3600 + 60);
	await until(async () => (await info()).url === '');
	expect((await info()).pending_update_count).toBe(1);
});

test('a new webhook gets what was under way to the old one; the same one once more changes nothing', async () => {
	answer = (_, earlier) => ({ status: 200, after: earlier === 0 ? 200 : 0 });
	await call('setWebhook', { url: url() });
	await settings({ message: { text: 'a' } });
	await until(() => calls.length === 1);
	await call('setWebhook', { url: url() });
	await pause(50);
	expect(calls).toHaveLength(1);
	await call('setWebhook', { url: url('new') });
	await until(() => calls.length === 2);
	await idle();
});

test('a webhook is set once a second; what it wants sticks where it is not said', async () => {
	await settings({ webhookInterval: 1000 });
	expect(await call('setWebhook', { url: url(), allowed_updates: ['poll'] })).toMatchObject({ ok: true });
	expect(await call('setWebhook', { url: url('other') })).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
	await sandbox.advance(1);
	expect(await call('setWebhook', { url: url('other') })).toMatchObject({ ok: true });
	expect(await info()).toMatchObject({ url: url('other'), allowed_updates: ['poll'] });
	await settings({ message: { text: 'a' } });
	expect((await info()).pending_update_count).toBe(0);
	await sandbox.advance(1);
	await call('setWebhook', { url: url(), allowed_updates: [] });
	expect(await info()).not.toHaveProperty('allowed_updates');
});

test('nobody outside of this machine is called', async () => {
	await call('setWebhook', { url: 'https://bot.example/hook' });
	await settings({ webhookPauses: [20], message: { text: 'a' } });
	await until(async () => (await list())[0]?.tries.length !== 0);
	expect(await list()).toMatchObject([{ tries: expect.arrayContaining([0]), done: false }]);
});

test.each([
	[{ update: { kind: 'gossip' } }, /"telegram.update" needs a "kind"/],
	[{ updates: { count: 0 } }, /"count" from 1/],
	[{ message: { content: 'perfume' } }, /"content" must be one of/],
	[{ webhookPauses: [] }, /list of milliseconds/],
	[{ doubleEvery: -1 }, /must be a number/],
	[{ gossip: 1 }, /Unknown setting "telegram.gossip"; use .*doubleEvery.*updates/],
])('a setting that makes no sense is refused: %j', async (telegram, says) => {
	expect((await http.post(`${sandbox.origin}/_sandbox/settings`, { telegram })).data.error).toMatch(says);
});
