import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkPinterest } from '../../../nodes/QmarkPinterest/QmarkPinterest.node';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { adAccounts } from '../../../sandbox/networks/pinterest/ads/seed';
import { jsonOf, runNode, searchList } from '../../support/context';
import type { NodeRun } from '../../support/context';
import { pinterestCredential } from '../../support/connected';
import { judgePinterest } from '../../support/pinterestSpec';
import { openSandbox } from '../../support/sandbox';
import type { Fault } from '../../support/sandbox';

/** The journal writes a list as an object with numbers for names. */
const asSent = (body: unknown): unknown => (typeof body === 'object' && body !== null && '0' in body ? Object.values(body) : body);

/** One call as it went over the wire. */
export interface Call {
	method: string;
	path: string;
	query: IDataObject;
	body: unknown;
	status: number | null;
}

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** In euros, and in yen. */
export const [euros, yen] = adAccounts;

/** The florist's ad accounts in a sandbox of their own, and the node that works in the one in euros. */
export async function openAdvertiser() {
	const sandbox = await openSandbox();
	const judge = judgePinterest();
	const connect = async (more: ICredentialDataDecryptedObject = {}) => await pinterestCredential(sandbox.origin, { features: ['ads', 'pins'], ...more });
	let credentials = await connect();
	const parts = (parameters: INodeParameters, more: Partial<NodeRun>): NodeRun => ({ node: new QmarkPinterest(), credentials, parameters: { adAccount: byId(euros.id), ...parameters }, ...more });
	const run = async (parameters: INodeParameters, more: Partial<NodeRun> = {}): Promise<INodeExecutionData[]> => await runNode(parts(parameters, more));
	return {
		sandbox,
		run,
		/** Items one by one, as the operation table has them. */
		alone: async (parameters: INodeParameters, items?: INodeExecutionData[]): Promise<IDataObject[]> => {
			const each = await Promise.all((items ?? [{ json: {} }]).map(async (item) => await runNode({ ...parts(parameters, { items: [item] }), node: new QmarkPinterest() })));
			return each.flatMap(jsonOf);
		},
		rows: async (parameters: INodeParameters, items?: INodeExecutionData[]): Promise<IDataObject[]> => jsonOf(await run(parameters, { items })),
		one: async (parameters: INodeParameters, items?: INodeExecutionData[]): Promise<IDataObject> => (await run(parameters, { items }))[0]?.json ?? {},
		/** What each item answers, or is refused for. */
		tries: async (parameters: INodeParameters, items?: INodeExecutionData[]): Promise<IDataObject[]> => jsonOf(await run(parameters, { items, continueOnFail: true })),
		/** What the item is refused for. */
		refusal: async (parameters: INodeParameters): Promise<IDataObject> => (await run(parameters, { continueOnFail: true }))[0]?.json ?? {},
		/** Calls of the API since the last reset, oldest first. */
		calls: async (method?: string, match = /./): Promise<Call[]> =>
			(await axios.get<RecordedRequest[]>(`${sandbox.origin}/_sandbox/requests`, { params: { network: 'pinterest' } })).data
				.filter((call) => (method === undefined || call.method === method) && match.test(call.path) && !/oauth/.test(call.path))
				.map(({ path, query, body, status, ...call }) => ({ method: call.method, path: path.replace('/v5', ''), query: { ...query } as IDataObject, body: asSent(body), status })),
		list: async (method: string, filter?: string) => {
			const parameters: INodeParameters = { resource: 'ad', operation: 'get', adAccount: byId(euros.id) };
			return await searchList({ ...parts(parameters, {}), parameters, services: { currentNodeParameters: parameters } }, method, filter);
		},
		fault: async (fault: Omit<Fault, 'network'> & { body?: object }) => await sandbox.fault({ network: 'pinterest', ...fault }),
		/** All is new; `more` changes the credential. */
		reset: async (more: ICredentialDataDecryptedObject = {}) => {
			await sandbox.reset();
			credentials = await connect(more);
		},
		/** Ends; throws where a call or an answer was not as Pinterest describes it. */
		close: async () => {
			judge.stop();
			await sandbox.close();
			if (judge.problems().length > 0) throw new Error(`Not as Pinterest’s OpenAPI document has it:\n${judge.problems().join('\n')}`);
		},
		/** Forgets the calls so far. */
		quiet: async () => void (await axios.delete(`${sandbox.origin}/_sandbox/requests`)),
	};
}

export type Advertiser = Awaited<ReturnType<typeof openAdvertiser>>;
