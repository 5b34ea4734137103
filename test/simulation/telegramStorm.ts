/**
 * `npx tsx test/simulation/telegramStorm.ts [updates] [shared]`: a bot's updates arrive at a published workflow in a real n8n as Telegram sends them: many
 * chats at once, each in its order, every fifth update twice, and again whatever was not acknowledged. In the middle n8n is killed and started again.
 * Then three workflows listen to the same bot, and somebody tests a fourth in the editor while `shared` updates arrive.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import axios from 'axios';
import type { IConnections, IDataObject, INode } from 'n8n-workflow';
import { accountsAt } from '../../sandbox/accounts';
import { stopAll } from '../../sandbox/children';
import { freshConnections } from '../../sandbox/n8n/http';
import type { StoredWorkflow, WorkflowFile } from '../../sandbox/n8n/workflows';
import type { Delivery } from '../../sandbox/networks/telegram/deliveries';
import { seed } from '../../sandbox/networks/seed';
import { openStage } from '../support/stage';
import type { Stage } from '../support/stage';
import { tableRows } from './messageStore';

export interface TelegramStorm {
	updates: number;
	doubled: number;
	acknowledged: number;
	/** Tries that got no answer or a refusal, and were made again. */
	repeated: number;
	rows: number;
	missing: number;
	twice: number;
	seconds: number;
	shared: Shared;
}

interface Shared {
	updates: number;
	/** Different updates that each of the three workflows has in its table, and how many it has twice. */
	received: number[];
	twice: number[];
	/** What the test in the editor got, and how many of these one of the others lacks. */
	test: number;
	stolen: number;
	/** Whether the webhook is as it was before the test. */
	leftAsItWas: boolean;
}

const MINUTE = 60_000;
const http = axios.create({ httpAgent: freshConnections, proxy: false, timeout: 30_000 });

const node = (name: string, type: string, typeVersion: number, column: number, parameters: INode['parameters'], more: Partial<INode> = {}): INode => ({ id: name, name, type, typeVersion, position: [column * 240, 0], parameters, ...more });

const chain = (nodes: readonly INode[]): IConnections => Object.fromEntries(nodes.slice(1).map((next, index) => [nodes[index]?.name ?? '', { main: [[{ node: next.name, type: 'main', index: 0 }]] }]));

const workflowOf = (name: string, nodes: INode[]): WorkflowFile => ({ name, nodes, connections: chain(nodes), settings: { executionOrder: 'v1' } });

/** Makes the table in which a workflow keeps what it got. */
const maker = (table: string): WorkflowFile =>
	workflowOf(`Make ${table}`, [
		node('Start', 'n8n-nodes-base.manualTrigger', 1, 0, {}),
		node('Make', 'n8n-nodes-base.dataTable', 1.1, 1, {
			...{ resource: 'table', operation: 'create', tableName: table, options: { createIfNotExists: true } },
			columns: { column: ['message_id', 'update_id', 'words'].map((name) => ({ name, type: 'string' })) },
		}),
	]);

/** Keeps every message of the bot's in its table. */
function keeper(table: string): WorkflowFile {
	const value = { message_id: '={{ $json.id }}', update_id: '={{ String($json.update_id) }}', words: '={{ $json.text }}' };
	const schema = Object.keys(value).map((id) => ({ id, displayName: id, required: false, defaultMatch: false, display: true, type: 'string', canBeUsedToMatch: true, removed: false }));
	const nodes = [
		node('Telegram', 'n8n-nodes-qmark.qmarkTelegramTrigger', 1, 0, { events: ['message'] }, { webhookId: randomUUID() }),
		node('Keep', 'n8n-nodes-base.dataTable', 1.1, 1, {
			...{ resource: 'row', operation: 'upsert', dataTableId: { __rl: true, mode: 'name', value: table }, matchType: 'allConditions' },
			filters: { conditions: [{ keyName: 'message_id', condition: 'eq', keyValue: '={{ $json.id }}' }] },
			columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema },
			options: {},
		}),
	];
	return workflowOf(`Keep in ${table}`, nodes);
}

type Networks = Stage['networks'];
type Operator = Stage['operator'];

const settings = async ({ origin }: Networks, telegram: object) => void (await http.post(`${origin}/_sandbox/settings`, { telegram }));
const webhook = async ({ origin }: Networks): Promise<string> => (await http.post<{ result: { url: string } }>(`${origin}/api.telegram.org/bot${seed.telegram.token}/getWebhookInfo`)).data.result.url;
const deliveries = async ({ origin }: Networks): Promise<Delivery[]> => (await http.get<Delivery[]>(`${origin}/api.telegram.org/_webhooks`)).data;

async function until<T>(what: string, look: () => Promise<T>, done: (found: T) => boolean, atMost: number): Promise<T> {
	for (const end = Date.now() + atMost; ; await delay(250)) {
		const found = await look();
		if (done(found)) return found;
		if (Date.now() > end) throw new Error(`${what} took more than ${Math.round(atMost / 1000)} s.`);
	}
}

