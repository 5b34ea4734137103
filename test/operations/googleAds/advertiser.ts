import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkGoogleAds } from '../../../nodes/QmarkGoogleAds/QmarkGoogleAds.node';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { seed } from '../../../sandbox/networks/seed';
import { executeNode, jsonOf, runNode, searchList } from '../../support/context';
import type { NodeRun } from '../../support/context';
import { googleAdsCredential } from '../../support/google';
import { openSandbox } from '../../support/sandbox';

/** One call of the Google Ads API or the Data Manager API as it went over the wire, its version left out. */
export interface Call {
	method: string;
	path: string;
	body: IDataObject;
	status: number | null;
}

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** The shop’s account, and the manager through which it is reached. */
export const { customerId: customer, managerId: manager } = seed.google;

/** The florist's Google Ads account in a sandbox of its own, and the node that works in it. */
export async function openAdvertiser() {
	const sandbox = await openSandbox();
	let credentials = await googleAdsCredential(sandbox.origin);
	const ofAccount = (parameters: INodeParameters): INodeParameters => ({ account: byId(customer), ...parameters });
	const parts = (parameters: INodeParameters, more: Partial<NodeRun>): NodeRun => ({ node: new QmarkGoogleAds(), credentials, parameters: ofAccount(parameters), ...more });
	const run = async (parameters: INodeParameters, more: Partial<NodeRun> = {}): Promise<INodeExecutionData[]> => await runNode(parts(parameters, more));
	const journal = async (): Promise<RecordedRequest[]> => (await axios.get<RecordedRequest[]>(`${sandbox.origin}/_sandbox/requests`, { params: { network: 'google' } })).data;
	return {
		sandbox,
		run,
		/** What a run tells the person, beside its output. */
		execute: async (parameters: INodeParameters, more: Partial<NodeRun> = {}) => await executeNode(parts(parameters, more)),
		rows: async (parameters: INodeParameters, items?: INodeExecutionData[]): Promise<IDataObject[]> => jsonOf(await run(parameters, { items })),
		one: async (parameters: INodeParameters, items?: INodeExecutionData[]): Promise<IDataObject> => (await run(parameters, { items }))[0]?.json ?? {},
		/** What the item is refused for. */
		refusal: async (parameters: INodeParameters): Promise<IDataObject> => (await run(parameters, { continueOnFail: true }))[0]?.json ?? {},
		/** Calls since the last reset, oldest first; of both APIs, unless `match` is narrower. */
		calls: async (match = /./): Promise<Call[]> =>
			(await journal())
				.filter(({ path, host }) => /googleads|datamanager/.test(host) && match.test(path))
				.map(({ method, path, body, status }) => ({ method, path: path.replace(/^\/v\d+/, ''), body: { ...(typeof body === 'object' ? body : {}) }, status })),
		list: async (method: string, filter?: string, more: INodeParameters = {}) => {
			const parameters = ofAccount({ resource: 'query', operation: 'run', ...more });
			return await searchList({ ...parts(parameters, {}), parameters, services: { currentNodeParameters: parameters } }, method, filter);
		},
		/** For a client that is not the node: its paths begin with `/customers`. */
		client: (version = 'v25') => {
			const { oauthTokenData } = credentials.qmarkGoogleAdsOAuth2Api ?? {};
			const token = typeof oauthTokenData === 'object' && 'access_token' in oauthTokenData ? String(oauthTokenData.access_token) : '';
			return axios.create({ baseURL: `${sandbox.origin}/googleads.googleapis.com/${version}`, headers: { Authorization: `Bearer ${token}`, 'login-customer-id': manager }, validateStatus: () => true });
		},
		/** All is new; `more` changes the credential. */
		reset: async (google: object = {}, more: ICredentialDataDecryptedObject = {}) => {
			await sandbox.reset();
			await sandbox.settings({ google });
			credentials = await googleAdsCredential(sandbox.origin, more);
		},
		/** The credential as n8n stores it. */
		stored: () => credentials.qmarkGoogleAdsOAuth2Api ?? {},
		/** Forgets the calls so far. */
		quiet: async () => void (await axios.delete(`${sandbox.origin}/_sandbox/requests`)),
	};
}

export type Advertiser = Awaited<ReturnType<typeof openAdvertiser>>;
