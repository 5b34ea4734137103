import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IBinaryKeyData, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkTelegram } from '../../../nodes/QmarkTelegram/QmarkTelegram.node';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { seed } from '../../../sandbox/networks/seed';
import { startSandbox } from '../../../sandbox/networks/server';
import type { Sandbox } from '../../../sandbox/networks/server';
import { root } from '../../support/sources';
import { runNode, searchList } from '../../support/context';

export const { telegram: world } = seed;
export const locator = (value: string | number, mode = 'id'): INodeParameters => ({ __rl: true, mode, value: String(value) });
const samples = join(root, 'sandbox/networks/media');

/** A sample of the sandbox as the binary field of an item. */
export const sample = (fileName: string, mimeType: string): IBinaryKeyData => ({ data: { fileName, mimeType, data: readFileSync(join(samples, fileName)).toString('base64') } });

/** Bytes that only count. */
export const bytes = (size: number, mimeType = 'image/jpeg'): IBinaryKeyData => ({ data: { fileName: 'big.bin', mimeType, data: Buffer.alloc(size, 1).toString('base64') } });

/** A running sandbox and the node in front of it. Each chat it hands out is new, so that Telegram's pace for one chat never slows a test. */
export class Bot {
	private sandbox: Sandbox = { origin: '', close: async () => undefined };
	private lastChat = 6_000_000_000;

	async start() {
		this.sandbox = await startSandbox({ port: 0 });
		await this.admin('settings', { telegram: { perSecond: 0, perChatPerSecond: 0, perGroupPerMinute: 0 } });
	}

	async stop() {
		await this.sandbox.close();
	}

	get origin() {
		return this.sandbox.origin;
	}

	get credentials() {
		return { accessToken: world.token, baseUrl: `${this.origin}/api.telegram.org`, messagesPerSecond: 5000, paymentProviderToken: '123456789:TEST:sandbox-not-a-real-token' };
	}

	subscriber = () => ++this.lastChat;
	sampleUrl = (name: string) => `${this.origin}/media/samples/${name}`;

	/** Runs one operation; `chatId` is a new subscriber unless given. */
	async run(operation: string, parameters: INodeParameters = {}, more: { resource?: string; items?: INodeExecutionData[]; binary?: IBinaryKeyData; continueOnFail?: boolean; executionId?: string; credential?: { paymentProviderToken: string } } = {}) {
		const { resource = 'message', binary, items = [{ json: {}, ...(binary && { binary }) }], continueOnFail, executionId, credential } = more;
		const all = { resource, operation, chatId: locator(this.subscriber()), ...parameters };
		return await runNode({ node: new QmarkTelegram(), parameters: all, credentials: { qmarkTelegramApi: { ...this.credentials, ...credential } }, items, continueOnFail, executionId });
	}

	async json(...input: Parameters<Bot['run']>): Promise<IDataObject[]> {
		return (await this.run(...input)).map(({ json }) => json);
	}

	/** A text message in a chat of its own, to act upon. */
	async message(text = 'Bonjour') {
		const chat = this.subscriber();
		const [sent] = await this.json('sendText', { chatId: locator(chat), text });
		return { chat, chatId: locator(chat), messageId: String(sent?.message_id) };
	}

	async search(filter?: string) {
		return await searchList({ node: new QmarkTelegram(), parameters: {}, credentials: { qmarkTelegramApi: this.credentials } }, 'searchChats', filter);
	}

	/** The updates that wait for the bot, taken away: what people did. */
	async updates(): Promise<Record<string, IDataObject>[]> {
		const api = `${this.origin}/api.telegram.org/bot${world.token}/getUpdates`;
		const { result }: { result: (Record<string, IDataObject> & { update_id: number })[] } = JSON.parse(await (await fetch(api)).text());
		await fetch(`${api}?offset=${Number(result.at(-1)?.update_id ?? 0) + 1}`);
		return result;
	}

	async admin(path: string, body: object) {
		const answer = await fetch(`${this.origin}/_sandbox/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
		if (!answer.ok) throw new Error(await answer.text());
	}

	/** What the node put on the wire while `work` ran: method and parameters, nested objects parsed. */
	async wire(work: () => Promise<unknown>) {
		const before = (await this.requests()).at(-1)?.seq ?? 0;
		await work();
		return (await this.requests(before)).map(({ path, body, status }) => ({ method: path.split('/').at(-1), status, body: normalised(body) }));
	}

	private async requests(since = 0): Promise<RecordedRequest[]> {
		const answer = await fetch(`${this.origin}/_sandbox/requests?network=telegram&since=${since}`);
		const entries: RecordedRequest[] = JSON.parse(await answer.text());
		return entries;
	}
}

/** Forms carry nested objects as JSON text and everything else as strings; both clients' calls look alike after this. */
export const normalised = (body: unknown): unknown =>
	typeof body === 'object' && body !== null
		? Object.fromEntries(
				Object.entries(body)
					.filter(([name]) => name !== 'method')
					.map(([name, value]) => [name, typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : plain(value)]),
			)
		: body;

const plain = (value: unknown) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value);