/** Imports a keeper and makes its table; it is not published yet. */
async function laid(operator: Operator, table: string): Promise<StoredWorkflow> {
	const made = await operator.workflows.import(maker(table));
	const { status, error } = await operator.workflows.run(made);
	if (status !== 'success') throw new Error(`The table “${table}” could not be made: ${error}`);
	return await operator.importWorkflow(keeper(table));
}

const publish = async ({ workflows }: Operator, networks: Networks, workflow: StoredWorkflow): Promise<void> => {
	const id = String(workflow.nodes.find(({ name }) => name === 'Telegram')?.webhookId);
	await workflows.publish(workflow);
	// n8n publishes in the background.
	await until('Publishing', async () => await webhook(networks), (url) => url.includes(`webhook/${id}`), MINUTE);
};

function counted(rows: readonly IDataObject[]): Map<string, number> {
	const times = new Map<string, number>();
	for (const { update_id: id } of rows) times.set(String(id), (times.get(String(id)) ?? 0) + 1);
	return times;
}

const twiceIn = (times: ReadonlyMap<string, number>): number => [...times.values()].filter((number) => number > 1).length;

/** One workflow, killed in the middle. */
async function alone(stage: Stage, count: number) {
	let { n8n, operator } = stage;
	const { networks } = stage;
	const workflow = await laid(operator, 'storm');
	await publish(operator, networks, workflow);
	await settings(networks, { doubleEvery: 5, webhookPauses: [250, 500, 1_000, 2_000, 4_000] });
	const started = Date.now();
	await settings(networks, { updates: { count, chats: Math.max(1, Math.floor(count / 10)) } });
	const taken = async () => (await deliveries(networks)).filter(({ done }) => done).length;
	await until('Half of the storm', taken, (number) => number >= count / 2, 20 * MINUTE);
	process.kill(n8n.pid, 'SIGKILL');
	await n8n.exited;
	({ n8n, operator } = await stage.start());
	await until('The storm', taken, (number) => number >= count, 30 * MINUTE);
	const seconds = Math.round((Date.now() - started) / 1000);
	const all = await deliveries(networks);
	const rows = await tableRows(operator, 'storm');
	const times = counted(rows);
	const figures = {
		...{ updates: count, doubled: all.filter(({ doubled }) => doubled).length, acknowledged: all.filter(({ done }) => done).length },
		repeated: all.reduce((sum, { tries }) => sum + tries.filter((status) => status < 200 || status >= 300).length, 0),
		...{ rows: rows.length, missing: all.filter(({ update_id: id }) => !times.has(String(id))).length, twice: twiceIn(times), seconds },
	};
	await operator.workflows.unpublish(workflow);
	await until('Taking it back', async () => await webhook(networks), (url) => url === '', MINUTE);
	return { figures, operator };
}

/** Three workflows of one bot, and somebody who tests a fourth. */
async function shared(operator: Operator, networks: Networks, count: number): Promise<Shared> {
	const tables = ['share 1', 'share 2', 'share 3'];
	for (const table of tables) await publish(operator, networks, await laid(operator, table));
	const before = await webhook(networks);
	const tested = await laid(operator, 'share test');
	const earlier = (await deliveries(networks)).length;
	await settings(networks, { doubleEvery: 0, updates: { count: count / 2, chats: 20 } });
	await operator.rest.send('POST', `/workflows/${tested.id}/run`, { triggerToStartFrom: { name: 'Telegram' } });
	await until('Listening for a test event', async () => await webhook(networks), (url) => url.includes('webhook-test'), MINUTE);
	await settings(networks, { updates: { count: count / 2, chats: 20 } });
	const all = await until('Sharing', async () => await deliveries(networks), (found) => found.length === earlier + count && found.every(({ done }) => done), 10 * MINUTE);
	const after = await until('The end of the test', async () => await webhook(networks), (url) => !url.includes('webhook-test'), 3 * MINUTE);
	const kept = await Promise.all(tables.map(async (table) => counted(await tableRows(operator, table))));
	const ofTest = await until('The test', async () => counted(await tableRows(operator, 'share test')), (times) => times.size > 0, MINUTE);
	const wanted = all.slice(earlier).map(({ update_id: id }) => String(id));
	return {
		...{ updates: count, received: kept.map((times) => wanted.filter((id) => times.has(id)).length), twice: kept.map(twiceIn) },
		...{ test: ofTest.size, stolen: [...ofTest.keys()].filter((id) => kept.some((times) => !times.has(id))).length, leftAsItWas: after === before },
	};
}

export async function telegramStorm(count: number, sharedCount: number): Promise<TelegramStorm> {
	const stage = await openStage('telegram-storm', { NODE_ENV: 'production' });
	for (const { name, type, data } of accountsAt(stage.networks.origin).filter(({ type: one }) => one === 'qmarkTelegramApi')) await stage.operator.ensureCredential(name, type, data);
	const { figures, operator } = await alone(stage, count);
	return { ...figures, shared: await shared(operator, stage.networks, sharedCount) };
}

telegramStorm(Number(process.argv[2] ?? 5_000), Number(process.argv[3] ?? 200))
	.then((figures) => console.log(JSON.stringify(figures)))
	.catch((error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	})
	.finally(stopAll);
