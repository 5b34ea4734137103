import axios from 'axios';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkGoogleAds } from '../../../nodes/QmarkGoogleAds/QmarkGoogleAds.node';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { seed } from '../../../sandbox/networks/seed';
import { assertRequest } from '../../contract/protos';
import { runNode, searchList } from '../../support/context';
import type { NodeRun } from '../../support/context';
import { googleAdsCredential } from '../../support/google';
import { openSandbox } from '../../support/sandbox';

export const { customerId: customer, yenCustomerId: yen } = seed.google;

/** One `:mutate` as it went over the wire. */
export interface Mutate {
	/** `campaigns` */
	collection: string;
	body: IDataObject & { operations?: IDataObject[]; mutateOperations?: IDataObject[]; partialFailure?: boolean; validateOnly?: boolean };
	status: number | null;
}

export const item = (json: IDataObject): INodeExecutionData => ({ json });

/** The florist's Google Ads account, and the node that changes things in it. Every change sent is held against Google's own protos. */
export async function openWriter() {
	const sandbox = await openSandbox();
	let credentials = await googleAdsCredential(sandbox.origin);
	const run = async (parameters: INodeParameters, more: Partial<NodeRun> = {}) => await runNode({ node: new QmarkGoogleAds(), credentials, parameters: { account: customer, ...parameters }, ...more });
	const rows = async (parameters: INodeParameters, more: Partial<NodeRun> = {}): Promise<IDataObject[]> => (await run(parameters, more)).map(({ json }) => json);
	const one = async (parameters: INodeParameters): Promise<IDataObject> => (await rows(parameters))[0] ?? {};
	const journal = async () => (await axios.get<RecordedRequest[]>(`${sandbox.origin}/_sandbox/requests`, { params: { network: 'google' } })).data.filter(({ host }) => host.startsWith('googleads'));
	const find = async (resource: string, name: string, more: INodeParameters = {}): Promise<IDataObject & { id: string }> => {
		const filters = { [resource === 'keyword' ? 'textContains' : 'nameContains']: name };
		const [found] = await rows({ resource, operation: 'getAll', filters, ...more });
		if (!found) throw new Error(`There is no ${resource} “${name}”.`);
		return { ...found, id: String(found.id) };
	};
	return {
		sandbox,
		run,
		rows,
		one,
		find,
		/** What the item is refused for, and how. */
		refusal: async (parameters: INodeParameters): Promise<IDataObject> => (await rows(parameters, { continueOnFail: true }))[0] ?? {},
		/** The changes that were sent, oldest first; refuses those that Google's protos do not know. */
		mutates: async (): Promise<Mutate[]> =>
			(await journal()).flatMap(({ path, body, status }) => {
				const collection = /\/(\w+):mutate$/.exec(path)?.[1];
				if (collection === undefined) return [];
				// Of a call that was cut off on its way there is no body.
				const sent = { ...(body as Mutate['body'] | undefined) };
				if (body) assertRequest(path, sent);
				return [{ collection, body: sent, status }];
			}),
		/** Queries that were asked. */
		queries: async (): Promise<string[]> => (await journal()).flatMap(({ path, body }) => (path.endsWith(':search') ? [String((body as IDataObject).query)] : [])),
		list: async (method: string, filter: string | undefined, more: INodeParameters) => {
			const parameters: INodeParameters = { account: customer, ...more };
			return await searchList({ node: new QmarkGoogleAds(), credentials, parameters, services: { currentNodeParameters: parameters } }, method, filter);
		},
		settings: async (google: object) => await sandbox.settings({ google }),
		reset: async () => {
			await sandbox.reset();
			credentials = await googleAdsCredential(sandbox.origin);
		},
		/** Forgets the calls so far. */
		quiet: async () => void (await axios.delete(`${sandbox.origin}/_sandbox/requests`)),
	};
}

export type Writer = Awaited<ReturnType<typeof openWriter>>;
