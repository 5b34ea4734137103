import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seed } from '../../sandbox/networks/seed';
import { startPostgres } from '../../sandbox/n8n/postgres';
import type { Postgres } from '../../sandbox/n8n/postgres';
import { installPostgres } from '../../sandbox/n8n/postgresInstall';
import type { StoredWorkflow, WorkflowFile } from '../../sandbox/n8n/workflows';
import { freePort } from '../../sandbox/ports';
import { connectTo, credentialOf } from '../support/database';
import type { Database } from '../support/database';
import { root } from '../support/stage';
import type { Stage } from '../support/stage';
import { connectPublishing, withSettings } from './approval';
import { approverAt, until } from './approver';
import { openFeeds } from './feed';
import { openInbox } from './inbox';
import type { Inbox } from './inbox';
import { deliver, textMessage, whatsAppDelivery } from '../operations/metaTrigger/deliveries';
import { callbackOf } from './messages';
import { networksAt } from './networks';
import { shippedIn } from './shipped';
import { rowOf } from './store';
import { botWebhook, forgetUpdates } from './telegramMessages';

const folder = 'workflows/publishing/postgresql';
const chat = String(seed.telegram.customer.id);
const everywhere = ['facebook', 'instagram', 'telegram'];

/** The publishing workflows with their tables in PostgreSQL, in the same n8n. */
export function postgres(stage: () => Stage) {
	let server: Postgres;
	let database: Database;
	let inbox: Inbox;
	let journal: StoredWorkflow;
	let campaigns: StoredWorkflow;
	const { begun, imported: shipped, watching, said, delivered, http } = shippedIn(stage);
	const content = (id: string, text: string) => ({ id, text, media: [{ source: { url: `${stage().networks.origin}/media/samples/tulipes-vase.jpg` }, kind: 'image', role: 'post' }], targets: everywhere.map((network) => ({ network })) });
	const columns = 'content_id, status, publish_at, networks, text, content, note, asked_at, updated_by';
	const put = async (row: object) => void (await database.rows(`INSERT INTO qmark_contents (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::qmark_contents, $1::jsonb)`, JSON.stringify(row)));
	const statusOf = async (id: string) => (await database.rows('SELECT status FROM qmark_contents WHERE content_id = $1', id))[0]?.status;
	const shown = async (text: string) => (await networksAt(stage().networks.origin).timeline()).filter((entry) => entry.text.startsWith(text) && entry.account !== seed.telegram.customer.first_name).map(({ network }) => network).sort();
	const imported = async (file: string, settings: Record<string, string>) => await stage().operator.importWorkflow(withSettings(`${folder}/${file}.json`, `PostgreSQL: ${file}`, { journal_workflow: journal.id, ...settings }));

	beforeAll(async () => {
		const { installation, userFolder, operator, networks } = stage();
		const log = join(root, '.qmark', 'logs', 'e2e-postgres.log');
		const programs = await installPostgres({ folder: join(root, '.qmark', 'postgres'), node: installation.node, log, note: () => {} });
		server = await startPostgres({ programs, folder: join(userFolder, 'journal'), port: await freePort(), log });
		database = await connectTo(installation, server);
		inbox = await openInbox();
		await connectPublishing(operator, networks.origin, inbox);
		await operator.ensureCredential('Import form (sandbox)', 'httpBasicAuth', { user: 'camille', password: 'sandbox-form-not-secret' });
		await operator.ensureCredential('Postgres', 'postgres', credentialOf(server));
		const file: WorkflowFile = JSON.parse(readFileSync(join(root, folder, 'publishing-journal.json'), 'utf8'));
		journal = await operator.importWorkflow(file);
	}, 300_000);
	afterAll(async () => {
		await inbox.close();
		await database.close();
		await server.stop();
	});

	test('the journal makes the tables, twice without harm, and can be published', async () => {
		for (let time = 1; time <= 2; time++) expect((await stage().operator.workflows.run(journal)).status).toBe('success');
		journal = await stage().operator.workflows.publish(journal);
		expect(journal.activeVersionId).toBe(journal.versionId);
	});

	test('the calendar publishes what is due once, though two runs overlap, and whatever is in a text', async () => {
		const hostile = "PG1: l'été à 100 % $1 ${x} {{ 1 }}'); DROP TABLE qmark_contents; --";
		await put(rowOf(content('PG1', hostile), { status: 'approved', publish_at: '2026-01-01T08:00:00.000Z' }));
		const calendar = await imported('editorial-calendar', {});
		const runs = await Promise.all([1, 2, 3].map(async () => await stage().operator.workflows.run(calendar)));
		expect(runs.map(({ status, error }) => ({ status, error }))).toEqual(runs.map(() => ({ status: 'success', error: undefined })));
		// Where two runs shared the networks, neither knew what became of all of them; the next one does.
		await stage().operator.workflows.run(calendar);
		expect(await statusOf('PG1')).toBe('done');
		expect(await shown(hostile)).toEqual(everywhere);
		expect(await database.rows('SELECT network, status FROM qmark_publications WHERE content_id = $1 ORDER BY network', 'PG1')).toEqual(everywhere.map((network) => ({ network, status: 'published' })));
	});

	test('a person is asked by the published workflow, by its schedule, approves, and it is published once', async () => {
		await put(rowOf(content('PG2', 'PG2: tulipes')));
		const { workflows } = stage().operator;
		const workflow = await workflows.publish(await imported('approve-then-publish', { telegram_chat: chat }));
		const approver = approverAt(stage().networks.origin, chat, inbox);
		const [question] = await approver.questions('PG2');
		await workflows.unpublish(workflow);
		await approver.answer(question?.url ?? '', 'Approve and publish now', 'PG2: tulipes', '', '');
		await until(async () => await statusOf('PG2'), (status) => status === 'done', 60);
		expect(await shown('PG2')).toEqual(everywhere);
	});

	test('a Pin that a person chose is pinned once, one that was rejected is not, and neither is asked about again', async () => {
		const picture = `${stage().networks.origin}/media/samples/tulipes-vase.jpg`;
		const site = await openFeeds({ 'pg.xml': ["PG6: l'été à 100 % $1", 'PG7'].map((title) => ({ guid: `guid '${title}'`, title, picture })) });
		const workflow = await imported('approve-each-pin', { telegram_chat: chat, feeds: site.url('pg.xml') });
		const look = async () => (await stage().operator.workflows.run(workflow)).items('Report')[0]?.json.asked;
		expect(await look()).toBe(2);
		const approver = approverAt(stage().networks.origin, chat, inbox);
		const [wanted, unwanted] = await Promise.all(['PG6: l.été à 100 % .1', 'PG7'].map(async (title) => (await approver.questions(title))[0]?.url ?? ''));
		await approver.answer(wanted ?? '', 'Pin it', 'PG6, corrected', 'Tulipes.', 'Bouquets');
		await approver.answer(unwanted ?? '', 'Do not pin it', 'PG7', '', 'Bouquets');
		const rows = async () => await database.rows("SELECT title, status, pin <> '' AS out FROM qmark_pins ORDER BY title");
		await until(rows, (all) => all.every(({ status }) => status === 'pinned' || status === 'rejected'), 60);
		expect(await rows()).toEqual([{ title: "PG6: l'été à 100 % $1", status: 'pinned', out: true }, { title: 'PG7', status: 'rejected', out: false }]);
		expect(await shown('PG6, corrected')).toEqual(['pinterest']);
		expect(await database.rows("SELECT status FROM qmark_publications WHERE network = 'pinterest'")).toEqual([{ status: 'published' }]);
		expect(await look()).toBe(0);
		await site.close();
	});

	test('collected messages and their opt-outs stand there once, and the tables are closed to others', async () => {
		const { operator, networks } = stage();
		const file: WorkflowFile = JSON.parse(readFileSync(join(root, 'workflows/messages/postgresql/collect-whatsapp-messages.json'), 'utf8'));
		const workflow = await operator.importWorkflow(file);
		for (let time = 1; time <= 2; time++) expect((await operator.workflows.run(workflow)).error).toBeUndefined();
		await operator.workflows.publish(workflow);
		const url = await until(async () => await callbackOf(networks.origin), (found) => found !== '', 30);
		const say = async (id: string, text: string) => (await deliver({ url }, whatsAppDelivery(textMessage(id, text)))).status;
		const hostile = "PG4: l'été à 100 % $1 ${x} {{ 1 }}'); DROP TABLE qmark_messages; --";
		expect(await Promise.all([say('wamid.pg1', hostile), say('wamid.pg1', hostile), say('wamid.pg2', 'Parar')])).toEqual([200, 200, 200]);
		expect(await database.rows('SELECT message_id, text FROM qmark_messages ORDER BY message_id')).toEqual([{ message_id: 'whatsapp:wamid.pg1', text: hostile }, { message_id: 'whatsapp:wamid.pg2', text: 'Parar' }]);
		expect(await database.rows('SELECT contact_key, opt_out_word FROM qmark_contacts')).toEqual([{ contact_key: `whatsapp:${seed.meta.customer.userId}`, opt_out_word: 'Parar' }]);
		expect(await database.rows("SELECT count(*)::int AS open FROM pg_class WHERE relname LIKE 'qmark_%' AND relkind = 'r' AND NOT relrowsecurity")).toEqual([{ open: 0 }]);
		await operator.workflows.unpublish(workflow);
		await until(async () => await callbackOf(networks.origin), (found) => found === '', 30);
	});

	test('Telegram messages and their opt-outs stand there once, though they are delivered twice', async () => {
		const { operator, networks } = stage();
		await forgetUpdates({ http }, networks.origin);
		const workflow = await begun('workflows/messages/postgresql/collect-telegram-messages.json');
		const webhook = async () => await botWebhook({ http }, networks.origin);
		await until(webhook, (url) => url !== '', 30);
		const hostile = "PG5: l'été à 100 % $1 ${x} {{ 1 }}'); DROP TABLE qmark_messages; --";
		const person = async (action: object) => await networksAt(networks.origin).settings({ telegram: action });
		await person({ doubleEvery: 1, start: { payload: 'spring' } });
		await person({ message: { text: hostile } });
		await person({ message: { text: '/stop' } });
		await person({ doubleEvery: 0, block: {} });
		await person({ unblock: {} });
		await person({ message: { content: 'contact', contact: 'own' } });
		const contacts = async () => await database.rows("SELECT contact_key, handle, phone, opt_out_word, consent_at <> '' AS asked FROM qmark_contacts WHERE provider = 'telegram'");
		await until(contacts, ([row]) => row?.phone !== undefined && row.phone !== '', 30);
		expect(await contacts()).toEqual([{ contact_key: `telegram:${chat}`, handle: seed.telegram.customer.username, phone: '351912000001', opt_out_word: '/stop', asked: true }]);
		expect(await database.rows("SELECT text, payload FROM qmark_messages WHERE provider = 'telegram' AND kind = 'text' ORDER BY id")).toEqual([{ text: '/start spring', payload: 'spring' }, { text: hostile, payload: '' }, { text: '/stop', payload: '' }]);
		await operator.workflows.unpublish(workflow);
		await until(webhook, (url) => url === '', 30);
	});

	test('the campaign journal makes its table, twice without harm, and campaigns know each person and opt-out once', async () => {
		const { workflows } = stage().operator;
		campaigns = await begun('workflows/mail/postgresql/campaign-journal.json');
		const page = await workflows.publish(await shipped('workflows/mail/postgresql/unsubscribe-with-one-click.json', { journal_workflow: campaigns.id }));
		const address = `${stage().n8n.url}/webhook/qmark-unsubscribe`;
		const people = ['pia', 'quinn', 'rosa'].map((name) => `${name}@customers.example`);
		for (const [index, email] of people.entries()) await database.rows('INSERT INTO qmark_contacts (contact_key, email, consent_at, opt_out) VALUES ($1, $2, $3, $4)', `form:${email}`, email, '2026-10-01T08:00:00.000Z', index === 2 ? '2026-10-02T08:00:00.000Z' : '');
		const sending = async (campaign: string) => await shipped('workflows/mail/postgresql/send-a-campaign.json', { campaign, journal_workflow: campaigns.id, unsubscribe_url: address, telegram_chat: chat });
		const send = async (workflow: StoredWorkflow) => expect((await workflows.run(workflow, { trigger: 'Every hour' })).error).toBeUndefined();
		const counts = async () => {
			const all = await delivered();
			return people.map((one) => all[one] ?? 0);
		};
		const first = await sending('pg-1');
		await Promise.all([send(first), send(first), send(first)]);
		expect(await counts()).toEqual([1, 1, 0]);
		const [{ token } = {}] = await database.rows('SELECT token FROM qmark_campaigns WHERE recipient = $1', people[0] ?? '');
		expect((await http.get(`${address}?t=${String(token)}`)).status).toBe(200);
		await send(first);
		for (let time = 1; time <= 2; time++) expect((await http.post(`${address}?t=${String(token)}`)).status).toBe(200);
		await send(await sending('pg-2'));
		expect(await counts()).toEqual([1, 2, 0]);
		expect(await database.rows("SELECT status, count(*)::int FROM qmark_campaigns GROUP BY status ORDER BY status")).toEqual([{ status: 'sent', count: 3 }, { status: 'unsubscribed', count: 1 }]);
		await workflows.unpublish(page);
	});

	test('Gmail replies and lead replies: several of one run stand there, each with what it is', async () => {
		const { workflows } = stage().operator;
		const collecting = await watching(async () => await begun('workflows/messages/postgresql/collect-gmail-replies.json', { journal_workflow: campaigns.id }));
		const telling = await watching(async () => await begun('workflows/messages/postgresql/label-lead-replies.json', { label: 'PG', telegram_chat: chat }));
		await database.rows("INSERT INTO qmark_leads (lead_id, email) VALUES ('lead:pg', 'quinn@customers.example')");
		const letter = (from: string, text: string, headers: object = {}) => ({ to: seed.google.accounts[0].name, from, subject: `Re: PG ${text}`, text, inReplyTo: '<pg@ateliercamelia.example>', headers });
		await networksAt(stage().networks.origin).settings({ google: { mail: [letter('Quinn <quinn@customers.example>', 'Oui'), letter('rosa@customers.example', 'Stop'), letter('new@customers.example', 'Absent', { 'Auto-Submitted': 'auto-replied' }), letter('other@customers.example', 'Non')] } });
		const kinds = async () => await database.rows("SELECT contact_key, kind FROM qmark_messages WHERE provider = 'gmail' ORDER BY id");
		expect(await until(kinds, ({ length }) => length === 4, 40)).toEqual([['quinn', 'text'], ['rosa', 'text'], ['new', 'automatic'], ['other', 'text']].map(([name, kind]) => ({ contact_key: `gmail:${name}@customers.example`, kind })));
		const contacts = async () => await database.rows("SELECT provider_id, name, opt_out_word FROM qmark_contacts WHERE provider = 'gmail' ORDER BY id");
		const expected = [['quinn', 'Quinn', ''], ['rosa', '', 'Stop'], ['other', '', '']].map(([id, name, opt_out_word]) => ({ provider_id: `${id}@customers.example`, name, opt_out_word }));
		expect(await until(contacts, (rows) => rows.length === 3 && rows[0]?.name !== '' && rows[1]?.opt_out_word !== '', 20)).toEqual(expected);
		await until(async () => await database.rows("SELECT 1 FROM qmark_campaigns WHERE key LIKE 'unsubscribed/%'"), ({ length }) => length === 2, 20);
		const told = async () => (await said(/^Re: PG /m)).map(({ text }) => text.split('\n')[1]);
		// Quinn as a lead, Rosa as a contact; the other one only became a contact by this very message.
		expect((await until(told, ({ length }) => length >= 2, 40)).sort()).toEqual(['Re: PG Oui', 'Re: PG Stop']);
		for (const workflow of [collecting, telling]) await workflows.unpublish(workflow);
	});

	test('a draft goes into the same store', async () => {
		const draft = await imported('draft-with-ai', { example_topic: 'PG3: à valider' });
		const { id, status, error } = await stage().operator.workflows.run(draft);
		expect({ status, error }).toEqual({ status: 'success', error: undefined });
		expect(await statusOf(`draft-${id}`)).toBe('review');
	});
}
