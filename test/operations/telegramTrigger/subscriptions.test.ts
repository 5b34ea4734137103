import axios from 'axios';
import { secretOf } from '../../../nodes/QmarkTelegramTrigger/secret';
import { codeOf } from '../../../nodes/QmarkTelegramTrigger/subscription/codes';
import { updateKinds } from '../../../nodes/platforms/telegramUpdates';
import { seed } from '../../../sandbox/networks/seed';
import { openSandbox } from '../../support/sandbox';
import type { Sandbox } from '../../support/sandbox';
import { delivered, everything, openTriggers, secret } from './triggers';

const { token } = seed.telegram;

let sandbox: Sandbox;
let triggers: Awaited<ReturnType<typeof openTriggers>>;
beforeAll(async () => (sandbox = await openSandbox()));
afterAll(async () => await sandbox.close());
beforeEach(async () => {
	await sandbox.reset();
	await sandbox.settings({ telegram: { webhookInterval: 0, webhookPauses: [30] } });
	triggers = await openTriggers(`${sandbox.origin}/api.telegram.org`);
});
afterEach(async () => await triggers.close());

const api = axios.create({ validateStatus: () => true });
const call = async (method: string, body: object = {}) => (await api.post(`${sandbox.origin}/api.telegram.org/bot${token}/${method}`, body)).data.result;
const info = async () => await call('getWebhookInfo');
const writes = async () => (await sandbox.requests('telegram')).filter(({ path }) => /setWebhook|deleteWebhook/.test(path)).length;

/** Until Telegram has told that a delivery failed. */
const failed = async () => {
	for (let look = 0; look < 200 && !(await info()).last_error_message; look++) await new Promise((resolve) => setTimeout(resolve, 20));
};

type Trigger = ReturnType<typeof triggers.trigger>;
const trigger = (events: string[], eventOptions: object = {}) => triggers.trigger(events, { parameters: { acknowledge: 'lastNode', eventOptions: { ...eventOptions } } });
const publish = async (one: Trigger, test = {}) => {
	if (!(await one.hook('checkExists', test))) await one.hook('create', test);
};
const takeBack = async (one: Trigger, test = {}) => void (await one.hook('delete', test));
const say = async (text: string) => await sandbox.settings({ telegram: { message: { text } } });
const texts = (one: Trigger) => one.started.map(({ text }) => text);

test('short names of kinds in the address are those of no other kind', () => {
	expect(new Set(updateKinds.map(codeOf)).size).toBe(27);
	expect(codeOf('edited_channel_post')).toBe('ecp');
});

test('publishing sets the webhook with secret and kinds, an update arrives, taking back leaves nothing', async () => {
	const own = trigger(['message', 'chat_member']);
	await publish(own);
	expect(await info()).toMatchObject({ url: expect.stringContaining(`${own.url}/events?listeners=webhook/`), allowed_updates: ['chat_member', 'message'], max_connections: 40 });
	await say('Bonjour');
	expect(await delivered(sandbox.origin)).toMatchObject([{ kind: 'message', tries: [200] }]);
	expect(own.started).toMatchObject([{ event: 'message', update_id: 700_000_001, text: 'Bonjour' }]);
	await takeBack(own);
	expect(await info()).toMatchObject({ url: '', pending_update_count: 0 });
});

test('publishing again, as after a restart of n8n, changes nothing', async () => {
	const own = trigger(['message']);
	await publish(own);
	const before = await writes();
	await publish(own);
	expect(await writes()).toBe(before);
});

