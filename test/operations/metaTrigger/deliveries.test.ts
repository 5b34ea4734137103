import { setTimeout as pause } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { Seen } from '../../../nodes/core/webhook/seen';
import { deliver, escaped, now, openTriggers, post, signatureOf, textMessage, whatsAppDelivery } from './deliveries';

let triggers: Awaited<ReturnType<typeof openTriggers>>;
beforeEach(async () => (triggers = await openTriggers()));
afterEach(async () => await triggers.close());

const listening = (execute?: (items: IDataObject[]) => Promise<void>, more = {}) => triggers.trigger(['whatsAppMessage'], { parameters: { acknowledge: 'lastNode' }, execute, ...more });
const message = (id: string) => whatsAppDelivery(textMessage(id));

describe('refused, with no execution', () => {
	const body = escaped(message('wamid.1'));
	test.each([
		['without a signature', body, '', 401],
		['with the signature of another app', body, signatureOf(body, 'another secret'), 401],
		['with SHA-1', body, 'sha1=0000000000000000000000000000000000000000', 401],
		['with half a signature', body, signatureOf(body).slice(0, 40), 401],
		['with a changed body', body.replace('tulipes', 'tulipez'), signatureOf(body), 401],
		['with a body that was parsed and written again', JSON.stringify(JSON.parse(body.replace('Bonjour', '\\u0042onjour'))), signatureOf(body.replace('Bonjour', '\\u0042onjour')), 401],
		['with a body that was cut off', body.slice(0, -20), signatureOf(body), 401],
		['when what was signed is cut off', body.slice(0, -20), signatureOf(body.slice(0, -20)), 400],
		['when it is no notification', '{"object":"user","entry":[]}', signatureOf('{"object":"user","entry":[]}'), 400],
		['when it is a list', '[]', signatureOf('[]'), 400],
		['when it is nothing', '', signatureOf(''), 400],
	])('%s', async (_, text, signature, status) => {
		const trigger = listening();
		const answer = await post(trigger.url, text, signature);
		expect(answer).toMatchObject({ status, data: { message: expect.stringMatching(/\.$/) } });
		expect([trigger.executions, trigger.stored()]).toEqual([0, '{}']);
	});

	test('one that somebody has kept for longer than Meta ever delivers again', async () => {
		const trigger = listening();
		expect((await deliver(trigger, whatsAppDelivery(textMessage('wamid.1', 'a', now() - 9 * 86_400)))).status).toBe(400);
		expect(trigger.executions).toBe(0);
	});
});

