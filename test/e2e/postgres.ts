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
import { openInbox } from './inbox';
import type { Inbox } from './inbox';
import { deliver, textMessage, whatsAppDelivery } from '../operations/metaTrigger/deliveries';
import { callbackOf } from './messages';
import { networksAt } from './networks';
import { rowOf } from './store';

const folder = 'workflows/publishing/postgresql';
const chat = String(seed.telegram.customer.id);
const everywhere = ['facebook', 'instagram', 'telegram'];

/** The publishing workflows with their tables in PostgreSQL, in the same n8n. */
export function postgres(stage: () => Stage) {
	let server: Postgres;
	let database: Database;
	let inbox: Inbox;
	let journal: StoredWorkflow;
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

	test('a draft goes into the same store', async () => {
		const draft = await imported('draft-with-ai', { example_topic: 'PG3: à valider' });
		const { id, status, error } = await stage().operator.workflows.run(draft);
		expect({ status, error }).toEqual({ status: 'success', error: undefined });
		expect(await statusOf(`draft-${id}`)).toBe('review');
	});
}
