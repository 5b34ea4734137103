import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountsAt } from '../../sandbox/accounts';
import { seed } from '../../sandbox/networks/seed';
import type { Operator } from '../../sandbox/n8n/operator';
import type { StoredWorkflow, WorkflowFile } from '../../sandbox/n8n/workflows';
import { root } from '../support/stage';
import type { Stage } from '../support/stage';
import { approverAt, until } from './approver';
import { openInbox } from './inbox';
import type { Inbox } from './inbox';
import { networksAt } from './networks';
import { rowOf, storeOf } from './store';

const chat = String(seed.telegram.customer.id);
const everywhere = ['facebook', 'instagram', 'telegram'];

interface Setting {
	name: string;
	value: string;
}

/** A shipped workflow with settings of its own and tables of its own, as a person would have changed it. */
export function withSettings(path: string, name: string, settings: Record<string, string>, table?: string): WorkflowFile {
	const text = readFileSync(join(root, path), 'utf8');
	const file: WorkflowFile = JSON.parse(table ? text.replaceAll('QMARK contents', table) : text);
	const settingsOf: { assignments?: { assignments: Setting[] } }[] = file.nodes.filter((one) => one.name === 'Settings').map(({ parameters }) => parameters);
	for (const { assignments } of settingsOf) for (const one of assignments?.assignments ?? []) one.value = settings[one.name] ?? one.value;
	return { ...file, name };
}

/** Whatever the sandbox's accounts are for; and an own inbox for the mail. */
export async function connectPublishing(operator: Operator, origin: string, inbox: Inbox): Promise<void> {
	for (const { name, type, data, consent } of accountsAt(origin).filter(({ type: one }) => ['qmarkTelegramApi', 'qmarkMetaOAuth2Api', 'qmarkThreadsOAuth2Api'].includes(one))) {
		const credential = await operator.ensureCredential(name, type, data);
		if (consent) await operator.connect(credential);
	}
	await operator.ensureCredential('Mail (sandbox)', 'smtp', { host: '127.0.0.1', port: inbox.port, secure: false, disableStartTls: true });
}

const path = 'workflows/publishing/approve-then-publish.json';