describe('once for each message', () => {
	test('a repeated delivery, at once, later and after a restart', async () => {
		const trigger = listening(async () => await pause(50), { workflowId: 'w1' });
		const answers = await Promise.all(Array.from({ length: 20 }, async () => await deliver(trigger, message('wamid.1'))));
		answers.push(await deliver(trigger, message('wamid.1')));
		expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 21 }, () => 200));
		expect(trigger.executions).toBe(1);
		// Another process knows only what n8n's database keeps.
		await deliver(trigger, message('wamid.2'));
		const restarted = listening(undefined, { workflowId: 'w2' });
		restarted.store(trigger.stored());
		await deliver(restarted, message('wamid.1'));
		expect(restarted.executions).toBe(0);
	});

	test('several messages of one notification start one execution; what is known already is left out', async () => {
		const trigger = listening();
		await deliver(trigger, message('wamid.1'));
		await deliver(trigger, whatsAppDelivery(textMessage('wamid.1'), textMessage('wamid.2'), textMessage('wamid.3'), textMessage('wamid.2')));
		expect(trigger.executions).toBe(2);
		expect(trigger.started.map(({ providerMessageId }) => providerMessageId)).toEqual(['wamid.1', 'wamid.2', 'wamid.3']);
	});

	test('a failed execution is told to Meta, and starts anew when Meta comes again', async () => {
		let failures = 1;
		const trigger = listening(async () => {
			if (failures-- > 0) throw new Error('The database is away.');
		});
		expect((await deliver(trigger, message('wamid.1'))).status).toBe(500);
		expect((await deliver(trigger, message('wamid.1'))).status).toBe(200);
		expect((await deliver(trigger, message('wamid.1'))).status).toBe(200);
		expect(trigger.executions).toBe(2);
	});

	test('nobody is told that a message is taken while it is still being worked on', async () => {
		const ends: (() => void)[] = [];
		const trigger = listening(async () => await new Promise<void>((resolve) => ends.push(resolve)));
		const first = deliver(trigger, message('wamid.1'));
		await pause(20);
		let repeatedEnded = false;
		const repeated = deliver(trigger, whatsAppDelivery(textMessage('wamid.1'), textMessage('wamid.2'))).finally(() => (repeatedEnded = true));
		await pause(50);
		expect([trigger.executions, repeatedEnded]).toEqual([1, false]);
		ends.shift()?.();
		expect((await first).status).toBe(200);
		await pause(50);
		// Only the message that is new is worked on.
		expect(trigger.started.map(({ providerMessageId }) => providerMessageId)).toEqual(['wamid.1', 'wamid.2']);
		ends.shift()?.();
		expect((await repeated).status).toBe(200);
	});

	test('the end is noticed although Meta has hung up', async () => {
		const trigger = listening(async () => await pause(150));
		const body = escaped(message('wamid.1'));
		await fetch(`${trigger.url}/events`, { method: 'POST', body, headers: { 'x-hub-signature-256': signatureOf(body), 'content-type': 'application/json' }, signal: AbortSignal.timeout(50) }).catch(() => undefined);
		expect((await deliver(trigger, message('wamid.1'))).status).toBe(200);
		expect(trigger.executions).toBe(1);
	});

	test('one who has hung up while another delivery was waited for blocks nothing', async () => {
		const ends: (() => void)[] = [];
		const trigger = listening(async () => {
			await (trigger.executions === 1 ? new Promise<never>((_, reject) => ends.push(() => reject(new Error('The database is away.')))) : pause(50));
		});
		const body = escaped(message('wamid.1'));
		const first = deliver(trigger, message('wamid.1'));
		await pause(20);
		await fetch(`${trigger.url}/events`, { method: 'POST', body, headers: { 'x-hub-signature-256': signatureOf(body), 'content-type': 'application/json' }, signal: AbortSignal.timeout(50) }).catch(() => undefined);
		await pause(50);
		ends.shift()?.();
		expect((await first).status).toBe(500);
		expect((await deliver(trigger, message('wamid.1'))).status).toBe(200);
		expect(trigger.executions).toBe(2);
	});

	test('who listens for a test event sees every delivery', async () => {
		const trigger = listening(undefined, { mode: 'manual' });
		for (let time = 0; time < 3; time++) await deliver(trigger, message('wamid.1'));
		expect(trigger.executions).toBe(3);
	});

	test('ten thousand messages are remembered in little room', async () => {
		const trigger = listening();
		const many = Array.from({ length: 10_000 }, (_, index) => textMessage(`wamid.${index}`));
		for (let start = 0; start < many.length; start += 1000) await deliver(trigger, whatsAppDelivery(...many.slice(start, start + 1000)));
		await pause(2_100);
		await deliver(trigger, message('wamid.last'));
		expect(trigger.started).toHaveLength(10_001);
		expect(trigger.stored().length).toBeLessThan(120_000);
	});

	test('one day alone does not fill the memory: its oldest are forgotten', () => {
		const [seen, store] = [new Seen(), { seen: {} }];
		for (let index = 0; index < 60_010; index++) seen.add(`wamid.${index}`);
		seen.exchange(store);
		expect(JSON.stringify(store).length).toBeLessThan(661_000);
		expect([0, 9, 10, 60_009].map((index) => seen.has(`wamid.${index}`))).toEqual([false, false, true, true]);
	});
});