test('three workflows share a bot, each hears what it asked for once, and each leaves alone', async () => {
	const [messages, buttons, both] = [trigger(['message']), trigger(['callback_query']), trigger(['message', 'callback_query', 'message_reaction'])];
	for (const one of [messages, buttons, both]) await publish(one);
	expect((await info()).allowed_updates).toEqual(['callback_query', 'message', 'message_reaction']);
	await say('Bonjour');
	await sandbox.settings({ telegram: { update: { kind: 'callback_query' } } });
	await delivered(sandbox.origin, 2);
	expect([messages, buttons, both].map(({ started }) => started.map(({ event }) => event).sort())).toEqual([['message'], ['callback_query'], ['callback_query', 'message']]);
	// The front door leaves: the next one takes its place.
	await takeBack(messages);
	triggers.remove(messages);
	expect((await info()).url).toContain(`${buttons.url}/events`);
	await say('Encore');
	await delivered(sandbox.origin, 3);
	expect([messages.executions, buttons.executions, both.executions]).toEqual([1, 1, 3]);
	await takeBack(both);
	expect((await info()).allowed_updates).toEqual(['callback_query']);
	await takeBack(buttons);
	expect((await info()).url).toBe('');
});

test('a workflow that cannot take an update gets it again, and the others are not started twice', async () => {
	let failures = 1;
	const good = trigger(['message']);
	const weak = triggers.trigger(['message'], { parameters: { acknowledge: 'lastNode' }, execute: async () => {
		if (failures-- > 0) throw new Error('The CRM is away.');
	} });
	for (const one of [good, weak]) await publish(one);
	await say('Bonjour');
	expect(await delivered(sandbox.origin)).toMatchObject([{ tries: [503, 200] }]);
	expect([good.executions, weak.executions]).toEqual([1, 2]);
});

test('all events of all workflows fit into an address', async () => {
	const all = Array.from({ length: 12 }, () => trigger(everything));
	for (const one of all) await publish(one);
	expect((await info()).url.length).toBeLessThan(2_048);
	await say('Bonjour');
	await delivered(sandbox.origin);
	expect(all.map(({ executions }) => executions)).toEqual(all.map(() => 1));
});

test('300 updates in a storm, every fifth twice: each of three workflows starts once for each', async () => {
	const keep = { parameters: { acknowledge: 'lastNode' }, execute: async () => await new Promise<void>((resolve) => setTimeout(resolve, 5)) };
	const all = Array.from({ length: 3 }, () => triggers.trigger(['message'], keep));
	for (const one of all) await publish(one);
	await sandbox.settings({ telegram: { doubleEvery: 5, updates: { count: 300, chats: 60 } } });
	expect((await delivered(sandbox.origin, 300)).filter(({ doubled }) => doubled)).toHaveLength(60);
	for (const { started } of all) expect(started.map(({ update_id: id }) => Number(id)).sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, index) => 700_000_001 + index));
});

