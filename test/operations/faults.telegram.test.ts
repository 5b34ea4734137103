import { setTimeout } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import { QmarkTelegram } from '../../nodes/QmarkTelegram/QmarkTelegram.node';
import { startSandbox } from '../../sandbox/networks/server';
import { freePort } from '../../sandbox/ports';
import { runNode } from '../support/context';
import { openSandbox, telegramCredential } from '../support/sandbox';
import type { Sandbox } from '../support/sandbox';

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await openSandbox()));
beforeEach(async () => await sandbox.reset());
afterAll(async () => await sandbox.close());

const sendText: INodeParameters = {
	...{ resource: 'message', operation: 'sendText', parseMode: '' },
	chatId: { __rl: true, mode: 'id', value: '={{ 6000000000 + $json.n }}' },
	text: '=Bonjour {{ $json.n }}',
};
const send = async (count = 1, run: { continueOnFail?: boolean; executionId?: string } = {}) =>
	await runNode({
		...{ node: new QmarkTelegram(), parameters: sendText, credentials: telegramCredential(sandbox.origin), ...run },
		items: Array.from({ length: count }, (_, n) => ({ json: { n } })),
	});
const texts = async () => (await sandbox.timeline()).map(({ text }) => text).toSorted();

describe('before the effect: published once', () => {
	test.each([
		{ name: '429 with retry_after', fault: { kind: 'status', status: 429 } },
		{ name: '503', fault: { kind: 'status', status: 503 } },
	] as const)('$name', async ({ fault }) => {
		await sandbox.fault({ network: 'telegram', match: 'sendMessage', when: 'before', ...fault });
		await send();
		expect(await texts()).toEqual(['Bonjour 0']);
	});

	test('a connection refused, by a server that comes back while the node tries again', async () => {
		const port = await freePort();
		const late = setTimeout(700).then(async () => await startSandbox({ port }));
		const credentials = telegramCredential(`http://127.0.0.1:${port}`);
		const [item] = await runNode({ node: new QmarkTelegram(), parameters: sendText, credentials, items: [{ json: { n: 0 } }] });
		const back = await late;
		expect(item?.json).toMatchObject({ message_id: 1, text: 'Bonjour 0' });
		await back.close();
	});
});

describe('the outcome cannot be known: verdict unknown, never sent again', () => {
	test.each([
		{ name: 'reset after the effect', fault: { kind: 'reset', when: 'after' }, published: ['Bonjour 0'] },
		{ name: '500 in Telegram’s own envelope, after the effect', fault: { kind: 'status', status: 500, when: 'after' }, published: ['Bonjour 0'] },
		{ name: '500 in Telegram’s own envelope, before it', fault: { kind: 'status', status: 500, when: 'before' }, published: [] },
		{ name: 'gateway error after the effect', fault: { kind: 'status', status: 502, when: 'after' }, published: ['Bonjour 0'] },
		{ name: 'malformed body after the effect', fault: { kind: 'malformed', when: 'after' }, published: ['Bonjour 0'] },
		{ name: 'reset after the request went out, before the effect', fault: { kind: 'reset', when: 'before' }, published: [] },
	] as const)('$name', async ({ fault, published }) => {
		await sandbox.fault({ network: 'telegram', match: 'sendMessage', ...fault });
		const [item] = await send(1, { continueOnFail: true });
		expect(item?.json).toMatchObject({ details: { verdict: 'unknown', hint: expect.stringMatching(/^Look at (Telegram|the chat) before you send this item again/) } });
		expect(await texts()).toEqual(published);
	});

	test('timeout after the effect', async () => {
		await sandbox.fault({ network: 'telegram', match: 'sendMessage', kind: 'timeout', when: 'after' });
		const controller = new AbortController();
		void setTimeout(1_000).then(() => controller.abort(new Error('cancelled')));
		const node = new QmarkTelegram();
		const run = runNode({ node, parameters: sendText, credentials: telegramCredential(sandbox.origin), items: [{ json: { n: 0 } }], signal: controller.signal });
		await expect(run).rejects.toMatchObject({ context: { verdict: 'unknown' } });
		expect(await texts()).toEqual(['Bonjour 0']);
	});
});

test('a connection that never came about is tried again, and the error says that nothing was sent', async () => {
	const credentials = telegramCredential('http://127.0.0.1:1');
	const run = runNode({ node: new QmarkTelegram(), parameters: sendText, credentials, items: [{ json: { n: 0 } }] });
	await expect(run).rejects.toMatchObject({ message: expect.stringContaining('could not be reached'), description: expect.stringContaining('nothing was sent'), failure: { cause: 'temporarily-unavailable' } });
});

describe('n8n’s Retry On Fail runs the node again with all its items', () => {
	/** As n8n does it: the same execution, node and run, up to `tries` times. */
	const retrying = async (count: number, tries: number) => {
		const executionId = `retried-${Math.random()}`;
		for (let tried = 1; ; tried++) {
			try {
				return await send(count, { executionId });
			} catch (error) {
				if (tried === tries) throw error;
			}
		}
	};

	test('one refusal in 1,000 items: 0 duplicates, 0 lost', async () => {
		await sandbox.settings({ telegram: { perSecond: 5000 } });
		await sandbox.fault({ network: 'telegram', match: 'sendMessage', kind: 'status', status: 400, skip: 499 });
		const outputs = await retrying(1000, 2);
		expect(outputs).toHaveLength(1000);
		const sent = await texts();
		expect(sent).toHaveLength(1000);
		expect(new Set(sent).size).toBe(1000);
	});

	test('an item in doubt is not sent again, and the others are not lost', async () => {
		await sandbox.fault({ network: 'telegram', match: 'sendMessage', kind: 'reset', when: 'after', skip: 20 });
		await expect(retrying(200, 3)).rejects.toMatchObject({ context: { verdict: 'unknown' } });
		const sent = await texts();
		expect(sent).toHaveLength(200);
		expect(new Set(sent).size).toBe(200);
	});

	test('another execution remembers nothing', async () => {
		await send(2, { executionId: 'one' });
		await send(2, { executionId: 'two' });
		expect(await texts()).toHaveLength(4);
	});
});
