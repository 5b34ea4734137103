/**
 * `npx tsx test/simulation/campaign.ts [recipients]`: a campaign of QMARK Gmail in a real n8n, killed with SIGKILL twice in the middle and run again
 * until nobody is left. Some of its people have unsubscribed before, some do while it runs, and some stand in the list twice.
 */
import { setTimeout as delay } from 'node:timers/promises';
import axios from 'axios';
import type { IDataObject, INode } from 'n8n-workflow';
import { accountsAt } from '../../sandbox/accounts';
import { stopAll } from '../../sandbox/children';
import { freshConnections } from '../../sandbox/n8n/http';
import type { StoredWorkflow, WorkflowFile } from '../../sandbox/n8n/workflows';
import { openStage } from '../support/stage';

export interface Campaign {
	recipients: number;
	/** Runs of the workflow until nobody was left. */
	runs: number;
	kills: number;
	/** People who were sent the message exactly once. */
	once: number;
	twice: number;
	missing: number;
	unsubscribed: number;
	/** Messages to people after they had unsubscribed. */
	unwanted: number;
	seconds: number;
}

const http = axios.create({ httpAgent: freshConnections, proxy: false, validateStatus: () => true, timeout: 60_000 });
const addressOf = (index: number) => `person.${index}@customers.example`;
const JOURNAL = 'Campaign under fire';
const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
const trigger = (path: string): INode => ({ id: path, name: 'Call', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0], webhookId: path, parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'allEntries', options: {} } });

/** Every hundredth person stands in the list twice, the second time in capitals. */
function sending(count: number): WorkflowFile {
	const jsCode = `const people = Array.from({ length: ${count} }, (_, n) => 'person.' + n + '@customers.example'); return [...people, ...people.filter((_, n) => n % 100 === 0).map((one) => one.toUpperCase())].map((email) => ({ json: { email } }));`;
	return {
		name: 'Campaign',
		nodes: [
			trigger('campaign'),
			{ id: 'people', name: 'People', type: 'n8n-nodes-base.code', typeVersion: 2, position: [200, 0], parameters: { jsCode } },
			{
				...{ id: 'send', name: 'Send', type: 'n8n-nodes-qmark.qmarkGmail', typeVersion: 1, position: [400, 0] },
				parameters: {
					...{ resource: 'campaign', operation: 'send', campaign: 'autumn', to: '={{ $json.email }}', subject: 'Bouquets d’automne', html: '<p>Bonjour</p>' },
					...{ unsubscribeUrl: 'https://n8n.example.com/webhook/qmark-unsubscribe', journalTable: JOURNAL, options: { dailyLimit: 100_000 } },
				},
			},
			{ id: 'count', name: 'Count', type: 'n8n-nodes-base.summarize', typeVersion: 1.1, position: [600, 0], parameters: { fieldsToSummarize: { values: [{ aggregation: 'count', field: 'to' }] }, fieldsToSplitBy: 'status', options: { outputFormat: 'separateItems' } } },
		],
		connections: { Call: to('People'), People: to('Send'), Send: to('Count') },
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none' },
	};
}

const optingOut: WorkflowFile = {
	name: 'Opt out',
	nodes: [
		trigger('opt-out'),
		{ id: 'people', name: 'People', type: 'n8n-nodes-base.splitOut', typeVersion: 1, position: [200, 0], parameters: { fieldToSplitOut: 'body.people', options: { destinationFieldName: 'person' } } },
		{
			...{ id: 'unsubscribe', name: 'Unsubscribe', type: 'n8n-nodes-qmark.qmarkGmail', typeVersion: 1, position: [400, 0] },
			parameters: { resource: 'campaign', operation: 'unsubscribe', by: 'address', address: '={{ $json.person }}', journalTable: JOURNAL },
		},
	],
	connections: { Call: to('People'), People: to('Unsubscribe') },
	settings: { executionOrder: 'v1' },
};