describe('a test in the editor', () => {
	test('hears beside production, takes nothing from it, and leaves what was', async () => {
		const production = trigger(['message']);
		await publish(production);
		const before = await info();
		const tested = trigger(['message', 'message_reaction']);
		await publish(tested, { isTest: true });
		expect(await info()).toMatchObject({ url: expect.stringContaining(`${production.url}/events`), allowed_updates: ['message', 'message_reaction'] });
		expect((await info()).url).toContain('webhook-test');
		await say('Pendant');
		await delivered(sandbox.origin);
		await takeBack(tested, { isTest: true });
		expect(await info()).toEqual(before);
		await say('Après');
		await delivered(sandbox.origin, 2);
		expect([texts(production), texts(tested)]).toEqual([['Pendant', 'Après'], ['Pendant']]);
	});

	test('of the published workflow itself leaves its webhook', async () => {
		const production = trigger(['message']);
		await publish(production);
		const before = await info();
		await publish(production, { isTest: true });
		expect((await info()).url).not.toBe(before.url);
		await takeBack(production, { isTest: true });
		expect(await info()).toEqual(before);
	});

	test('not one of 60 updates is lost to production while tests begin and end', async () => {
		const [production, tested] = [trigger(['message']), trigger(['message'])];
		await publish(production);
		const flood = (async () => {
			for (let part = 0; part < 6; part++) await sandbox.settings({ telegram: { updates: { count: 10, chats: 10 } } });
		})();
		for (let time = 0; time < 3; time++) {
			await publish(tested, { isTest: true });
			await takeBack(tested, { isTest: true });
		}
		await flood;
		await delivered(sandbox.origin, 60);
		expect(production.started.map(({ update_id: id }) => Number(id)).sort()).toEqual(Array.from({ length: 60 }, (_, index) => 700_000_001 + index));
	});

	test('alone: what comes when it has ended waits for the next one who listens', async () => {
		const tested = trigger(['message']);
		await publish(tested, { isTest: true });
		await say('Pendant');
		await delivered(sandbox.origin);
		await takeBack(tested, { isTest: true });
		expect((await info()).url).toBe('');
		await say('Après');
		const production = trigger(['message']);
		await publish(production);
		await delivered(sandbox.origin, 2);
		expect([texts(tested), texts(production)]).toEqual([['Pendant'], ['Après']]);
	});

	test('that was never ended is entered anew', async () => {
		const [production, tested] = [trigger(['message']), trigger(['message'])];
		await publish(production);
		await publish(tested, { isTest: true });
		// Ends long ago, as the address says.
		const { url, allowed_updates } = await info();
		await call('setWebhook', { url: url.replace(/![^.~]+/, '!1'), allowed_updates, secret_token: secret });
		expect([await tested.hook('checkExists', { isTest: true }), await production.hook('checkExists')]).toEqual([false, true]);
		await publish(trigger(['message']));
		expect((await info()).url).not.toContain('webhook-test');
	});
});

describe('a webhook that is somebody else’s', () => {
	test.each([
		['another program’s', () => 'http://127.0.0.1:9/hook', /already sends this bot’s updates to http:\/\/127\.0\.0\.1:9, and/],
		['n8n’s own Telegram Trigger’s', () => `${triggers.origin}/webhook/abc/webhook`, /to another trigger of this n8n, such as its own Telegram Trigger \(\/webhook\/abc\/webhook\)/],
		['another n8n’s', () => 'http://127.0.0.1:9/webhook/abc/events?listeners=webhook/abc.m', /to QMARK in another n8n, or in this one under an earlier WEBHOOK_URL, at http:\/\/127\.0\.0\.1:9/],
	])('%s is left alone, and told', async (_, url, says) => {
		await call('setWebhook', { url: url(), allowed_updates: ['poll'] });
		await expect(publish(trigger(['message']))).rejects.toMatchObject({ message: expect.stringMatching(says), description: expect.stringContaining('Take Over the Webhook') });
		expect(await info()).toMatchObject({ url: url(), allowed_updates: ['poll'] });
		await takeBack(trigger(['message']));
		expect(await info()).toMatchObject({ url: url() });
	});

	test('is replaced where that is wished for, with what our listeners want alone', async () => {
		await call('setWebhook', { url: 'http://127.0.0.1:9/hook', allowed_updates: ['poll'] });
		const own = trigger(['message'], { takeOver: true });
		await publish(own);
		expect(await info()).toMatchObject({ url: expect.stringContaining(own.url), allowed_updates: ['message'] });
	});
});

test('a front door that is gone is replaced by who comes next; those behind it hear on', async () => {
	const [gone, behind, next] = [trigger(['message']), trigger(['message']), trigger(['message'])];
	for (const one of [gone, behind]) await publish(one);
	triggers.remove(gone);
	await say('Bonjour');
	await failed();
	expect(await info()).toMatchObject({ last_error_message: 'Wrong response from the webhook: 404 Not Found', pending_update_count: 1 });
	await publish(next);
	await delivered(sandbox.origin);
	expect([behind.executions, next.executions]).toEqual([1, 1]);
	expect((await info()).url).not.toContain(gone.webhookId);
});

