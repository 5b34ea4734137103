/**
 * `npx tsx test/simulation/webhookStorm.ts [messages] [queue]`: WhatsApp messages arrive at the published “Collect WhatsApp messages” as Meta sends
 * them: many at once, out of order, a fifth of them twice within 150 ms, and again whatever was not acknowledged. In the middle n8n is killed; with
 * `queue`, n8n has two workers, of which one is killed and another one started. That needs Redis.
 */
import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import axios from 'axios';
import { accountsAt } from '../../sandbox/accounts';
import { stopAll } from '../../sandbox/children';
import { freshConnections } from '../../sandbox/n8n/http';
import type { StoredWorkflow } from '../../sandbox/n8n/workflows';
import { seed } from '../../sandbox/networks/seed';
import { openQueueStage } from '../support/queueStage';
import { openStage } from '../support/stage';
import type { Stage } from '../support/stage';
import { shippedWorkflow, tableRows } from './messageStore';

export interface Storm {
	messages: number;
	/** Posts in all: the first ones, the doubled ones and those that Meta repeats. */
	deliveries: number;
	doubled: number;
	/** Tries that got no answer or a refusal, and were made again. */
	repeated: number;
	acknowledged: number;
	rows: number;
	missing: number;
	twice: number;
	contacts: number;
	seconds: number;
}

const { appSecret, whatsapp } = seed.meta;
const WIDTH = 20;
const http = axios.create({ httpAgent: freshConnections, proxy: false, validateStatus: () => true, timeout: 30_000, transformRequest: (body: string) => body });

interface Message {
	id: string;
	at: number;
	from: string;
}

/** Every tenth person writes again and again; times are those at which people wrote, not those of arrival. */
const messageOf = (index: number, begin: number): Message => ({ id: `wamid.storm.${index}`, at: begin + index, from: `3519${String(index % 500).padStart(8, '0')}` });

function bodyOf({ id, at, from }: Message): string {
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '33240000001', phone_number_id: whatsapp.phoneNumberId },
		contacts: [{ profile: { name: 'Inês' }, wa_id: from, user_id: `PT.STORM${from}` }],
		messages: [{ from, from_user_id: `PT.STORM${from}`, id, timestamp: String(at), type: 'text', text: { body: `Olá, mensagem ${id}` } }],
	};
	return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: whatsapp.businessAccountId, changes: [{ field: 'messages', value }] }] }).replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The order in which messages leave: everyone may overtake some dozens of others. */
function shuffled(count: number): number[] {
	let state = 20261126;
	const random = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
	return Array.from({ length: count }, (_, index) => ({ index, at: index + random() * 60 })).sort((a, b) => a.at - b.at).map(({ index }) => index);
}

/** The address that the trigger has subscribed at Meta: n8n publishes in the background. */
async function callbackOf(origin: string): Promise<string> {
	for (const deadline = Date.now() + 60_000; ; await delay(250)) {
		const { data } = await axios.get<{ data: { callback_url: string }[] }>(`${origin}/graph.facebook.com/v25.0/${seed.meta.appId}/subscriptions`, { headers: { authorization: `Bearer ${seed.meta.appId}|${appSecret}` }, proxy: false });
		const [found] = data.data;
		if (found) return found.callback_url;
		if (Date.now() > deadline) throw new Error('The published workflow has subscribed nothing within a minute.');
	}
}

interface Struck {
	stage: Pick<Stage, 'operator' | 'networks'>;
	/** Kills a process with SIGKILL and puts another in its place. */
	strike(): Promise<void>;
}

async function oneProcess(): Promise<Struck> {
	const stage = await openStage('storm', { NODE_ENV: 'production' });
	const struck: Struck = {
		stage,
		strike: async () => {
			process.kill(stage.n8n.pid, 'SIGKILL');
			await stage.n8n.exited;
			struck.stage = { ...stage, ...(await stage.start()) };
		},
	};
	return struck;
}

async function twoWorkers(): Promise<Struck> {
	const stage = await openQueueStage('storm-queue', { env: { NODE_ENV: 'production' } });
	const strike = async () => {
		const [worker] = stage.n8n.workers;
		if (!worker) throw new Error('There is no worker to be killed.');
		process.kill(worker.pid, 'SIGKILL');
		await worker.exited;
		await stage.n8n.startWorker();
	};
	return { stage, strike };
}

export async function storm(count: number, open: () => Promise<Struck>): Promise<Storm> {
	const struck = await open();
	const { operator, networks } = struck.stage;
	for (const { name, type, data, consent } of accountsAt(networks.origin).filter(({ type: one }) => one === 'qmarkMetaOAuth2Api')) {
		const credential = await operator.ensureCredential(name, type, data);
		if (consent) await operator.connect(credential);
	}
	const workflow: StoredWorkflow = await operator.importWorkflow(shippedWorkflow('collect-whatsapp-messages'));
	await operator.workflows.run(workflow);
	await operator.workflows.publish(workflow);
	const url = await callbackOf(networks.origin);

	const figures = { deliveries: 0, repeated: 0, acknowledged: 0 };
	const begin = Math.floor(Date.now() / 1000) - count;
	/** One delivery, made again until it is acknowledged: Meta does so for a week. */
	const deliver = async (body: string): Promise<void> => {
		const signature = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
		for (let pause = 250; ; pause = Math.min(pause * 2, 4_000)) {
			figures.deliveries += 1;
			const status = await http.post(url, body, { headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature } }).then((answer) => answer.status, () => 0);
			if (status === 200) return;
			figures.repeated += 1;
			await delay(pause);
		}
	};
	const started = Date.now();
	let doubled = 0;
	let next = 0;
	const order = shuffled(count);
	const worker = async () => {
		for (let place = next++; place < count; place = next++) {
			const body = bodyOf(messageOf(order[place] ?? 0, begin));
			const copies = [deliver(body)];
			if (place % 5 === 0) {
				doubled += 1;
				copies.push(delay((place * 37) % 150).then(async () => await deliver(body)));
			}
			await Promise.all(copies);
			figures.acknowledged += 1;
		}
	};
	const killed = (async () => {
		while (figures.acknowledged < count / 2) await delay(50);
		await struck.strike();
	})();
	await Promise.all([killed, ...Array.from({ length: WIDTH }, worker)]);
	const seconds = Math.round((Date.now() - started) / 1000);

	const rows = await tableRows(struck.stage.operator, 'QMARK messages');
	const contacts = await tableRows(struck.stage.operator, 'QMARK contacts');
	const times = new Map<string, number>();
	for (const { message_id: id } of rows) times.set(String(id), (times.get(String(id)) ?? 0) + 1);
	const missing = order.filter((index) => !times.has(`whatsapp:${messageOf(index, begin).id}`)).length;
	const twice = [...times.values()].filter((number) => number > 1).length;
	return { messages: count, doubled, ...figures, rows: rows.length, missing, twice, contacts: contacts.length, seconds };
}

storm(Number(process.argv[2] ?? 5_000), process.argv[3] === 'queue' ? twoWorkers : oneProcess)
	.then((figures) => console.log(JSON.stringify(figures)))
	.catch((error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	})
	.finally(stopAll);