/** The shipped approval, by a person who gets Telegram messages and mail and answers by the form. */
export function approval(stage: () => Stage) {
	const table = 'QMARK contents (approval)';
	let inbox: Inbox;
	let workflow: StoredWorkflow;
	const approver = () => approverAt(stage().networks.origin, chat, inbox);
	const store = () => storeOf(stage().operator, table);
	const remindersTable = 'QMARK contents (reminders)';
	const reminders = () => storeOf(stage().operator, remindersTable);
	const image = () => `${stage().networks.origin}/media/samples/bouquet-camelia.jpg`;
	const content = (id: string, more: object = {}) => ({ id, text: `${id}: bonjour de l’atelier`, media: [{ source: { url: image() }, kind: 'image', role: 'post' }], targets: everywhere.map((network) => ({ network })), ...more });
	const shown = async (text: string) => (await networksAt(stage().networks.origin).timeline()).filter((entry) => entry.text.startsWith(text) && entry.account !== seed.telegram.customer.first_name).map(({ network }) => network).sort();
	const statusOf = async (id: string, ...statuses: string[]) => await until(async () => await store().row(id), (row) => statuses.includes(row?.status ?? ''));
	const ask = async (...contents: { id: string; text: string }[]) => {
		await store().put(contents.map((one) => rowOf(one)));
		const { status, error } = await stage().operator.workflows.run(workflow);
		expect({ status, error }).toEqual({ status: 'success', error: undefined });
		return await Promise.all(contents.map(async ({ id }) => (await approver().questions(id))[0]?.url ?? ''));
	};

	beforeAll(async () => {
		const { operator, networks } = stage();
		inbox = await openInbox();
		await connectPublishing(operator, networks.origin, inbox);
		const settings = { telegram_chat: chat, email_to: 'camille@ateliercamelia.example', email_from: 'qmark@ateliercamelia.example' };
		workflow = await operator.importWorkflow(withSettings(path, 'Approval', settings, table));
		const impatient = { telegram_chat: chat, language: 'fr', remind_after_hours: '0.0001', expire_after_days: '0.00104' };
		const quick = await operator.importWorkflow(withSettings(path, 'Approval (reminders)', impatient, remindersTable));
		await reminders().put([rowOf(content('AP9'))]);
		await operator.workflows.run(quick);
	});
	afterAll(async () => await inbox.close());

	test('the message shows each network’s post, what was adapted and what is refused, by Telegram and by e-mail', async () => {
		const hashtags = Array.from({ length: 35 }, (_, index) => `camelia${index}`);
		await ask(content('AP1', { hashtags }), content('AP2', { media: [] }));
		const [message] = await approver().questions('AP1');
		for (const part of ['▸ Facebook (100200300400501)', '▸ Instagram (17841400000000001)', '▸ Telegram (@atelier_camelia)', 'AP1: bonjour de l’atelier', '✎ Changed: hashtags']) expect(message?.text).toContain(part);
		expect((await approver().questions('AP2'))[0]?.text).toContain('✗ Will be refused');
		const [mail] = await until(async () => await Promise.resolve(approver().mails('AP1')), (mails) => mails.length > 0);
		expect(mail?.to).toBe('camille@ateliercamelia.example');
		expect(mail?.text).toContain(message?.url);
		expect(mail?.text).toContain('✎ Changed: hashtags');
	});

	test('opening the form decides nothing', async () => {
		const [url = ''] = await ask(content('AP3'));
		const { status, data } = await approver().open(url);
		expect(status).toBe(200);
		expect(data).toContain('AP3: bonjour de l’atelier');
		expect(await store().row('AP3')).toMatchObject({ status: 'asked', updated_by: expect.stringMatching(/^Approval \d+$/) });
		expect(await shown('AP3')).toEqual([]);
	});

	test('approved and published now, it is out once on each network, and the approver gets the links', async () => {
		const [url = ''] = await ask(content('AP4'));
		expect(await approver().answer(url, 'Approve and publish now', 'AP4: bonjour de l’atelier', '', '')).toBe(200);
		await statusOf('AP4', 'done');
		expect(await shown('AP4')).toEqual(everywhere);
		const said = await until(async () => await approver().about('AP4'), (messages) => messages.some(({ text }) => text.startsWith('Published')));
		expect(said.at(-1)?.text.match(/^(Facebook|Instagram|Telegram): https?:\S+$/gm)).toHaveLength(3);
	});

	test('rejected, it is out nowhere, and the remark stays with it', async () => {
		const [url = ''] = await ask(content('AP5'));
		await approver().answer(url, 'Reject', 'AP5: bonjour de l’atelier', '', 'Not in this season');
		expect(await statusOf('AP5', 'rejected')).toMatchObject({ note: 'Not in this season' });
		expect(await shown('AP5')).toEqual([]);
	});

	test('a changed text is the one that is published', async () => {
		const [url = ''] = await ask(content('AP6', { variants: { facebook: 'AP6: for Facebook alone' } }));
		await approver().answer(url, 'Approve and publish now', 'AP6, corrected by Camille', '', '');
		const row = await statusOf('AP6', 'done');
		expect(await shown('AP6, corrected by Camille')).toEqual(everywhere);
		expect(row?.text).toBe('AP6, corrected by Camille');
	});

	test('a date that is none is asked about again; one to come is kept for the calendar', async () => {
		const [url = ''] = await ask(content('AP7'));
		await approver().answer(url, 'Approve', 'AP7: bonjour de l’atelier', 'tomorrow', '');
		const [, again] = await approver().questions('AP7', 2);
		expect(again?.text).toContain('“tomorrow” is no date');
		await approver().answer(again?.url ?? '', 'Approve', 'AP7: bonjour de l’atelier', '2099-01-31 09:30', '');
		expect((await statusOf('AP7', 'approved'))?.publish_at).toMatch(/^2099-01-(30|31)T/);
		expect(await shown('AP7')).toEqual([]);
	});

	test('answered twice at once, and asked twice because a run was cut off: it is out once', async () => {
		const [first = ''] = await ask(content('AP8'));
		// As it stands when n8n was killed between the mark and the message; ten minutes have passed.
		await until(async () => await store().row('AP8'), (row) => row?.updated_by?.startsWith('Approval') === true);
		await store().put([{ content_id: 'AP8', updated_by: 'Asking', asked_at: new Date(Date.now() - 11 * 60_000).toISOString() }]);
		await stage().operator.workflows.run(workflow);
		const [, second] = await approver().questions('AP8', 2);
		const urls = [first, first, second?.url ?? '', second?.url ?? ''];
		await Promise.all(urls.map(async (url) => await approver().answer(url, 'Approve and publish now', 'AP8: bonjour de l’atelier', '', '')));
		await until(async () => await shown('AP8'), (networks) => networks.length >= everywhere.length);
		// Every execution has come to its end by then, and told what became of it.
		await until(async () => (await stage().operator.workflows.executions(workflow)).filter(({ status }) => status === 'running'), (running) => running.length === 0);
		expect(await shown('AP8')).toEqual(everywhere);
		expect((await store().row('AP8'))?.status).toMatch(/^(done|approved)$/);
	});

	// Begun before the others, as n8n looks once a minute for whose time has come.
	test('what nobody answers is reminded of once, and then rejected', async () => {
		const row = await until(async () => await reminders().row('AP9'), (one) => one?.status === 'rejected', 200);
		expect(row?.note).toBe('Nobody answered.');
		const said = await until(async () => await approver().about('AP9'), (messages) => messages.length >= 3);
		expect(said.map(({ text }) => text.split(':')[0]?.trim())).toEqual(['À valider', 'Rappel', 'Refusé, car personne n’a répondu']);
		expect(await shown('AP9')).toEqual([]);
	}, 300_000);

	test('an approval outlives a restart of n8n', async () => {
		const [url = ''] = await ask(content('AP10'));
		await until(async () => await store().row('AP10'), (row) => row?.updated_by?.startsWith('Approval') === true);
		await stage().n8n.stop();
		Object.assign(stage(), await stage().start());
		expect(await approver().answer(url, 'Approve and publish now', 'AP10: bonjour de l’atelier', '', '')).toBe(200);
		await statusOf('AP10', 'done');
		expect(await shown('AP10')).toEqual(everywhere);
	}, 300_000);
}