test('a secret of an earlier token is replaced at the next start', async () => {
	const own = trigger(['message']);
	await publish(own);
	const { url } = await info();
	await call('setWebhook', { url, allowed_updates: ['message'], secret_token: secretOf('an earlier token') });
	await say('Bonjour');
	await failed();
	await publish(own);
	await delivered(sandbox.origin);
	expect(texts(own)).toEqual(['Bonjour']);
});

test('a workflow that has another bot by now holds nobody up', async () => {
	const own = trigger(['message']);
	const moved = triggers.trigger(['message'], { webhookId: 'moved', parameters: { acknowledge: 'lastNode' } });
	for (const one of [own, moved]) await publish(one);
	triggers.remove(moved);
	const other = triggers.trigger(['message'], { webhookId: 'moved', credentials: { qmarkTelegramApi: { accessToken: '7000000002:SANDBOX-not-a-real-bot-token-000000', baseUrl: 'http://127.0.0.1:9' } } });
	await say('Bonjour');
	expect(await delivered(sandbox.origin)).toMatchObject([{ tries: [200] }]);
	expect([own.executions, other.executions]).toEqual([1, 0]);
});

test('Telegram takes a webhook once a second: three workflows that are published at once all get in', async () => {
	await sandbox.settings({ telegram: { webhookInterval: 200 } });
	const all = Array.from({ length: 3 }, () => trigger(['message']));
	await Promise.all(all.map(async (one) => await publish(one)));
	const refusals = (await sandbox.requests('telegram')).filter(({ path, status }) => /setWebhook/.test(path) && status === 429);
	expect(refusals.length).toBeGreaterThan(0);
	await say('Bonjour');
	await delivered(sandbox.origin);
	expect(all.map(({ executions }) => executions)).toEqual([1, 1, 1]);
});

describe('refused before anything is sent', () => {
	test('without events', async () => {
		await expect(publish(trigger([]))).rejects.toMatchObject({ message: expect.stringContaining('Events: none is chosen.') });
		expect(await writes()).toBe(0);
	});

	test('with an address that Telegram does not reach', async () => {
		const cloud = triggers.trigger(['message'], { credentials: { qmarkTelegramApi: { accessToken: token, baseUrl: 'https://api.telegram.org' } } });
		await expect(cloud.hook('create')).rejects.toMatchObject({ message: expect.stringMatching(/Webhook URL: Telegram does not deliver to http:\/\/127/), description: expect.stringContaining('443, 80, 88, 8443') });
	});

	test('with so many workflows that Telegram could not write their address into a delivery; who is there stays', async () => {
		const first = trigger(['message']);
		const listeners = Array.from({ length: 76 }, (_, index) => `webhook/00000000-0000-4000-8000-0000000000${index + 10}.m`);
		const url = `${first.url}/events?listeners=webhook/${first.webhookId}.m~${listeners.join('~')}`;
		await call('setWebhook', { url, allowed_updates: ['message'], secret_token: secret });
		await expect(publish(trigger(['message']))).rejects.toMatchObject({ message: expect.stringMatching(/^Webhook URL: names all workflows that listen to the bot and would have \d{4} characters; Telegram delivers to 3500\./), description: expect.stringContaining('another bot') });
		expect((await info()).url).toBe(url);
		await takeBack(first);
		expect((await info()).url).not.toContain(first.webhookId);
	});

	test('with more connections than there may be', async () => {
		await expect(publish(trigger(['message'], { connections: 101 }))).rejects.toMatchObject({ message: expect.stringContaining('Deliveries at Once: 101 is not a whole number from 1 to 100.') });
		await publish(trigger(['message'], { connections: 7 }));
		expect(await info()).toMatchObject({ max_connections: 7 });
	});
});

test('a token that is not valid any more is told', async () => {
	const own = triggers.trigger(['message'], { credentials: { qmarkTelegramApi: { accessToken: token.replace('not-a-real', 'an-earlier'), baseUrl: `${sandbox.origin}/api.telegram.org` } } });
	await expect(publish(own)).rejects.toMatchObject({ description: expect.stringContaining('@BotFather') });
});
