import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { QmarkLinkedIn } from '../../../nodes/QmarkLinkedIn/QmarkLinkedIn.node';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { seed } from '../../../sandbox/networks/seed';
import { connect, newConnection } from '../../support/connection';
import { jsonOf, runNode } from '../../support/context';
import { openSandbox } from '../../support/sandbox';
import type { Fault } from '../../support/sandbox';

const { clientId, clientSecret, accounts, organization } = seed.linkedin;
export const page = `urn:li:organization:${organization.id}`;
export const [camille, bruno] = accounts.map(({ id }) => `urn:li:person:${id}`);

/** The page of the sandbox's business, with the node in front of it, and plain calls as LinkedIn documents them beside it. */
export async function openPage() {
	const sandbox = await openSandbox();
	let credentials: Record<string, ICredentialDataDecryptedObject> = {};
	let token = '';
	const run = async (operation: string, parameters: INodeParameters = {}): Promise<IDataObject[]> => {
		const [resource = '', name = ''] = operation.split(':');
		return jsonOf(await runNode({ node: new QmarkLinkedIn(), credentials, parameters: { resource, operation: name, ...parameters } }));
	};
	const rest = async (method: string, path: string, data?: object) =>
		await axios.request({ baseURL: `${sandbox.origin}/api.linkedin.com`, method, url: path, data, validateStatus: () => true, headers: { authorization: `Bearer ${token}`, 'linkedin-version': '202609', 'x-restli-protocol-version': '2.0.0' } });
	return {
		...sandbox,
		run,
		rest,
		/** The first output item. */
		one: async (...asked: Parameters<typeof run>): Promise<IDataObject> => (await run(...asked))[0] ?? {},
		/** What an item fails with. */
		failure: async (operation: string, parameters: INodeParameters = {}) => {
			const [resource = '', name = ''] = operation.split(':');
			return jsonOf(await runNode({ node: new QmarkLinkedIn(), credentials, continueOnFail: true, parameters: { resource, operation: name, ...parameters } }))[0] ?? {};
		},
		/** Begins anew, connected as the first member (who administers the page) or the second (who does not). */
		begin: async ({ member = 0, ...more }: { member?: 0 | 1; feed?: boolean } = {}) => {
			await sandbox.reset();
			const connection = newConnection('qmarkLinkedInOAuth2Api', { gateway: sandbox.origin, clientId, clientSecret, appType: 'community', ...more });
			await connect(connection, { account: accounts[member].id });
			credentials = { qmarkLinkedInOAuth2Api: connection.data };
			const stored = connection.data.oauthTokenData;
			token = typeof stored === 'object' && 'access_token' in stored ? String(stored.access_token) : '';
		},
		/** A post by the documented call alone; answers its URN. */
		posted: async (commentary: string, author = page): Promise<string> => {
			const distribution = { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] };
			const { headers } = await rest('POST', '/rest/posts', { author, commentary, visibility: 'PUBLIC', distribution, lifecycleState: 'PUBLISHED', isReshareDisabledByAuthor: false });
			return String(headers['x-restli-id']);
		},
		fault: async (fault: Omit<Fault, 'network'> & { body?: object }) => await sandbox.fault({ network: 'linkedin', ...fault }),
		/** Calls to paths with this in them. */
		calls: async (part: string) => (await axios.get<RecordedRequest[]>(`${sandbox.origin}/_sandbox/requests`, { params: { network: 'linkedin' } })).data.filter(({ path }) => path.includes(part)),
		/** What is shown, oldest first. */
		shown: async () => (await sandbox.timeline()).map(({ account, kind, text }) => `${account}, ${kind}: ${text}`).reverse(),
	};
}

export type Page = Awaited<ReturnType<typeof openPage>>;
