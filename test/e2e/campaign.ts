import type { StoredWorkflow } from '../../sandbox/n8n/workflows';
import { seed } from '../../sandbox/networks/seed';
import type { Stage } from '../support/stage';
import { until } from './approver';
import { shippedIn } from './shipped';

const people = ['anna', 'bea', 'carlos'].map((name) => `${name}@customers.example`);
const [anna = '', bea = '', carlos = ''] = people;
const chat = String(seed.telegram.customer.id);

/** The shipped workflows that write to many, and let each of them say no. */
export function campaign(stage: () => Stage) {
	const { rows, imported, begun, put, said, delivered, http } = shippedIn(stage);
	let page: StoredWorkflow;
	const address = () => `${stage().n8n.url}/webhook/qmark-unsubscribe`;
	const counts = async () => {
		const all = await delivered();
		return people.map((one) => all[one] ?? 0);
	};
	const lineOf = async (name: string, recipient: string) => (await rows('QMARK campaigns', (row) => row.campaign === name && row.recipient === recipient))[0];
	const optOuts = async () => (await rows('QMARK campaigns', ({ status, recipient }) => status === 'unsubscribed' && !recipient)).length;
	const sending = async (name: string) => await imported('workflows/mail/send-a-campaign.json', { campaign: name, unsubscribe_url: address(), telegram_chat: chat });
	const send = async (workflow: StoredWorkflow) => {
		const { status, error } = await stage().operator.workflows.run(workflow, { trigger: 'Every hour' });
		expect({ status, error }).toEqual({ status: 'success', error: undefined });
	};
	let autumn: StoredWorkflow;
	let before = 0;

	beforeAll(async () => {
		page = await stage().operator.workflows.publish(await imported('workflows/mail/unsubscribe-with-one-click.json'));
		const made = await begun('workflows/mail/send-a-campaign.json');
		await stage().operator.workflows.unpublish(made);
		const consent_at = '2026-10-01T08:00:00.000Z';
		const contacts = [{ email: anna, name: 'Anna & <Co>', consent_at }, { email: bea, name: 'Bea', consent_at }, { email: carlos, consent_at, opt_out: '2026-10-02T08:00:00.000Z' }];
		await put('QMARK contacts', ...contacts.map((one) => ({ contact_key: `form:${one.email}`, provider: 'form', ...one })));
		await put('QMARK contacts', { contact_key: 'form:silent@customers.example', provider: 'form', email: 'silent@customers.example' });
		before = await rows('QMARK campaigns').then(optOuts, () => 0);
	});

	test('without a name nothing goes out', async () => {
		await send(await sending(''));
		expect(await counts()).toEqual([0, 0, 0]);
	});

	test('each who has agreed is written to once, however often it runs, and a colleague hears of it', async () => {
		autumn = await sending('autumn-2026');
		await send(autumn);
		expect(await counts()).toEqual([1, 1, 0]);
		expect(await delivered()).not.toHaveProperty('silent@customers.example');
		await until(async () => await said(/^autumn-2026\nsent: 2$/), ({ length }) => length === 1, 20);
		await send(autumn);
		expect(await counts()).toEqual([1, 1, 0]);
		expect(await said(/^autumn-2026/)).toHaveLength(1);
		expect(await lineOf('autumn-2026', anna)).toMatchObject({ status: 'sent', thread_id: expect.stringMatching(/./), token: expect.stringMatching(/^[\w-]{32}$/) });
	});

	test('opening the link shows a button and changes nothing; a wrong link is told so', async () => {
		const { token } = (await lineOf('autumn-2026', anna)) ?? {};
		const { status, data, headers } = await http.get<string>(`${address()}?t=${String(token)}`);
		expect({ status, type: headers['content-type'], cache: headers['cache-control'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8', cache: 'no-store' });
		expect(data).toMatch(/<form method="post"><button>Unsubscribe/);
		expect(await optOuts()).toBe(before);
		expect(await http.post<string>(`${address()}?t=${'x'.repeat(32)}`)).toMatchObject({ status: 404, data: expect.stringContaining('This link is not valid') });
		expect(await http.post<string>(address())).toMatchObject({ status: 404 });
		expect(await optOuts()).toBe(before);
	});

	test('a mail program’s one click unsubscribes, twice without harm', async () => {
		const { token } = (await lineOf('autumn-2026', anna)) ?? {};
		for (let time = 1; time <= 2; time++) {
			const answer = await http.post<string>(`${address()}?t=${String(token)}`, 'List-Unsubscribe=One-Click', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
			expect(answer).toMatchObject({ status: 200, data: expect.stringContaining('You will get no more messages of our campaigns.') });
		}
		expect(await optOuts()).toBe(before + 1);
	});

	test('the next campaign, and the next run of this one, write nothing to that person', async () => {
		await send(autumn);
		await send(await sending('winter-2027'));
		expect(await counts()).toEqual([1, 2, 0]);
		expect(await lineOf('winter-2027', anna)).toBeUndefined();
		await stage().operator.workflows.unpublish(page);
	});
}
