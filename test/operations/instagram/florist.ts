import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axios from 'axios';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkInstagram } from '../../../nodes/QmarkInstagram/QmarkInstagram.node';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { seed } from '../../../sandbox/networks/seed';
import { jsonOf, runNode, searchList } from '../../support/context';
import { metaCredential, openSandbox } from '../../support/sandbox';
import type { Fault } from '../../support/sandbox';

/** The Instagram account of the sandbox's business, with the node in front of it. */
export const accountId = seed.meta.instagram.id;

const samples = join(__dirname, '..', '..', '..', 'sandbox', 'networks', 'media');

/** An item with a file in the binary field `data`. */
export const itemWith = (file: Buffer, mimeType: string, fileName: string): INodeExecutionData => ({
	json: {},
	binary: { data: { data: file.toString('base64'), mimeType, fileName } },
});

export const sampleFile = (name: string) => readFileSync(join(samples, name));

interface RunOptions {
	items?: INodeExecutionData[];
	continueOnFail?: boolean;
	executionId?: string;
	signal?: AbortSignal;
	/** Where Meta answers, if not in the sandbox. */
	gateway?: string;
}

export async function openFlorist() {
	const sandbox = await openSandbox();
	const run = async (operation: string, parameters: INodeParameters, { gateway = sandbox.origin, ...options }: RunOptions = {}): Promise<IDataObject[]> => {
		const [resource = '', name = ''] = operation.split(':');
		const account = { __rl: true, mode: 'id', value: accountId };
		const node = new QmarkInstagram();
		return jsonOf(await runNode({ node, credentials: metaCredential(gateway), parameters: { resource, operation: name, account, ...parameters }, ...options }));
	};
	return {
		...sandbox,
		run,
		/** The first output item. */
		one: async (...asked: Parameters<typeof run>): Promise<IDataObject> => (await run(...asked))[0] ?? {},
		accounts: async (filter?: string) => await searchList({ node: new QmarkInstagram(), credentials: metaCredential(sandbox.origin), parameters: {} }, 'searchAccounts', filter),
		sample: (name: string) => `${sandbox.origin}/media/samples/${name}`,
		/** A sandbox that knows of nothing yet; videos are processed at once. */
		begin: async () => {
			await sandbox.reset();
			await sandbox.settings({ meta: { processingSeconds: 0 } });
		},
		/** `body` stands in for the vendor's own error body. */
		fault: async (fault: Fault & { body?: object }) => await sandbox.fault(fault),
		/** What was put on the wire; `sent` gives the bodies of one edge's POSTs. */
		wire: async () => (await axios.get<RecordedRequest[]>(`${sandbox.origin}/_sandbox/requests`, { params: { network: 'meta' } })).data,
		sent: async (edge: string) =>
			(await axios.get<RecordedRequest[]>(`${sandbox.origin}/_sandbox/requests`, { params: { network: 'meta' } })).data
				.filter(({ method, path }) => method === 'POST' && path.endsWith(edge))
				.map(({ body }) => {
					const { appsecret_proof: proof, ...rest }: IDataObject = Object(body);
					expect(proof).toBe('<secret>');
					return rest;
				}),
		/** What the account shows, without comments, oldest first. */
		shown: async () => (await sandbox.timeline()).filter(({ kind }) => kind !== 'comment').reverse(),
	};
}

export type Florist = Awaited<ReturnType<typeof openFlorist>>;
