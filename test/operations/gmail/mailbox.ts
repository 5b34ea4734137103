import { createHash } from 'node:crypto';
import { simpleParser } from 'mailparser';
import type { IBinaryKeyData, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkGmail } from '../../../nodes/QmarkGmail/QmarkGmail.node';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { seed } from '../../../sandbox/networks/seed';
import { connect, newConnection, storeOf } from '../../support/connection';
import type { Connection } from '../../support/connection';
import { runNode, searchList } from '../../support/context';
import { openSandbox } from '../../support/sandbox';
import type { Fault, Sandbox } from '../../support/sandbox';

const [camille, bruno] = seed.google.accounts;
export const me = camille.name;
export const colleague = bruno.name;

export const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A file of an item. */
export const file = (fileName: string, mimeType: string, bytes: Buffer): IBinaryKeyData[string] => ({ fileName, mimeType, data: bytes.toString('base64') });

/** Bytes without a pattern, the same every time. */
export function noise(size: number): Buffer {
	const bytes = Buffer.alloc(size);
	for (let at = 0, state = 7; at < size; at++) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		bytes[at] = state >>> 24;
	}
	return bytes;
}

export const html = { emailType: 'html', html: '<p>Bonjour</p>' } as const satisfies INodeParameters;
export const text = { emailType: 'text', text: 'Bonjour' } as const satisfies INodeParameters;

/** `colleague`: full access to another mailbox. */
export type Access = 'full' | 'send' | 'colleague';

interface More {
	resource?: string;
	items?: INodeExecutionData[];
	binary?: IBinaryKeyData;
	continueOnFail?: boolean;
	/** `full` unless given. */
	access?: Access;
}

/** A running sandbox and the node in front of Camille's mailbox. */
export class Mailbox {
	private sandbox?: Sandbox;
	private connections: Partial<Record<Access, Connection>> = {};

	async start(quotaUnitsPerMinute = 10_000_000) {
		this.sandbox = await openSandbox();
		await this.settings({ unitsPerMinute: 0 });
		for (const access of ['full', 'send', 'colleague'] as const) {
			const app = { clientId: seed.google.clientId, clientSecret: seed.google.clientSecret };
			const connection = newConnection('qmarkGmailOAuth2Api', { ...app, access: access === 'send' ? 'send' : 'full', gateway: this.open.origin, quotaUnitsPerMinute });
			await connect(connection, { account: access === 'colleague' ? bruno.id : camille.id });
			this.connections[access] = connection;
		}
	}

	async stop() {
		await this.sandbox?.close();
	}

	get open(): Sandbox {
		if (!this.sandbox) throw new Error('The sandbox is not open.');
		return this.sandbox;
	}

	credentials(access: Access = 'full') {
		return { qmarkGmailOAuth2Api: this.connections[access]?.data ?? {} };
	}

	settings = async (google: object) => await this.open.settings({ google });
	fault = async (fault: Omit<Fault, 'network'> & { body?: object }) => await this.open.fault({ network: 'google', ...fault });

	clearFaults = async () => void (await fetch(`${this.open.origin}/_sandbox/faults`, { method: 'DELETE' }));

	async run(operation: string, parameters: INodeParameters = {}, { resource = 'message', binary, items = [{ json: {}, ...(binary && { binary }) }], continueOnFail, access }: More = {}) {
		return await runNode({ node: new QmarkGmail(), parameters: { resource, operation, ...parameters }, credentials: this.credentials(access), items, continueOnFail });
	}

	json = async (...input: Parameters<Mailbox['run']>): Promise<IDataObject[]> => (await this.run(...input)).map(({ json }) => json);
	one = async (...input: Parameters<Mailbox['run']>): Promise<IDataObject> => (await this.json(...input))[0] ?? {};

	async search(method: string, filter?: string) {
		return await searchList({ node: new QmarkGmail(), parameters: {}, credentials: this.credentials() }, method, filter);
	}

	/** Gmail itself, asked past the node. */
	async gmail<T = IDataObject>(path: string, body?: object): Promise<T> {
		const { access_token: token } = storeOf(this.connections.full ?? newConnection('', {}));
		const headers = { authorization: `Bearer ${String(token)}`, 'content-type': 'application/json' };
		const answer = await fetch(`${this.open.origin}/gmail.googleapis.com/gmail/v1/users/me/${path}`, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) });
		if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
		return (answer.status === 204 ? {} : await answer.json()) as T;
	}

	/** The message as Gmail holds it, read by mailparser. */
	async read(id: unknown) {
		const { raw, ...message } = await this.gmail<{ raw: string; threadId: string; labelIds: string[] }>(`messages/${String(id)}?format=raw`);
		const bytes = Buffer.from(raw, 'base64url');
		return { ...message, bytes, source: bytes.toString('latin1'), parsed: await simpleParser(bytes) };
	}

	/** Lets a mail arrive; answers its ID and thread. */
	async arrived(letter: { from?: string; subject?: string; text?: string; html?: string; messageId?: string; attachments?: object[]; headers?: Record<string, string>; labels?: string[]; inReplyTo?: string }) {
		await this.settings({ mail: { to: me, ...letter } });
		const { messages } = await this.gmail<{ messages: { id: string; threadId: string }[] }>('messages?maxResults=1&includeSpamTrash=true');
		return messages[0] ?? { id: '', threadId: '' };
	}

	/** How many mails each address got. */
	async deliveries(): Promise<Record<string, number>> {
		const answer = await fetch(`${this.open.origin}/mail.google.com/_deliveries`);
		return (await answer.json()) as Record<string, number>;
	}

	/** What the node put on the wire while `work` ran: method and path behind the mailbox, parameters, body, status. */
	async wire(work: () => Promise<unknown>) {
		const before = (await this.requests()).at(-1)?.seq ?? 0;
		await work();
		return (await this.requests(before)).map(({ method, path, query, body, status }) => ({ call: `${method} ${path.replace('/gmail.googleapis.com', '').replace('/gmail/v1/users/me', '')}`, query, body, status }));
	}

	/** How many calls went to a path. */
	requestsTo = async (path: string): Promise<number> => (await this.requests()).filter((request) => request.path.endsWith(path)).length;

	private async requests(since = 0): Promise<RecordedRequest[]> {
		const answer = await fetch(`${this.open.origin}/_sandbox/requests?network=google&since=${since}`);
		return (await answer.json()) as RecordedRequest[];
	}
}
