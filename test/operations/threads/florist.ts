import axios from 'axios';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkThreads } from '../../../nodes/QmarkThreads/QmarkThreads.node';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { seed } from '../../../sandbox/networks/seed';
import { seedToken } from '../../../sandbox/networks/threads/login';
import { jsonOf, runNode } from '../../support/context';
import { openSandbox, threadsCredential } from '../../support/sandbox';
import type { Fault } from '../../support/sandbox';

export const username = seed.threads.accounts[0].name;

interface RunOptions {
	items?: INodeExecutionData[];
	continueOnFail?: boolean;
	executionId?: string;
}

/** The Threads account of the sandbox's business, with the node in front of it, and plain calls as Threads documents them beside it. */
export async function openFlorist() {
	const sandbox = await openSandbox();
	const run = async (operation: string, parameters: INodeParameters = {}, options: RunOptions = {}): Promise<IDataObject[]> => {
		const [resource = '', name = ''] = operation.split(':');
		return jsonOf(await runNode({ node: new QmarkThreads(), credentials: threadsCredential(sandbox.origin), parameters: { resource, operation: name, ...parameters }, ...options }));
	};
	const requests = async () => (await axios.get<RecordedRequest[]>(`${sandbox.origin}/_sandbox/requests`, { params: { network: 'threads' } })).data;
	const http = axios.create({ baseURL: `${sandbox.origin}/graph.threads.net/v1.0`, headers: { authorization: `Bearer ${seedToken}` }, validateStatus: () => true });
	return {
		...sandbox,
		http,
		run,
		/** The first output item. */
		one: async (...asked: Parameters<typeof run>): Promise<IDataObject> => (await run(...asked))[0] ?? {},
		/** A text by the documented calls alone; answers its ID. */
		posted: async (text: string, more: Record<string, string> = {}): Promise<string> => (await http.post('me/threads', new URLSearchParams({ media_type: 'TEXT', text, auto_publish_text: 'true', ...more }))).data.id,
		sample: (name: string) => `${sandbox.origin}/media/samples/${name}`,
		begin: async () => {
			await sandbox.reset();
			await sandbox.settings({ threads: { processingSeconds: 0 } });
		},
		fault: async (fault: Omit<Fault, 'network'> & { body?: object }) => await sandbox.fault({ network: 'threads', ...fault }),
		requests,
		/** The fields of all that was posted to an edge. */
		sent: async (edge: string) => (await requests()).filter(({ method, path }) => method === 'POST' && path.endsWith(edge)).map(({ body }): IDataObject => Object(body)),
		/** What is shown, oldest first. */
		shown: async () => (await sandbox.timeline()).map(({ kind, text }) => `${kind}: ${text}`).reverse(),
	};
}

export type Florist = Awaited<ReturnType<typeof openFlorist>>;