export async function campaign(count: number): Promise<Campaign> {
	let stage = await openStage('campaign', { NODE_ENV: 'production' }, { moves: true });
	const { operator, networks: { origin } } = stage;
	for (const { name, type, data, consent } of accountsAt(origin).filter(({ type: one }) => one === 'qmarkGmailOAuth2Api')) {
		const credential = await operator.ensureCredential(name, type, { ...data, quotaUnitsPerMinute: 10_000_000 });
		if (consent) await operator.connect(credential);
	}
	await http.post(`${origin}/_sandbox/settings`, { google: { unitsPerMinute: 0, dailyMessages: 0 } });
	const workflows: StoredWorkflow[] = [];
	for (const file of [sending(count), optingOut]) workflows.push(await operator.workflows.publish(await operator.importWorkflow(file)));

	const deliveries = async () => (await http.get<Record<string, number>>(`${origin}/mail.google.com/_deliveries`)).data;
	const call = async (path: string, body: object): Promise<IDataObject[]> => {
		for (let attempt = 1; ; attempt++) {
			const { status, data } = await http.post<IDataObject[]>(`${stage.n8n.url}/webhook/${path}`, body, { timeout: 0 });
			if (status === 200) return data;
			if (status !== 404 || attempt === 60) throw new Error(`“${path}” answers ${status}: ${JSON.stringify(data).slice(0, 200)}`);
			await delay(250);
		}
	};
	const leave = async (people: string[]) => void (await call('opt-out', { people }));
	const restart = async () => {
		process.kill(stage.n8n.pid, 'SIGKILL');
		await stage.n8n.exited;
		stage = { ...stage, ...(await stage.start()) };
	};

	const early = Array.from({ length: Math.floor(count / 100) }, (_, n) => addressOf(n * 97));
	await leave(early);
	const began = Date.now();
	/** How many had got it when these left. */
	const late: string[] = [];
	let runs = 0;
	let kills = 0;
	for (let left = true; left && runs < 60; ) {
		runs++;
		const kill = kills < 2 ? Math.floor((count * (kills + 1)) / 3) : undefined;
		const run = call('campaign', {}).catch((error: unknown) => (kill === undefined ? Promise.reject(error) : undefined));
		if (kill !== undefined) {
			while (Object.keys(await deliveries()).length < kill) await delay(200);
			if (kills === 0) {
				// The last of the list are far from being sent yet.
				const people = Array.from({ length: 20 }, (_, n) => addressOf(count - 1 - n * 3)).filter((person) => !early.includes(person));
				await leave(people);
				late.push(...people);
			}
			await restart();
			kills++;
			await run;
			continue;
		}
		const counts = await run;
		left = (counts ?? []).some(({ status }) => ['in-progress', 'sending', 'deferred', 'failed'].includes(String(status)));
		// What a killed run has reserved is its own until its lease is over; what it may have sent counts as lost only when Gmail’s search must know it.
		if (left) await stage.clock.advance(15 * 60);
	}
	const seconds = Math.round((Date.now() - began) / 1000);

	const got = new Map(Object.entries(await deliveries()).map(([person, times]) => [person.toLowerCase(), times]));
	const gone = [...early, ...late];
	const people = Array.from({ length: count }, (_, n) => addressOf(n));
	const wanted = people.filter((person) => !gone.includes(person));
	return {
		...{ recipients: count, runs, kills },
		once: wanted.filter((person) => got.get(person) === 1).length,
		twice: [...got.values()].filter((times) => times > 1).length,
		missing: wanted.filter((person) => !got.has(person)).length,
		unsubscribed: gone.length,
		unwanted: gone.filter((person) => got.has(person)).length,
		seconds,
	};
}

if (require.main === module) {
	campaign(Number(process.argv[2] ?? 10_000))
		.then((figures) => console.log(JSON.stringify(figures)))
		.catch((error: unknown) => {
			console.error(error);
			process.exitCode = 1;
		})
		.finally(stopAll);
}
