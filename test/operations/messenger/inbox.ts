import axios from 'axios';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkMessenger } from '../../../nodes/QmarkMessenger/QmarkMessenger.node';
import { seed } from '../../../sandbox/networks/seed';
import { seedTokens } from '../../../sandbox/networks/meta/tokens';
import { jsonOf, runNode } from '../../support/context';
import type { NodeRun } from '../../support/context';
import { metaCredential, openSandbox } from '../../support/sandbox';
import type { Call } from '../facebook/florist';

export const pageId = seed.meta.page.id;
const { customer } = seed.meta;
const onPage = { page: { __rl: true, mode: 'id', value: pageId } };

/** How each channel knows the customer. */
export const ines = {
	messenger: { channel: 'messenger', recipient: customer.messenger },
	instagram: { channel: 'instagram', recipient: customer.instagram },
} as const;

const withoutSecrets = (fields: object | undefined) => Object.fromEntries(Object.entries(fields ?? {}).filter(([name]) => !/token|proof/.test(name)));

/** The florist's page in a sandbox of its own, a customer who writes to it, and the node that answers. */
export async function openInbox() {
	const sandbox = await openSandbox();
	const credentials = metaCredential(sandbox.origin);
	const run = async (parameters: INodeParameters, more: Partial<NodeRun> = {}) =>
		await runNode({ node: new QmarkMessenger(), credentials, parameters: { authentication: 'qmarkMetaOAuth2Api', ...onPage, ...parameters }, ...more });
	const asked = async (method: string): Promise<Call[]> => {
		const { data } = await axios.get<Call[]>(`${sandbox.origin}/_sandbox/requests?network=meta`);
		return data
			.filter((call) => call.method === method && !/oauth/.test(call.path))
			.map(({ host, path, query, body }) => ({ method, host, path: path.replace('/v25.0/', '/'), query, body: withoutSecrets(body) }));
	};
	return {
		sandbox,
		run,
		sample: (file: string) => `${sandbox.origin}/media/samples/${file}`,
		/** For a client that is not the node: the address and the page's token. */
		access: () => ({ origin: sandbox.origin, token: seedTokens.page }),
		/** The customer writes, taps, reacts or comes by a link. */
		does: async (what: object) => await sandbox.settings({ meta: { directMessage: { channel: 'messenger', ...what } } }),
		comments: async (on: string, text: string) => await sandbox.settings({ meta: { comment: { on, from: 'Inês', text } } }),
		/** The JSON of the only item. */
		one: async (parameters: INodeParameters, items?: INodeExecutionData[]): Promise<IDataObject> => (await run(parameters, { items }))[0]?.json ?? {},
		/** What the item that fails says; nothing is thrown. */
		refusal: async (parameters: INodeParameters, items?: INodeExecutionData[]): Promise<IDataObject> => (await run(parameters, { items, continueOnFail: true }))[0]?.json ?? {},
		/** Calls since the last reset that send something. */
		posts: async () => await asked('POST'),
		reads: async () => await asked('GET'),
		/** Messages of the customer's conversation, newest first. */
		conversation: async (channel: 'messenger' | 'instagram' = 'messenger') =>
			jsonOf(await run({ resource: 'message', operation: 'getAll', channel, user: ines[channel].recipient, conversation: '', returnAll: true })),
	};
}

export type Inbox = Awaited<ReturnType<typeof openInbox>>;

export const itemWith = (bytes: Buffer, mimeType: string, fileName: string): INodeExecutionData => ({
	json: {},
	binary: { data: { data: bytes.toString('base64'), mimeType, fileName } },
});

/** ISO time, so many hours from now. */
export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
