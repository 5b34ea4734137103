import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkGoogleAds } from '../../../nodes/QmarkGoogleAds/QmarkGoogleAds.node';
import { seedResources } from '../../../sandbox/networks/google/ads/seed';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { seed } from '../../../sandbox/networks/seed';
import { runNode, searchList } from '../../support/context';
import type { NodeRun } from '../../support/context';
import { googleAdsCredential } from '../../support/google';
import { openSandbox } from '../../support/sandbox';

export const { customerId: customer, managerId: manager } = seed.google;
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** ID of a thing that the sandbox's account has from the beginning. */
const seeded = (collection: string, name: string): string => {
	const found = [...seedResources()].find((one) => one.resourceName.startsWith(`customers/${customer}/${collection}/`) && one.name === name);
	return String(found?.id);
};

/** Conversion actions: one that imports clicks, one of the website, one that takes nothing from outside. */
export const inShop = seeded('conversionActions', 'Vente en boutique');
export const online = seeded('conversionActions', 'Commande en ligne');
export const byPhone = seeded('conversionActions', 'Appel à la boutique');
export const loyal = seeded('userLists', 'Clients fidèles');

/** A click on the sandbox's ads. */
export const gclid = 'Cj0KCQiSANDBOXclick_0001';

/** A sale in the shop that is right in every way. */
export const sale = {
	resource: 'conversion',
	operation: 'send',
	account: byId(customer),
	conversionAction: byId(inShop),
	eventTime: '',
	eventSource: 'WEB',
	transactionId: 'A-1001',
	click: { gclid },
	person: {},
	consent: { adUserData: 'GRANTED', adPersonalization: 'GRANTED' },
	details: { conversionValue: 49.9, currency: 'EUR' },
	options: {},
} satisfies INodeParameters;

export interface Call {
	method: string;
	path: string;
	query: IDataObject;
	body: IDataObject & { destinations: IDataObject[]; events: IDataObject[]; audienceMembers: IDataObject[] };
	status: number | null;
}

/** An instant so many seconds ago, as the panel gives it. */
export const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

/** The florist's data in a sandbox of its own, and the node that sends it. */
export async function openDataShop() {
	const sandbox = await openSandbox();
	let credentials: NodeRun['credentials'] = {};
	const run = async (parameters: INodeParameters, more: Partial<NodeRun> = {}) => await runNode({ node: new QmarkGoogleAds(), credentials, parameters: { account: byId(customer), ...parameters }, ...more });
	const seen = async <T>(path: string): Promise<T> => (await axios.get<T>(`${sandbox.origin}/datamanager.googleapis.com${path}`)).data;
	const token = () => String({ access_token: '', ...(typeof credentials.qmarkGoogleAdsOAuth2Api?.oauthTokenData === 'object' ? credentials.qmarkGoogleAdsOAuth2Api.oauthTokenData : {}) }.access_token);
	return {
		sandbox,
		run,
		one: async (parameters: INodeParameters = {}, items?: INodeExecutionData[]): Promise<IDataObject> => (await run(parameters, { items }))[0]?.json ?? {},
		refusal: async (parameters: INodeParameters): Promise<IDataObject> => (await run(parameters, { continueOnFail: true }))[0]?.json ?? {},
		/** All is new; `google` are settings of the sandbox, `more` changes the credential. */
		reset: async (google: object = {}, more: ICredentialDataDecryptedObject = {}) => {
			await sandbox.reset();
			await sandbox.settings({ google });
			credentials = await googleAdsCredential(sandbox.origin, more);
			await axios.delete(`${sandbox.origin}/_sandbox/requests`);
		},
		/** What went over the wire to either API. */
		calls: async (): Promise<Call[]> => {
			const { data } = await axios.get<(Call & RecordedRequest)[]>(`${sandbox.origin}/_sandbox/requests?network=google`);
			return data.filter(({ host, path }) => /googleads|datamanager/.test(host) && !path.startsWith('/_')).map(({ method, path, query, body, status }) => ({ method, path, query, body, status }));
		},
		/** What the sandbox took. */
		events: async () => await seen<{ account: string; conversionAction: string; event: IDataObject; error?: string }[]>('/_events'),
		people: async () => await seen<{ audience: string; people: IDataObject[][] }[]>('/_audiences'),
		list: async (method: string, filter?: string, more: INodeParameters = {}) => {
			const parameters: INodeParameters = { resource: 'conversion', operation: 'send', account: byId(customer), ...more };
			return await searchList({ node: new QmarkGoogleAds(), credentials, parameters, services: { currentNodeParameters: parameters } }, method, filter);
		},
		/** For a client that is not the node. */
		client: (host = 'datamanager.googleapis.com/v1') => axios.create({ baseURL: `${sandbox.origin}/${host}`, headers: { Authorization: `Bearer ${token()}` }, validateStatus: () => true }),
	};
}

export type DataShop = Awaited<ReturnType<typeof openDataShop>>;
