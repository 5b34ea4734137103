import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Api } from '../../../nodes/core/api';
import { listSearch } from '../../../nodes/core/search';
import { youtube } from '../../../nodes/platforms/youtube';
import { QmarkYouTube } from '../../../nodes/QmarkYouTube/QmarkYouTube.node';
import { channels } from '../../../sandbox/networks/google/youtube/seed';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { youtubeCredential } from '../../support/connected';
import { jsonOf, runNode, searchList } from '../../support/context';
import { openSandbox } from '../../support/sandbox';
import type { Fault } from '../../support/sandbox';
import { root } from '../../support/sources';

export const [own, others] = channels;

/** One of the sandbox's files as bytes. */
export const sample = (name: string): Buffer => readFileSync(join(root, 'sandbox', 'networks', 'media', name));

const mimes: Readonly<Record<string, string>> = { mp4: 'video/mp4', jpg: 'image/jpeg', png: 'image/png', ogg: 'audio/ogg' };

/** An item with a file in its field `data`. */
export function itemWith(name: string, bytes = sample(name), json: IDataObject = {}): INodeExecutionData {
	return { json, binary: { data: { data: bytes.toString('base64'), mimeType: mimes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', fileName: name } } };
}

interface RunOptions {
	items?: INodeExecutionData[];
	continueOnFail?: boolean;
	executionId?: string;
}

const inId = (value: string) => ({ __rl: true, mode: 'id', value });

/** The florist’s channel in the sandbox, with the node in front of it. */
export async function openChannel() {
	const sandbox = await openSandbox();
	let credentials: Record<string, ICredentialDataDecryptedObject> = {};
	const run = async (operation: string, parameters: INodeParameters = {}, options: RunOptions = {}): Promise<IDataObject[]> => {
		const [resource = '', name = ''] = operation.split(':');
		return jsonOf(await runNode({ node: new QmarkYouTube(), credentials, parameters: { resource, operation: name, ...parameters }, ...options }));
	};
	const one = async (...asked: Parameters<typeof run>): Promise<IDataObject> => (await run(...asked))[0] ?? {};
	const requests = async () =>
		(await axios.get<RecordedRequest[]>(`${sandbox.origin}/_sandbox/requests`, { params: { network: 'google' } })).data.filter(({ host }) => host === 'www.googleapis.com' || host === 'youtubeanalytics.googleapis.com');
	return {
		...sandbox,
		run,
		one,
		requests,
		credentials: () => credentials,
		/** Connects after a reset, with permissions for all. */
		begin: async ({ features = ['analytics', 'manage'], ...settings }: { features?: string[] } & IDataObject = {}) => {
			await sandbox.reset();
			await sandbox.settings({ google: { videoProcessingSeconds: 0, accessSeconds: 30 * 86_400, ...settings } });
			credentials = await youtubeCredential(sandbox.origin, { features });
			await axios.delete(`${sandbox.origin}/_sandbox/requests`);
		},
		google: async (settings: object) => await sandbox.settings({ google: settings }),
		fault: async (fault: Omit<Fault, 'network'> & { body?: object }) => await sandbox.fault({ network: 'google', ...fault }),
		url: (name: string) => `${sandbox.origin}/media/samples/${name}`,
		/** What is called, in order. */
		calls: async () => (await requests()).map(({ method, path }) => `${method} ${path.replace('/youtube/v3', '').replace('/upload/', '/upload')}`),
		/** Bodies of what was sent to a path with a method. */
		sent: async (method: string, path: string) => (await requests()).filter((one) => one.method === method && one.path.endsWith(path)).map(({ body }): IDataObject => Object(body)),
		shown: async () => (await sandbox.timeline()).map(({ kind, text }) => `${kind}: ${text}`).reverse(),
		/** A video that is there already; answers its ID. */
		uploaded: async (title: string, parameters: INodeParameters = {}): Promise<string> => String((await one('video:upload', { source: 'binary', title, ...parameters }, { items: [itemWith('bouquet-du-jour.mp4')] })).id),
		searched: async (method: string, filter?: string) => await searchList({ node: new QmarkYouTube(), credentials, parameters: {} }, method, filter),
		inId,
		/** What operations call YouTube by. */
		api: async (): Promise<Api> => {
			let made: Api | undefined;
			const search = listSearch<object>(youtube, (_, api) => {
				made = api;
				return { url: '/channels', qs: { part: 'id', mine: true } };
			}, () => undefined);
			const node = Object.assign(new QmarkYouTube(), { methods: { listSearch: { search } } });
			await searchList({ node, credentials, parameters: {} }, 'search');
			if (!made) throw new Error('There is no connection.');
			return made;
		},
	};
}

export type ChannelStage = Awaited<ReturnType<typeof openChannel>>;
