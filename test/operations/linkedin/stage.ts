import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { linkedin } from '../../../nodes/platforms/linkedin';
import { QmarkLinkedIn } from '../../../nodes/QmarkLinkedIn/QmarkLinkedIn.node';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { seed } from '../../../sandbox/networks/seed';
import { linkedinCredential } from '../../support/connected';
import { executeNode, jsonOf, searchList } from '../../support/context';
import { openSandbox } from '../../support/sandbox';
import type { Fault } from '../../support/sandbox';

export const member = `urn:li:person:${seed.linkedin.accounts[0].id}`;
export const organization = `urn:li:organization:${seed.linkedin.organization.id}`;

export const inList = (value: string) => ({ __rl: true, mode: 'list', value });
export const inId = (value: string) => ({ __rl: true, mode: 'id', value });

type AppType = 'member' | 'community';

interface RunOptions {
	items?: INodeExecutionData[];
	continueOnFail?: boolean;
	executionId?: string;
}

/** A recorded call as LinkedIn’s pages would show it. */
export interface Call {
	method: string;
	path: string;
	query: IDataObject;
	body: IDataObject;
	/** Of the body. */
	bytes: number;
	status: number | null;
}

/** LinkedIn’s node in a sandbox, connected as the member who administers the organization. An app for members, unless `begin` says otherwise: another set of permissions ends the earlier connection. */
export async function openStage() {
	const sandbox = await openSandbox();
	// Nobody shall sit through what LinkedIn takes.
	Object.assign(linkedin.processing, { every: 50, unseen: 300 });
	Object.assign(linkedin.settling, { atMost: 200, every: 50 });
	Object.assign(linkedin.retry, { firstDelay: 20 });
	let credentials: Record<string, ICredentialDataDecryptedObject> = {};
	const connect = async (appType: AppType = 'member') => void (credentials = await linkedinCredential(sandbox.origin, { appType }));
	const node = () => new QmarkLinkedIn();
	const execute = async (operation: string, parameters: INodeParameters = {}, options: RunOptions = {}) => {
		const [resource = '', name = ''] = operation.split(':');
		return await executeNode({ node: node(), credentials, parameters: { resource, operation: name, ...parameters }, ...options });
	};
	const run = async (...asked: Parameters<typeof execute>): Promise<IDataObject[]> => jsonOf((await execute(...asked)).outputs[0] ?? []);
	const calls = async (): Promise<Call[]> => {
		const { data } = await axios.get<RecordedRequest[]>(`${sandbox.origin}/_sandbox/requests`, { params: { network: 'linkedin' } });
		return data.map(({ method, path, query, body, bytes, status }): Call => ({ method, path, query: Object(query), body: Object(body), bytes, status }));
	};
	return {
		...sandbox,
		execute,
		run,
		/** The first output item. */
		one: async (...asked: Parameters<typeof execute>): Promise<IDataObject> => (await run(...asked))[0] ?? {},
		/** The same, of a call that fails. */
		refused: async (operation: string, parameters: INodeParameters = {}, options: RunOptions = {}): Promise<IDataObject> => (await run(operation, parameters, { ...options, continueOnFail: true }))[0] ?? {},
		search: async (method: string, filter?: string) => await searchList({ node: node(), credentials, parameters: {} }, method, filter),
		credentials: () => credentials,
		sample: (name: string) => `${sandbox.origin}/media/samples/${name}`,
		connect,
		begin: async (appType: AppType = 'member') => {
			await sandbox.reset();
			await sandbox.settings({ linkedin: { processingSeconds: 0 } });
			await connect(appType);
			await axios.delete(`${sandbox.origin}/_sandbox/requests`);
		},
		fault: async (fault: Omit<Fault, 'network'> & { body?: object }) => await sandbox.fault({ network: 'linkedin', ...fault }),
		calls,
		/** Bodies of all posts that were sent. */
		sent: async () => (await calls()).filter(({ method, path }) => method === 'POST' && path === '/rest/posts').map(({ body }) => body),
		/** What is shown, oldest first. */
		shown: async () => (await sandbox.timeline()).map(({ account, kind, text }) => `${account} ${kind}: ${text}`).reverse(),
	};
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
