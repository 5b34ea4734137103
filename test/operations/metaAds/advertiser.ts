import axios from 'axios';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkMetaAds } from '../../../nodes/QmarkMetaAds/QmarkMetaAds.node';
import { seedTokens } from '../../../sandbox/networks/meta/tokens';
import { seed } from '../../../sandbox/networks/seed';
import { runNode, searchList } from '../../support/context';
import type { NodeRun } from '../../support/context';
import { metaCredential, openSandbox } from '../../support/sandbox';

/** One call as it went over the wire, without tokens and proofs. */
export interface Call {
	method: string;
	path: string;
	query: IDataObject;
	body: IDataObject;
	status: number;
}

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** In euros, and in yen. */
export const euros = `act_${seed.meta.adAccount.id}`;
export const yen = `act_${seed.meta.yenAdAccount.id}`;

const withoutSecrets = (fields: object | undefined) => Object.fromEntries(Object.entries(fields ?? {}).filter(([name]) => !/token|proof/.test(name)));

/** The florist's ad accounts in a sandbox of their own, and the node that works in the one in euros. */
export async function openAdvertiser() {
	const sandbox = await openSandbox();
	const credentials = () => metaCredential(sandbox.origin);
	const run = async (parameters: INodeParameters, more: Partial<NodeRun> = {}) =>
		await runNode({ node: new QmarkMetaAds(), credentials: credentials(), parameters: { adAccount: byId(euros), ...parameters }, ...more });
	const one = async (parameters: INodeParameters, items?: INodeExecutionData[]): Promise<IDataObject> => (await run(parameters, { items }))[0]?.json ?? {};
	const calls = async (method = 'POST'): Promise<Call[]> => {
		const { data } = await axios.get<Call[]>(`${sandbox.origin}/_sandbox/requests?network=meta`);
		return data
			.filter((call) => call.method === method && !/oauth/.test(call.path))
			.map(({ path, query, body, status }) => ({ method, path: path.replace('/v26.0/', '/'), query: withoutSecrets(query), body: withoutSecrets(body), status }));
	};
	const campaignIn = async (account = euros, more: INodeParameters = {}) => {
		const parameters = { resource: 'campaign', operation: 'create', name: 'Printemps', objective: 'OUTCOME_TRAFFIC', adAccount: byId(account), ...more };
		return String((await one(parameters)).id);
	};
	const adSetIn = async (campaign: string, more: INodeParameters = {}) => {
		const targeting = { countries: 'CH' };
		const parameters = { resource: 'adSet', operation: 'create', name: 'Suisse', campaign: byId(campaign), dailyBudget: 12.5, targeting, ...more };
		return String((await one(parameters)).id);
	};
	return {
		sandbox,
		run,
		one,
		calls,
		campaignIn,
		adSetIn,
		asSystemUser: async (parameters: INodeParameters) => {
			const qmarkMetaSystemUserApi = { accessToken: seedTokens.systemUser, clientSecret: seed.meta.appSecret, gateway: sandbox.origin, graphVersion: 'v25.0' };
			return await run(parameters, { credentials: { qmarkMetaSystemUserApi } });
		},
		/** What the item is refused for. */
		refusal: async (parameters: INodeParameters) => (await run(parameters, { continueOnFail: true }))[0]?.json ?? {},
		creative: async () => {
			const parameters = { resource: 'creative', operation: 'create', name: 'Bouquet', page: byId(seed.meta.page.id), link: 'https://example.com/bouquets' };
			return String((await one(parameters)).id);
		},
		adIn: async (adSet: string, creativeId: string, name = 'Bouquet rouge') => String((await one({ resource: 'ad', operation: 'create', name, adSet: byId(adSet), creativeId })).id),
		list: async (method: string, filter?: string, more: INodeParameters = {}) => {
			const parameters: INodeParameters = { authentication: 'qmarkMetaOAuth2Api', resource: 'ad', operation: 'get', adAccount: byId(euros), ...more };
			return await searchList({ node: new QmarkMetaAds(), credentials: credentials(), parameters, services: { currentNodeParameters: parameters } }, method, filter);
		},
		/** For a client that is not the node. */
		client: () => axios.create({ baseURL: `${sandbox.origin}/graph.facebook.com/v26.0`, headers: { Authorization: `Bearer ${seedTokens.user}` }, validateStatus: () => true }),
		reset: async () => {
			await sandbox.reset();
			await sandbox.settings({ meta: { processingSeconds: 0, shortTokenSeconds: 60 * 86_400 } });
		},
		/** Forgets the calls so far. */
		quiet: async () => void (await axios.delete(`${sandbox.origin}/_sandbox/requests`)),
	};
}

export type Advertiser = Awaited<ReturnType<typeof openAdvertiser>>;
