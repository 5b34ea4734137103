import { setTimeout as pause } from 'node:timers/promises';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { QmarkTelegramTrigger } from '../../../nodes/QmarkTelegramTrigger/QmarkTelegramTrigger.node';
import { secretOf } from '../../../nodes/QmarkTelegramTrigger/secret';
import { deliver, messageUpdate, openTriggers, post, secret } from './triggers';

let triggers: Awaited<ReturnType<typeof openTriggers>>;
beforeEach(async () => (triggers = await openTriggers()));
afterEach(async () => await triggers.close());

const listening = (execute?: (items: IDataObject[]) => Promise<void>, more = {}) => triggers.trigger(['message'], { parameters: { acknowledge: 'lastNode' }, execute, ...more });
const body = JSON.stringify(messageUpdate(1));

test('the secret is one that Telegram takes, and differs between bots', () => {
	expect(secret).toMatch(/^[\w-]{43}$/);
	expect(secretOf('7000000002:SANDBOX-not-a-real-bot-token-000000')).not.toBe(secret);
	expect(secret).not.toContain('7000000001');
});

describe('refused, with no execution', () => {
	test.each([
		['without a secret', body, '', 401],
		['with a wrong secret', body, 'guessed', 401],
		['with one letter wrong', body, `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`, 401],
		['with the secret of another bot', body, secretOf('7000000002:SANDBOX-not-a-real-bot-token-000000'), 401],
		['with what n8n’s own Telegram Trigger would send', body, 'workflow_node', 401],
		['with a body that was cut off', body.slice(0, -20), secret, 400],
		['when it is a list', '[]', secret, 400],
		['when it is nothing', '', secret, 400],
		['without an update_id', '{"message":{}}', secret, 400],
	])('%s', async (_, text, token, status) => {
		const trigger = listening();
		expect(await post(trigger.url, text, token)).toMatchObject({ status, data: { message: expect.stringMatching(/\.$/) } });
		expect([trigger.executions, trigger.stored()]).toEqual([0, '{}']);
	});

	test('by a credential without a token', async () => {
		const trigger = listening(undefined, { credentials: { qmarkTelegramApi: { accessToken: '', baseUrl: 'http://127.0.0.1:9' } } });
		expect((await post(trigger.url, body, secretOf(''))).status).toBe(401);
	});
});

describe('once for each update', () => {
	test('a repeated delivery, at once, later and after a restart', async () => {
		const trigger = listening(async () => await pause(50), { workflowId: 't1' });
		const answers = await Promise.all(Array.from({ length: 20 }, async () => await deliver(trigger, messageUpdate(1))));
		answers.push(await deliver(trigger, messageUpdate(1)));
		expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 21 }, () => 200));
		expect(trigger.executions).toBe(1);
		// Another process knows only what n8n's database keeps.
		await deliver(trigger, messageUpdate(2));
		const restarted = listening(undefined, { workflowId: 't2' });
		restarted.store(trigger.stored());
		await deliver(restarted, messageUpdate(1));
		expect(restarted.executions).toBe(0);
	});

	test('in any order', async () => {
		const trigger = listening();
		for (const id of [5, 3, 5, 4, 3]) await deliver(trigger, messageUpdate(id));
		expect(trigger.started.map(({ messageId }) => messageId)).toEqual(['5', '3', '4']);
	});

	test('two bots may have the same number', async () => {
		const trigger = listening(undefined, { workflowId: 't3' });
		await deliver(trigger, messageUpdate(1));
		const token = '7000000002:SANDBOX-not-a-real-bot-token-000000';
		const other = listening(undefined, { workflowId: 't3', credentials: { qmarkTelegramApi: { accessToken: token, baseUrl: 'http://127.0.0.1:9' } } });
		await post(other.url, body, secretOf(token));
		expect([trigger.executions, other.executions]).toEqual([1, 1]);
		expect(other.started).toMatchObject([{ account: '7000000002' }]);
	});

	test('a failed execution is told to Telegram, and starts anew when it comes again', async () => {
		let failures = 1;
		const trigger = listening(async () => {
			if (failures-- > 0) throw new Error('The database is away.');
		});
		expect((await deliver(trigger, messageUpdate(1))).status).toBe(500);
		expect((await deliver(trigger, messageUpdate(1))).status).toBe(200);
		expect((await deliver(trigger, messageUpdate(1))).status).toBe(200);
		expect(trigger.executions).toBe(2);
	});

	test('nobody is told that an update is taken while it is still being worked on', async () => {
		const ends: (() => void)[] = [];
		const trigger = listening(async () => await new Promise<void>((resolve) => ends.push(resolve)));
		const first = deliver(trigger, messageUpdate(1));
		await pause(20);
		let repeatedEnded = false;
		const repeated = deliver(trigger, messageUpdate(1)).finally(() => (repeatedEnded = true));
		await pause(50);
		expect([trigger.executions, repeatedEnded]).toEqual([1, false]);
		ends.shift()?.();
		expect([(await first).status, (await repeated).status, trigger.executions]).toEqual([200, 200, 1]);
	});

	test('who listens for a test event sees every delivery', async () => {
		const trigger = listening(undefined, { mode: 'manual' });
		for (let time = 0; time < 3; time++) await deliver(trigger, messageUpdate(1));
		expect(trigger.executions).toBe(3);
	});
});

/** A workflow of this n8n whose process takes deliveries and is gone before it answers. */
class Mute extends QmarkTelegramTrigger {
	taken = 0;

	override async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		mute.taken += 1;
		this.getRequestObject().socket.destroy();
		return { noWebhookResponse: true };
	}
}
const mute = new Mute();

test('an update that a workflow took and never answered goes to it once: another process would start it a second time', async () => {
	const [own, other] = [listening(), triggers.add({ node: mute, parameters: { events: ['message'] }, credentials: {}, webhookId: 'mute' })];
	const { status } = await post(own.url, JSON.stringify(messageUpdate(1)), secret, `?listeners=webhook/${own.webhookId}.m~webhook/${other.webhookId}.m`);
	expect([status, own.executions, mute.taken]).toEqual([503, 1, 1]);
});

test('an answer holds nothing that Telegram would take for a call', async () => {
	const trigger = listening();
	const answers = [await deliver(trigger, messageUpdate(1)), await deliver(trigger, messageUpdate(1)), await deliver(trigger, { update_id: 2, poll: {} })];
	expect(answers.map(({ status, data }) => [status, Object.keys(Object(data)).includes('method')])).toEqual(answers.map(() => [200, false]));
});
