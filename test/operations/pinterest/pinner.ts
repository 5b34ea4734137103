import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkPinterest } from '../../../nodes/QmarkPinterest/QmarkPinterest.node';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { seed } from '../../../sandbox/networks/seed';
import { pinterestCredential } from '../../support/connected';
import { jsonOf, runNode, searchList } from '../../support/context';
import { judgePinterest } from '../../support/pinterestSpec';
import { openSandbox } from '../../support/sandbox';
import type { Fault } from '../../support/sandbox';
import { root } from '../../support/sources';

export const { board, accounts } = seed.pinterest;
export const [{ name: username }] = accounts;

const inId = (value: string) => ({ __rl: true, mode: 'id', value });
export const onBoard = { boardId: inId(board.id) };
/** A resource locator that names it by ID. */
export const byId = inId;

const samples = join(root, 'sandbox', 'networks', 'media');

/** A file of an item. */
export const binary = (file: string, mimeType: string) => ({ data: readFileSync(join(samples, file)).toString('base64'), mimeType, fileName: file });

interface RunOptions {
	items?: INodeExecutionData[];
	continueOnFail?: boolean;
	executionId?: string;
}

/** The florist's Pinterest account in a sandbox of its own, with the node in front of it. Every call is judged by Pinterest's own description. */
export async function openPinner() {
	const sandbox = await openSandbox();
	const judge = judgePinterest();
	let credentials: Record<string, ICredentialDataDecryptedObject> = {};
	const node = new QmarkPinterest();
	const connect = async (more: ICredentialDataDecryptedObject = {}) => {
		credentials = await pinterestCredential(sandbox.origin, { features: ['pins', 'secret'], ...more });
	};
	const run = async (operation: string, parameters: INodeParameters = {}, options: RunOptions = {}): Promise<IDataObject[]> => {
		const [resource = '', name = ''] = operation.split(':');
		return jsonOf(await runNode({ node, credentials, parameters: { resource, operation: name, ...parameters }, ...options }));
	};
	const one = async (...asked: Parameters<typeof run>): Promise<IDataObject> => (await run(...asked))[0] ?? {};
	const requests = async () => (await axios.get<RecordedRequest[]>(`${sandbox.origin}/_sandbox/requests`, { params: { network: 'pinterest' } })).data.filter(({ path }) => !path.includes('oauth'));
	const sample = (name: string) => `${sandbox.origin}/media/samples/${name}`;
	const imagePin: INodeParameters = { ...onBoard, source: 'url', imageUrl: sample('tulipes-vase.jpg') };
	return {
		...sandbox,
		run,
		one,
		/** What an item is refused for. */
		refusal: async (operation: string, parameters: INodeParameters = {}, options: RunOptions = {}) => await one(operation, parameters, { continueOnFail: true, ...options }),
		sample,
		imagePin,
		connect,
		/** Pins an image; answers its ID. */
		pinned: async (title: string, more: INodeParameters = {}): Promise<string> => String((await one('pin:createImage', { ...imagePin, title, ...more })).id),
		list: async (method: string, panel: INodeParameters = {}, filter?: string) => {
			const parameters: INodeParameters = { resource: 'pin', operation: 'createImage', ...panel };
			return await searchList({ node, credentials, parameters, services: { currentNodeParameters: parameters } }, method, filter);
		},
		begin: async (settings: object = {}) => {
			await sandbox.reset();
			await sandbox.settings({ pinterest: { processingSeconds: 0, ...settings } });
			await connect();
		},
		fault: async (fault: Omit<Fault, 'network'> & { body?: object }) => await sandbox.fault({ network: 'pinterest', ...fault }),
		requests,
		/** Method and path of each call below the API's base. */
		calls: async () => (await requests()).map(({ method, path }) => `${method} ${path.replace('/v5', '')}`),
		/** What was sent by a method to an address that ends so. */
		sent: async (ending: string, method = 'POST') => (await requests()).filter((call) => call.method === method && call.path.endsWith(ending)).map(({ body }): IDataObject => Object(body)),
		/** The parameters of the last call to an address that ends so. */
		asked: async (ending: string) => (await requests()).findLast(({ path }) => path.endsWith(ending))?.query,
		/** What is shown, oldest first. */
		shown: async () => (await sandbox.timeline()).map(({ kind, text }) => `${kind}: ${text}`).reverse(),
		/** Ends; throws where a call or an answer was not as Pinterest describes it. */
		close: async () => {
			judge.stop();
			await sandbox.close();
			if (judge.problems().length > 0) throw new Error(`Not as Pinterest’s OpenAPI document has it:\n${judge.problems().join('\n')}`);
		},
	};
}

export type Pinner = Awaited<ReturnType<typeof openPinner>>;
