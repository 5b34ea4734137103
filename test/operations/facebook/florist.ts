import axios from 'axios';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkFacebook } from '../../../nodes/QmarkFacebook/QmarkFacebook.node';
import { seed } from '../../../sandbox/networks/seed';
import { seedTokens } from '../../../sandbox/networks/meta/tokens';
import { runNode } from '../../support/context';
import type { NodeRun } from '../../support/context';
import { metaCredential, openSandbox } from '../../support/sandbox';

/** One call as it went over the wire, without tokens and proofs. */
export interface Call {
	method: string;
	host: string;
	path: string;
	query: IDataObject;
	body: IDataObject;
}

export const pageId = seed.meta.page.id;
const onPage = { page: { __rl: true, mode: 'id', value: pageId } };

const withoutSecrets = (fields: object | undefined) => Object.fromEntries(Object.entries(fields ?? {}).filter(([name]) => !/token|proof/.test(name)));

/** The florist's page in a sandbox of its own, and the node that acts as it. */
export async function openFlorist() {
	const sandbox = await openSandbox();
	let credentials = await metaCredential(sandbox.origin);
	const run = async (parameters: INodeParameters, more: Partial<NodeRun> = {}) =>
		await runNode({ node: new QmarkFacebook(), credentials, parameters: { ...onPage, ...parameters }, ...more });
	return {
		sandbox,
		sample: (file: string) => `${sandbox.origin}/media/samples/${file}`,
		reset: async () => {
			await sandbox.reset();
			await sandbox.settings({ meta: { processingSeconds: 0, shortTokenSeconds: 60 * 86_400 } });
			credentials = await metaCredential(sandbox.origin);
		},
		run,
		/** For a client that is not the node: the address and the page's token. */
		access: () => ({ origin: sandbox.origin, token: seedTokens.page }),
		/** The JSON of the only item. */
		one: async (parameters: INodeParameters, items?: INodeExecutionData[]): Promise<IDataObject> => (await run(parameters, { items }))[0]?.json ?? {},
		/** Calls of the Graph API since the last reset that write, without the connection's own. */
		calls: async (method = 'POST'): Promise<Call[]> => {
			const { data } = await axios.get<Call[]>(`${sandbox.origin}/_sandbox/requests?network=meta`);
			return data
				.filter((call) => call.method === method && !/oauth/.test(call.path))
				.map(({ host, path, query, body }) => ({ method, host, path: path.replace('/v25.0/', '/'), query, body: withoutSecrets(body) }));
		},
	};
}

export type Florist = Awaited<ReturnType<typeof openFlorist>>;

/** An item with a file in its field `data`. */
export const itemWith = (bytes: Buffer, mimeType: string, fileName: string): INodeExecutionData => ({
	json: {},
	binary: { data: { data: bytes.toString('base64'), mimeType, fileName } },
});

/** `YYYY-MM-DDTHH:mm:ssZ`, so many seconds from now. */
export const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
