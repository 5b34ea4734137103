import axios from 'axios';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkWhatsApp } from '../../../nodes/QmarkWhatsApp/QmarkWhatsApp.node';
import { seedTokens } from '../../../sandbox/networks/meta/tokens';
import { Webhooks } from '../../../sandbox/networks/meta/webhooks/webhooks';
import { seed } from '../../../sandbox/networks/seed';
import { runNode, searchList } from '../../support/context';
import type { NodeRun } from '../../support/context';
import { metaCredential, openSandbox } from '../../support/sandbox';
import { passTime } from '../../support/time';

/** One call as it went over the wire, without tokens and proofs. */
export interface Call {
	method: string;
	host: string;
	path: string;
	query: IDataObject;
	body: IDataObject;
	status: number;
}

export const { businessAccountId, phoneNumberId } = seed.meta.whatsapp;
export const customer = seed.meta.customer;
/** Of somebody who may be written to at any time, unless a test closes that. */
export const stranger = '33612345678';

export const locator = (value: string, mode = 'id') => ({ __rl: true, mode, value });
export const account = locator(businessAccountId);
const onNumber = { phoneNumber: locator(phoneNumberId) };

const withoutSecrets = (fields: object | undefined) => Object.fromEntries(Object.entries(fields ?? {}).filter(([name]) => !/token|proof/.test(name)));

export const systemUser = (origin: string) => ({
	qmarkMetaSystemUserApi: { accessToken: seedTokens.systemUser, clientSecret: seed.meta.appSecret, gateway: origin, graphVersion: 'v25.0' },
});

/** The florist's number in a sandbox of its own, and the node that writes from it. */
export async function openShop() {
	const sandbox = await openSandbox();
	let credentials: NodeRun['credentials'] = metaCredential(sandbox.origin);
	const told = jest.spyOn(Webhooks.prototype, 'send');
	const node = (parameters: INodeParameters, more: Partial<NodeRun> = {}): NodeRun => ({ node: new QmarkWhatsApp(), credentials, parameters: { ...onNumber, ...parameters }, ...more });
	const run = async (parameters: INodeParameters, more: Partial<NodeRun> = {}) => await runNode(node(parameters, more));
	const requests = async (): Promise<Call[]> => {
		const { data } = await axios.get<Call[]>(`${sandbox.origin}/_sandbox/requests?network=meta`);
		return data
			.filter(({ path }) => !/oauth/.test(path))
			.map(({ method, host, path, query, body, status }) => ({ method, host, path: path.replace('/v25.0/', '/'), query: withoutSecrets(query), body: withoutSecrets(body), status }));
	};
	return {
		sandbox,
		run,
		sample: (file: string) => `${sandbox.origin}/media/samples/${file}`,
		reset: async () => {
			await sandbox.reset();
			await sandbox.settings({ meta: { whatsapp: { refusals: 'error' } } });
			// What may be sent instead of a free-form message is asked once a minute.
			passTime(61_000);
			told.mockClear();
			credentials = metaCredential(sandbox.origin);
		},
		close: async () => {
			told.mockRestore();
			await sandbox.close();
		},
		whatsapp: async (settings: object) => await sandbox.settings({ meta: { whatsapp: settings } }),
		/** The customer, or somebody else, writes. */
		incoming: async (message: object) => await sandbox.settings({ meta: { whatsappMessage: message } }),
		/** The JSON of the only item. */
		one: async (parameters: INodeParameters, items?: INodeExecutionData[]): Promise<IDataObject> => (await run(parameters, { items }))[0]?.json ?? {},
		/** The same of an item that fails. */
		failed: async (parameters: INodeParameters, items?: INodeExecutionData[]): Promise<IDataObject> => (await run(parameters, { items, continueOnFail: true }))[0]?.json ?? {},
		search: async (method: string, filter?: string) => await searchList(node({}), method, filter),
		requests,
		/** Bodies of the messages. */
		messages: async () => (await requests()).filter(({ path }) => path.endsWith('/messages')).map(({ body }) => body),
		/** Values of the webhooks that the app was told, by field. */
		webhooks: (field = 'messages') => told.mock.calls.flatMap(([, entry]) => (entry.changes ?? []).filter((change) => change.field === field).map(({ value }) => value)),
	};
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

/** An item with a file in its field `data`. */
export const itemWith = (bytes: Buffer, mimeType: string, fileName: string): INodeExecutionData => ({
	json: {},
	binary: { data: { data: bytes.toString('base64'), mimeType, fileName } },
});

/** Common parts of a message to `stranger`. */
export const message = (operation: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'message', operation, recipient: stranger, ...more });
