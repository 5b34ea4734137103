import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkTikTok } from '../../../nodes/QmarkTikTok/QmarkTikTok.node';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { seed } from '../../../sandbox/networks/seed';
import { tiktokCredential } from '../../support/connected';
import { jsonOf, runNode } from '../../support/context';
import { openSandbox } from '../../support/sandbox';
import { root } from '../../support/sources';
import type { Fault } from '../../support/sandbox';
import { MINUTE, hurry, passTime, presentTime } from '../../support/time';

export const [{ id: openId, name }] = seed.tiktok.accounts;
export const username = 'ateliercamelia';
export const features = ['publish', 'upload', 'list', 'profile', 'stats'];

interface RunOptions {
	items?: INodeExecutionData[];
	continueOnFail?: boolean;
	executionId?: string;
	signal?: AbortSignal;
}

/** An item with a file in its field `data`. */
export const itemWith = (bytes: Buffer, mimeType = 'video/mp4', fileName = 'bouquet.mp4'): INodeExecutionData => ({ json: {}, binary: { data: { data: bytes.toString('base64'), mimeType, fileName } } });

export const sampleFile = (file: string): Buffer => readFileSync(join(root, 'sandbox', 'networks', 'media', file));

const init = /\/init\/$/;

/** The TikTok account of the sandbox's business, with the node in front of it. */
export async function openFlorist() {
	const sandbox = await openSandbox();
	// TikTok is asked every five seconds.
	hurry();
	let credentials: Record<string, ICredentialDataDecryptedObject> = {};
	const run = async (operation: string, parameters: INodeParameters = {}, options: RunOptions = {}): Promise<IDataObject[]> => {
		const [resource = '', operationName = ''] = operation.split(':');
		return jsonOf(await runNode({ node: new QmarkTikTok(), credentials, parameters: { resource, operation: operationName, ...parameters }, ...options }));
	};
	const requests = async () => (await axios.get<RecordedRequest[]>(`${sandbox.origin}/_sandbox/requests`, { params: { network: 'tiktok' } })).data.filter(({ path }) => !/oauth|authorize/.test(path));
	return {
		...sandbox,
		close: async () => {
			presentTime();
			await sandbox.close();
		},
		run,
		/** The first output item. */
		one: async (...asked: Parameters<typeof run>): Promise<IDataObject> => (await run(...asked))[0] ?? {},
		/** What a refused item says. */
		refusal: async (operation: string, parameters: INodeParameters, items?: INodeExecutionData[]): Promise<IDataObject> => {
			const [{ error = '', details = {} } = {}] = await run(operation, parameters, { items, continueOnFail: true });
			return { error: String(error), ...Object(details) };
		},
		sample: (file: string) => `${sandbox.origin}/media/samples/${file}`,
		/** Another person connects, or the same one for other permissions. */
		connect: async (more: ICredentialDataDecryptedObject = { features }) => void (credentials = await tiktokCredential(sandbox.origin, more)),
		/** Everything as if nothing had ever happened, and a minute later, so that no pace is used up. */
		begin: async () => {
			await sandbox.reset();
			passTime(2 * MINUTE);
			credentials = await tiktokCredential(sandbox.origin, { features });
		},
		set: async (tiktok: object) => await sandbox.settings({ tiktok }),
		fault: async (fault: Omit<Fault, 'network'> & { body?: object }) => await sandbox.fault({ network: 'tiktok', ...fault }),
		requests,
		/** Bodies of the calls whose path ends so. */
		sent: async (ending: string) => (await requests()).filter(({ path }) => path.endsWith(ending)).map(({ body }): IDataObject => Object(body)),
		inits: async () => (await requests()).filter(({ path }) => init.test(path)).length,
		/** HTTP statuses of the chunks, in order; null for one whose answer was lost. */
		chunks: async () => (await requests()).filter(({ method }) => method === 'PUT').map(({ status }) => status),
		/** What is shown, oldest first. */
		shown: async () => (await sandbox.timeline()).map(({ kind, account, text }) => `${account}: ${kind}: ${text}`).reverse(),
	};
}

export type Florist = Awaited<ReturnType<typeof openFlorist>>;
