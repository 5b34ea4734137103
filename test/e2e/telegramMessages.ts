import type { IDataObject } from 'n8n-workflow';
import type { StoredWorkflow } from '../../sandbox/n8n/workflows';
import { seed } from '../../sandbox/networks/seed';
import type { Stage } from '../support/stage';
import { until } from './approver';
import { shippedIn } from './shipped';

const { token, bot, customer } = seed.telegram;
const key = `telegram:${customer.id}`;

/** Where the sandbox's bot delivers; empty while nobody listens. */
export const botWebhook = async ({ http }: Pick<ReturnType<typeof shippedIn>, 'http'>, origin: string) =>
	(await http.get<{ result: { url: string } }>(`${origin}/api.telegram.org/bot${token}/getWebhookInfo`)).data.result.url;

/** What was written before anybody listened is not delivered any more. */
export const forgetUpdates = async ({ http }: Pick<ReturnType<typeof shippedIn>, 'http'>, origin: string) =>
	void (await http.post(`${origin}/api.telegram.org/bot${token}/deleteWebhook`, { drop_pending_updates: true }));

/** The shipped workflow that collects what people write to a bot, in a real n8n that the sandbox calls. */
export function telegramMessages(stage: () => Stage) {
	const { networks, rows, arrived, begun, executions, said, http } = shippedIn(stage);
	let workflow: StoredWorkflow;
	const webhook = async () => await botWebhook({ http }, stage().networks.origin);
	const person = async (action: IDataObject) => await networks().settings({ telegram: action });
	const contact = async (wanted: (row: IDataObject) => boolean) => (await arrived('QMARK contacts', (row) => row.contact_key === key && wanted(row)))[0];
	const messages = async (text: string, count = 1) => await arrived('QMARK messages', (row) => row.provider === 'telegram' && row.text === text, count);
	const goodbye = /You will get no more messages/;
	const welcome = /Welcome! Send \/stop/;
	const heard = new Map<RegExp, number>();
	/** The bot says this once more than it had when it was last asked for. */
	const saidAnew = async (text: RegExp) => {
		const count = (heard.get(text) ?? 0) + 1;
		heard.set(text, count);
		await until(async () => await said(text), ({ length }) => length >= count, 20);
		expect(await said(text)).toHaveLength(count);
	};

	beforeAll(async () => {
		await forgetUpdates({ http }, stage().networks.origin);
		for (const text of [goodbye, welcome]) heard.set(text, (await said(text)).length);
	});
	// Others write to the same person.
	afterAll(async () => await person({ unblock: {} }));

	test('is published: Telegram delivers to it', async () => {
		workflow = await begun('workflows/messages/collect-telegram-messages.json');
		expect(await until(webhook, (url) => url !== '', 30)).toContain(`${stage().n8n.url}/webhook/`);
	});

	test('a message that is delivered twice stands in the store once, with its contact, after one execution', async () => {
		await person({ doubleEvery: 1, message: { text: 'Olá! Há túlipas?' } });
		expect(await messages('Olá! Há túlipas?')).toMatchObject([{ direction: 'in', kind: 'text', contact_key: key, account: String(bot.id), from_name: customer.first_name, sent_at: expect.stringMatching(/Z$/) }]);
		expect(await contact(() => true)).toMatchObject({ provider: 'telegram', provider_id: String(customer.id), name: customer.first_name, handle: customer.username, phone: null, opt_out: null, consent_at: null });
		await person({ doubleEvery: 0, message: { text: 'Bom dia' } });
		await messages('Bom dia');
		expect(await rows('QMARK messages', ({ provider, text }) => provider === 'telegram' && text === 'Olá! Há túlipas?')).toHaveLength(1);
		expect(await until(async () => await executions(workflow), (all) => all.every(({ status }) => status === 'success'), 20)).toHaveLength(2);
	});

	test('a deep link permits to write, and what it carried stays whatever comes later', async () => {
		await person({ start: { payload: 'autumn-2026' } });
		await messages('/start autumn-2026');
		await saidAnew(welcome);
		expect(await contact(({ consent_at: at }) => Boolean(at))).toMatchObject({ opt_out: '' });
		await person({ start: { payload: 'winter-2027' } });
		await messages('/start winter-2027');
		await saidAnew(welcome);
		const touches = (await rows('QMARK messages', ({ contact_key, payload }) => contact_key === key && payload !== '')).sort((a, b) => String(a.message_id).localeCompare(String(b.message_id), undefined, { numeric: true }));
		expect(touches.map(({ payload }) => payload)).toEqual(['autumn-2026', 'winter-2027']);
	});

	test('words and commands end and renew consent, each confirmed once', async () => {
		const steps: [string, RegExp, boolean][] = [['Arrêt !', goodbye, true], ['voltar', welcome, false], ['/stop', goodbye, true], ['/start', welcome, false], ['PARAR', goodbye, true], ['/START', welcome, false]];
		for (const [text, answer, isOut] of steps) {
			await person({ message: { text } });
			expect(await contact((row) => Boolean(row.opt_out) === isOut)).toMatchObject({ opt_out_word: isOut ? text : '' });
			await saidAnew(answer);
		}
		await person({ message: { text: 'Não quero parar de receber' } });
		await messages('Não quero parar de receber');
		expect(await contact(() => true)).toMatchObject({ opt_out: '' });
	});

	test('blocking the bot is an opt-out until it is taken back, which lifts no other', async () => {
		await person({ block: {} });
		expect(await contact(({ opt_out: out }) => Boolean(out))).toMatchObject({ opt_out_word: 'blocked' });
		await person({ unblock: {} });
		await contact(({ opt_out: out }) => out === '');
		await person({ message: { text: 'stop' } });
		const { opt_out: since } = (await contact(({ opt_out: out }) => Boolean(out))) ?? {};
		await saidAnew(goodbye);
		await person({ block: {} });
		await person({ unblock: {} });
		await person({ message: { text: 'Encore moi' } });
		await messages('Encore moi');
		expect(await contact(() => true)).toMatchObject({ opt_out: since, opt_out_word: 'stop' });
		await person({ start: {} });
		await contact(({ opt_out: out }) => out === '');
		await saidAnew(welcome);
	});

	test('a number that somebody shares of their own stays, one on another’s card is not theirs', async () => {
		await person({ message: { content: 'contact', contact: 'own' } });
		expect(await contact(({ phone }) => Boolean(phone))).toMatchObject({ phone: '351912000001' });
		await person({ message: { content: 'contact' } });
		await messages('Bruno');
		expect(await contact(() => true)).toMatchObject({ phone: '351912000001' });
	});

	test('groups are left alone; taken back, nothing listens any more', async () => {
		await person({ message: { chat_id: seed.telegram.group.id, text: 'Dans le groupe' } });
		await person({ message: { text: 'Après le groupe' } });
		await messages('Après le groupe');
		expect(await rows('QMARK messages', ({ text }) => text === 'Dans le groupe')).toEqual([]);
		expect((await executions(workflow)).filter(({ status }) => status !== 'success')).toEqual([]);
		await stage().operator.workflows.unpublish(workflow);
		await until(webhook, (url) => url === '', 30);
	});
}
