import axios from 'axios';
import { setTimeout as delay } from 'node:timers/promises';
import { accountsAt } from '../../sandbox/accounts';
import { freshConnections } from '../../sandbox/n8n/http';
import type { StoredWorkflow } from '../../sandbox/n8n/workflows';
import type { TimelineEntry } from '../../sandbox/networks/world';
import type { Stage } from '../support/stage';
import { publisherOf } from './publisherWorkflow';

/** What one kill came to: posts that are out once more than they should be, or not at all, and what the journal says of them. */
export interface Killed {
	call: string;
	when: 'before' | 'after';
	duplicates: number;
	lost: number;
	/** Networks of which a person was asked. */
	asked: string[];
}

const local = axios.create({ httpAgent: freshConnections, proxy: false, validateStatus: () => true, timeout: 60_000 });
const path = 'killed-instance';
const networks = ['facebook', 'instagram', 'telegram'];

/** Calls that are met by the kill: the irreversible one of each network, and one that prepares it. */
export const boundaries = [
	{ network: 'meta', match: '/feed' },
	{ network: 'meta', match: '/media_publish' },
	{ network: 'telegram', match: '/sendPhoto' },
	{ network: 'meta', match: '/100200300400501_' },
	{ network: 'meta', match: '/17841400000000001/media' },
] as const;

/** Connects the sandbox's accounts and publishes a workflow that publishes what it is sent. */
export async function furnish({ operator, networks: { origin } }: Stage, settings: object = {}): Promise<StoredWorkflow> {
	for (const { name, type, data, consent } of accountsAt(origin).filter(({ type: one }) => one === 'qmarkTelegramApi' || one === 'qmarkMetaOAuth2Api')) {
		const credential = await operator.ensureCredential(name, type, data);
		if (consent) await operator.connect(credential);
	}
	await local.post(`${origin}/_sandbox/settings`, { meta: { processingSeconds: 0 }, telegram: { perSecond: 0, perChatPerSecond: 0 }, ...settings });
	return await operator.workflows.publish(await operator.importWorkflow(publisherOf('Publish what comes', path, {})));
}

/** Starts the workflow; n8n takes a moment until a published webhook answers. */
export async function send({ n8n }: Stage, contents: object[]): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		const { status, data } = await local.post<unknown>(`${n8n.url}/webhook/${path}`, { contents });
		if (status === 200) return;
		if (status !== 404 || attempt === 60) throw new Error(`The webhook answers ${status}: ${JSON.stringify(data).slice(0, 200)}`);
		await delay(250);
	}
}

/** How often each network shows a text. */
export async function timesShown({ networks: { origin } }: Stage, text: string): Promise<number[]> {
	const { data } = await local.get<TimelineEntry[]>(`${origin}/timeline.json`);
	return networks.map((network) => data.filter((entry) => entry.network === network && entry.text === text).length);
}

/** The latest execution, once it neither runs nor is new. */
export async function latestOf({ operator }: Stage, workflow: StoredWorkflow, known: readonly string[] = []) {
	for (const deadline = Date.now() + 120_000; ; await delay(250)) {
		const found = (await operator.workflows.executions(workflow)).find(({ id, status }) => !known.includes(id) && status !== 'running' && status !== 'new');
		if (found) return found;
		if (Date.now() > deadline) throw new Error('No execution has come to an end within two minutes.');
	}
}

/**
 * Kills n8n with SIGKILL while a call is on its way, starts it again, lets the run's lease end and publishes the same once more. `restart` gives the
 * stage with the n8n that was started anew.
 */
export async function killedAt(stage: Stage, workflow: StoredWorkflow, { network, match }: { network: string; match: string }, when: 'before' | 'after', number: number, restart: () => Promise<Stage>): Promise<{ stage: Stage; result: Killed }> {
	const { origin } = stage.networks;
	const text = `Coupé net ${number}`;
	const contents = [{ id: `killed-${number}`, text, media: [`${origin}/media/samples/bouquet-camelia.jpg`] }];
	await local.post(`${origin}/_sandbox/faults`, { network, match, kind: 'timeout', when });
	await send(stage, contents);
	const hits = async () => (await local.get<{ hits: number }[]>(`${origin}/_sandbox/faults`)).data.reduce((sum, one) => sum + one.hits, 0);
	for (const deadline = Date.now() + 60_000; (await hits()) === 0; await delay(5)) if (Date.now() > deadline) throw new Error(`No call of ${match} was made within a minute.`);
	process.kill(stage.n8n.pid, 'SIGKILL');
	await stage.n8n.exited;
	await local.delete(`${origin}/_sandbox/faults`);
	const now = await restart();
	// A run that was cut off keeps its publications until its lease is over.
	await now.clock.advance(15 * 60);
	const before = (await now.operator.workflows.executions(workflow)).map(({ id }) => id);
	await send(now, contents);
	const { id } = await latestOf(now, workflow, before);
	const answers = (await now.operator.workflows.wait(id)).items('Publisher').map(({ json }) => json);
	const asked = answers.filter(({ status }) => status === 'unknown').map(({ network: name }) => String(name));
	const shown = await timesShown(now, text);
	return {
		stage: now,
		result: {
			...{ call: match, when, asked },
			duplicates: shown.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
			// What a person is asked about is not lost.
			lost: shown.filter((count, index) => count === 0 && !asked.includes(networks[index] ?? '')).length,
		},
	};
}
