import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { QmarkMetaConversions } from '../../../nodes/QmarkMetaConversions/QmarkMetaConversions.node';
import { seed } from '../../../sandbox/networks/seed';
import { seedTokens } from '../../../sandbox/networks/meta/tokens';
import { runNode } from '../../support/context';
import type { NodeRun } from '../../support/context';
import { metaCredential, openSandbox } from '../../support/sandbox';

export const datasetId = seed.meta.dataset.id;

/** What a system user's credential holds. */
const systemUser = (gateway: string) => ({ qmarkMetaSystemUserApi: { accessToken: seedTokens.systemUser, clientSecret: seed.meta.appSecret, gateway, graphVersion: 'v25.0' } });

interface Call {
	path: string;
	body: IDataObject & { data: IDataObject[] };
}

/** Unix seconds, so many before now. */
export const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

/** A purchase on the website that is right in every way. */
export const purchase = {
	resource: 'event',
	operation: 'send',
	dataset: { __rl: true, mode: 'id', value: datasetId },
	eventName: 'Purchase',
	actionSource: 'website',
	eventSourceUrl: 'https://example.com/merci',
	eventTime: '',
	eventId: '',
	userData: { email: 'Mary@Example.com', clientUserAgent: 'Mozilla/5.0 (test)' },
	customData: { value: 49.9, currency: 'EUR', orderId: 'A-1001' },
	privacy: {},
	options: {},
} satisfies INodeParameters;

/** The florist's shop, its dataset in a sandbox of its own, and the node that reports to it. */
export async function openShop() {
	const sandbox = await openSandbox();
	let credentials: NodeRun['credentials'] = metaCredential(sandbox.origin);
	const run = async (parameters: INodeParameters, more: Partial<NodeRun> = {}) => await runNode({ node: new QmarkMetaConversions(), credentials, parameters: { ...purchase, ...parameters }, ...more });
	return {
		sandbox,
		run,
		credentials: () => credentials,
		access: () => ({ origin: sandbox.origin, token: seedTokens.user }),
		asSystemUser: async (parameters: INodeParameters) => await run({ authentication: 'qmarkMetaSystemUserApi', ...parameters }, { credentials: systemUser(sandbox.origin) }),
		reset: async () => {
			await sandbox.reset();
			credentials = metaCredential(sandbox.origin);
		},
		one: async (parameters: INodeParameters = {}): Promise<IDataObject> => (await run(parameters))[0]?.json ?? {},
		/** What went over the wire to the dataset. */
		calls: async (): Promise<Call[]> => {
			const { data } = await axios.get<Call[]>(`${sandbox.origin}/_sandbox/requests?network=meta`);
			return data.filter(({ path }) => path.endsWith('/events'));
		},
		/** What the dataset has. */
		received: async (): Promise<IDataObject[]> => (await axios.get<IDataObject[]>(`${sandbox.origin}/graph.facebook.com/_events`)).data,
	};
}

export type Shop = Awaited<ReturnType<typeof openShop>>;
