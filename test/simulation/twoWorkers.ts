/**
 * `npx tsx test/simulation/twoWorkers.ts`: one Publisher workflow, started over and over at the same moment on two workers of
 * n8n, with each journal in turn. Needs Redis. What counts is what the networks hold in the end.
 */
import axios from 'axios';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { accountsAt } from '../../sandbox/accounts';
import { stopAll } from '../../sandbox/children';
import { freshConnections } from '../../sandbox/n8n/http';
import type { StoredWorkflow, WorkflowFile } from '../../sandbox/n8n/workflows';
import type { TimelineEntry } from '../../sandbox/networks/world';
import { credentialOf } from '../support/database';
import { openQueueStage } from '../support/queueStage';
import type { QueueStage } from '../support/queueStage';
import { root } from '../support/stage';
import { publisherOf } from './publisherWorkflow';

export interface Figures {
	journal: string;
	/** Executions that were started, and how many of them ended well. */
	runs: number;
	succeeded: number;
	/** What the others say, each once. */
	errors: string[];
	/** Posts that should be out: contents times networks. */
	wanted: number;
	/** Of those, how many are out; how often one is out once more than that; how many are not. */
	published: number;
	duplicates: number;
	lost: number;
	/** What the journal says of the lost ones: `telegram processing: …`. */
	told: string[];
	seconds: number;
}

const CONTENTS = 20;
const ROUNDS = 2;
const AT_ONCE = 6;
const networks = ['facebook', 'instagram', 'telegram'];

const local = axios.create({ httpAgent: freshConnections, proxy: false, validateStatus: () => true, timeout: 60_000 });
const textOf = (journal: string, number: number) => `${journal}, content ${String(number).padStart(2, '0')}.`;

/** Connects the sandbox's accounts, and the database that holds n8n's own tables too. */
async function furnish({ operator, networks: { origin }, n8n: { postgres } }: QueueStage) {
	for (const { name, type, data, consent } of accountsAt(origin).filter(({ type: one }) => one === 'qmarkTelegramApi' || one === 'qmarkMetaOAuth2Api')) {
		const credential = await operator.ensureCredential(name, type, data);
		if (consent) await operator.connect(credential);
	}
	await operator.ensureCredential('Postgres', 'postgres', credentialOf(postgres));
	await local.post(`${origin}/_sandbox/settings`, { meta: { processingSeconds: 0 }, telegram: { perSecond: 0, perChatPerSecond: 0 } });
}

/** The shipped journal with its tables, published. */
export async function openJournal({ operator }: Pick<QueueStage, 'operator'>): Promise<StoredWorkflow> {
	const file: WorkflowFile = JSON.parse(readFileSync(join(root, 'workflows', 'publishing', 'postgresql', 'publishing-journal.json'), 'utf8'));
	const journal = await operator.importWorkflow(file);
	const { status, error } = await operator.workflows.run(journal);
	if (status !== 'success') throw new Error(`The journal’s tables were not made: ${error}`);
	return await operator.workflows.publish(journal);
}

/** n8n publishes in the background; a webhook answers a moment later. */
async function start(url: string, body: object): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		const { status, data } = await local.post<unknown>(url, body);
		if (status === 200) return;
		if (status !== 404 || attempt === 60) throw new Error(`${url} answers ${status}: ${JSON.stringify(data).slice(0, 300)}`);
		await delay(250);
	}
}

async function ended({ operator }: QueueStage, workflow: StoredWorkflow, count: number) {
	for (const deadline = Date.now() + 600_000; ; await delay(500)) {
		const executions = await operator.workflows.executions(workflow);
		const done = executions.filter(({ status }) => status === 'success' || status === 'error' || status === 'crashed' || status === 'canceled');
		if (done.length >= count) return done;
		if (Date.now() > deadline) throw new Error(`After ten minutes ${done.length} of ${count} executions have ended.`);
	}
}

async function withJournal(stage: QueueStage, journal: string, parameters: Parameters<typeof publisherOf>[2]): Promise<Figures> {
	const { operator, n8n } = stage;
	const { origin } = stage.networks;
	const path = `two-workers-${journal.toLowerCase().replace(/\W/g, '')}`;
	const workflow = await operator.workflows.publish(await operator.importWorkflow(publisherOf(`Two workers, ${journal}`, path, parameters)));
	const contents = Array.from({ length: CONTENTS }, (_, index) => ({ id: `${path}-${index}`, text: textOf(journal, index), media: [`${origin}/media/samples/bouquet-camelia.jpg`] }));
	const began = performance.now();
	for (let round = 1; round <= ROUNDS; round++) {
		await Promise.all(Array.from({ length: AT_ONCE }, async () => await start(`${n8n.url}/webhook/${path}`, { contents })));
		await ended(stage, workflow, round * AT_ONCE);
	}
	const seconds = Math.round((performance.now() - began) / 1000);
	const runs = await ended(stage, workflow, ROUNDS * AT_ONCE);
	const executions = await Promise.all(runs.map(async ({ id }) => await operator.workflows.wait(id)));
	const failed = executions.filter(({ status }) => status !== 'success');
	const errors = [...new Set(failed.map(({ status, error }) => `${status}: ${error}`))];
	const { data: timeline } = await local.get<TimelineEntry[]>(`${origin}/timeline.json`);
	const times = networks.flatMap((network) => contents.map(({ id, text }) => ({ id, network, count: timeline.filter((entry) => entry.network === network && entry.text.startsWith(text)).length })));
	const lost = times.filter(({ count }) => count === 0);
	const answers = executions.flatMap((execution) => execution.items('Publisher')).map(({ json }) => json);
	const told = lost.flatMap(({ id, network }) => answers.filter((json) => json.contentId === id && json.network === network).map(({ status, reason, hint }) => `${network} ${String(status)}: ${String(reason)} ${String(hint)}`));
	return {
		...{ journal, runs: runs.length, succeeded: runs.length - failed.length, errors, wanted: times.length, published: times.length - lost.length },
		...{ duplicates: times.reduce((sum, { count }) => sum + Math.max(0, count - 1), 0), lost: lost.length, told: [...new Set(told)], seconds },
	};
}

/** Starts a workflow six times at once, twice, for twenty contents on three networks; once with each journal. */
export async function twoWorkers(note: (text: string) => void, name = 'two-workers'): Promise<Figures[]> {
	const stage = await openQueueStage(name, { env: { NODE_ENV: 'production' } });
	try {
		await furnish(stage);
		const { id } = await openJournal(stage);
		const figures: Figures[] = [];
		for (const [journal, parameters] of [
			['PostgreSQL', { journal: 'workflow', journalWorkflow: { __rl: true, mode: 'id', value: id } }],
			['Data Table', { journal: 'dataTable', journalTable: 'QMARK publications' }],
		] as const) {
			const one = await withJournal(stage, journal, parameters);
			note(`${journal}: ${one.published} of ${one.wanted} published, ${one.duplicates} twice, ${one.lost} lost, by ${one.runs} runs in ${one.seconds} s`);
			figures.push(one);
		}
		return figures;
	} finally {
		await stopAll();
	}
}

async function main() {
	const figures = await twoWorkers((text) => console.log(text));
	console.log(JSON.stringify(figures));
}

if (require.main === module) {
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopAll().finally(() => process.exit(1)));
	main().catch((error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	});
}
