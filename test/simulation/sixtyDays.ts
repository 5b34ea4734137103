import axios from 'axios';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { accountsAt } from '../../sandbox/accounts';
import { freshConnections } from '../../sandbox/n8n/http';
import { signIn, type Credential, type Operator } from '../../sandbox/n8n/operator';
import type { WorkflowFile } from '../../sandbox/n8n/workflows';
import { root } from '../support/stage';
import type { StageClock } from '../support/clock';
import { hourlyPosts } from './hourlyPosts';
import { TokenCalls } from './tokenCalls';

/** What the simulation needs of a stage, with n8n alone or in queue mode. */
export interface Ground {
	userFolder: string;
	networks: { origin: string };
	clock: StageClock;
	operator: Operator;
	/** The editor's address, the same after a restart. */
	url: string;
	/** Stops n8n, with its workers, and starts it again on the same data. */
	restart(): Promise<void>;
}

export interface Alert {
	at: string;
	title: string;
	key: string;
}

export interface Outcome {
	days: number;
	hours: number;
	/** Calls in each hour, on all networks together. */
	steps: number;
	/** Posts that were refused, each with its hour, network and error. */
	failures: { at: string; network: string; error: unknown }[];
	/** Every look of Token watch that ended otherwise than well. */
	brokenWatches: string[];
	alerts: Alert[];
	reconnected: string[];
	restarts: number;
	tokens: TokenCalls;
}

const HOUR = 3600;
const local = axios.create({ httpAgent: freshConnections, proxy: false, validateStatus: () => true, timeout: 120_000 });

/** Receives the alerts that Token watch sends to its webhook channel. */
async function openReceiver(now: () => number) {
	const alerts: Alert[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			const { key, title }: { key?: string; title?: string } = JSON.parse(body || '{}');
			alerts.push({ at: new Date(now()).toISOString(), key: key ?? '', title: title ?? '' });
			response.end('{}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { alerts, url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** The shipped workflow with its webhook channel on, and one more way to start it: a jumping clock fires no schedule. */
function tokenWatch(alertUrl: string): WorkflowFile {
	const file: WorkflowFile = JSON.parse(readFileSync(join(root, 'workflows', 'tokens', 'token-watch.json'), 'utf8'));
	const schedule = file.nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger');
	const targets = schedule && file.connections[schedule.name];
	if (!schedule || !targets) throw new Error('Token watch has no schedule to stand in for.');
	for (const node of file.nodes.filter(({ name }) => name === 'Settings')) {
		const { assignments } = node.parameters as { assignments: { assignments: { name: string; value: unknown }[] } };
		for (const assignment of assignments.assignments) if (assignment.name === 'webhookUrl') assignment.value = alertUrl;
	}
	const tick = { id: 'tick', name: 'Tick', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, -300] as [number, number], webhookId: 'token-watch', parameters: { path: 'token-watch', responseMode: 'lastNode', responseData: 'noData', options: {} } };
	return { ...file, name: 'Token watch (simulated)', nodes: [...file.nodes, tick], connections: { ...file.connections, Tick: targets } };
}

/** Nothing is published with these: one reads reports, the other never ends. */
const without = ['qmarkGoogleAdsOAuth2Api', 'qmarkMetaSystemUserApi'];

async function furnish({ operator, networks, url }: Ground, alertUrl: string) {
	const bound = new Map<string, Credential>();
	for (const { name, type, data, consent } of accountsAt(networks.origin).filter((account) => !without.includes(account.type))) {
		const credential = await operator.ensureCredential(name, type, data);
		if (consent) await operator.connect(credential);
		bound.set(type, credential);
	}
	const { rawApiKey } = await operator.rest.send<{ rawApiKey: string }>('POST', '/api-keys', { label: 'Token Guard', scopes: ['credential:list', 'workflow:list', 'workflow:read'], expiresAt: null });
	await operator.ensureCredential('QMARK n8n', 'qmarkN8nApi', { apiKey: rawApiKey, baseUrl: url });
	for (const workflow of [hourlyPosts(networks.origin, bound), tokenWatch(alertUrl)]) await operator.workflows.publish(await operator.importWorkflow(workflow));
	await local.post(`${networks.origin}/_sandbox/settings`, { meta: { processingSeconds: 0 } });
	return bound;
}

/** n8n publishes in the background; a webhook answers a moment later. */
async function call(url: string): Promise<unknown> {
	for (let attempt = 1; ; attempt++) {
		const { status, data } = await local.get<unknown>(url);
		if (status === 200) return data;
		if (status !== 404 || attempt === 40) throw new Error(`${url} answers ${status}: ${JSON.stringify(data).slice(0, 300)}`);
		await delay(500);
	}
}

/**
 * Lets `days` pass hour by hour: Token watch every half hour, a post on every network every hour, a restart of n8n after each
 * third of the time but the last. LinkedIn, which nothing can renew, is connected again by its owner on the last alert.
 */
export async function passDays(ground: Ground, days: number, note: (text: string) => void): Promise<Outcome> {
	const { clock, networks, url, userFolder } = ground;
	const receiver = await openReceiver(clock.now);
	const bound = await furnish(ground, receiver.url);
	const outcome: Outcome = { days, hours: 0, steps: 0, failures: [], brokenWatches: [], alerts: receiver.alerts, reconnected: [], restarts: 0, tokens: new TokenCalls(networks.origin) };
	const moment = () => new Date(clock.now()).toISOString();
	const watch = async () => {
		await call(`${url}/webhook/token-watch`).catch((error: unknown) => outcome.brokenWatches.push(`${moment()} ${String(error)}`));
	};
	const post = async () => {
		const at = moment();
		const answers = await call(`${url}/webhook/hourly-posts?at=${encodeURIComponent(at)}`).catch((error: unknown) => ({ 'the workflow': String(error) }));
		const results = Object.entries(Object(answers));
		outcome.steps = results.length;
		outcome.failures.push(...results.filter(([, error]) => error !== null).map(([network, error]) => ({ at, network, error })));
	};
	for (let hour = 0; hour < days * 24; hour++) {
		await clock.advance(HOUR / 2);
		await watch();
		await clock.advance(HOUR / 2);
		// Side by side, in queue mode on two workers: both meet the same tokens that are due.
		await Promise.all([watch(), post()]);
		outcome.hours++;
		await outcome.tokens.read();
		const last = receiver.alerts.find(({ title, key }) => title.startsWith('LinkedIn') && key.endsWith('/1') && !outcome.reconnected.includes(key));
		const linkedin = bound.get('qmarkLinkedInOAuth2Api');
		if (last && linkedin) {
			// The editor's session ends after seven days.
			await (await signIn(url, userFolder)).connect(linkedin);
			outcome.reconnected.push(last.key);
		}
		if (hour === days * 8 || hour === days * 16) {
			await ground.restart();
			outcome.restarts++;
		}
		if (hour % 24 === 23) note(`day ${(hour + 1) / 24}: ${outcome.failures.length} failures, ${outcome.tokens.summary()}`);
	}
	receiver.close();
	return outcome;
}
