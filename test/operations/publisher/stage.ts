import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkPublisher } from '../../../nodes/QmarkPublisher/QmarkPublisher.node';
import { channels } from '../../../sandbox/networks/google/youtube/seed';
import { seed } from '../../../sandbox/networks/seed';
import { executeNode } from '../../support/context';
import type { NodeRun } from '../../support/context';
import { DataTables } from '../../support/dataTables';
import { metaCredential, openSandbox, telegramCredential, threadsCredential } from '../../support/sandbox';
import type { Fault } from '../../support/sandbox';

export const page = seed.meta.page.id;
export const account = seed.meta.instagram.id;
export const chat = `@${seed.telegram.channel.username}`;
export const profile = seed.threads.accounts[0].id;
export const member = `urn:li:person:${seed.linkedin.accounts[0].id}`;
export const organization = `urn:li:organization:${seed.linkedin.organization.id}`;
export const table = 'QMARK publications';

const inId = (value: string) => ({ __rl: true, mode: 'id', value });
export const accounts: INodeParameters = { facebookAccount: inId(page), instagramAccount: inId(account), pinterestAccount: inId(seed.pinterest.board.id), linkedinAccount: inId(member), telegramAccount: inId(chat), threadsAccount: inId(profile), tiktokAccount: inId(seed.tiktok.accounts[0].id), youtubeAccount: inId(channels[0].id) };

export interface Answer extends IDataObject {
	contentId: string;
	network: string;
	status: string;
}

let executions = 0;

/** The florist’s accounts in a sandbox of their own, a journal, and the Publisher in front of them. */
export async function openPublisher(file?: string) {
	const sandbox = await openSandbox();
	let tables = new DataTables(file);
	/** Connections that a reset ends. */
	let connected: Record<string, ICredentialDataDecryptedObject> = {};
	const run = async (operation: string, contents: IDataObject[], parameters: INodeParameters = {}, more: Partial<NodeRun> = {}) => {
		const [resource = '', name = ''] = operation.split(':');
		const items = more.items ?? contents.map((json): INodeExecutionData => ({ json }));
		const { outputs, waitTill } = await executeNode({
			node: new QmarkPublisher(),
			parameters: { resource, operation: name, ...accounts, ...parameters },
			credentials: { ...metaCredential(sandbox.origin), ...telegramCredential(sandbox.origin), ...threadsCredential(sandbox.origin), ...connected },
			services: { executeWorkflow: tables.executeWorkflow },
			executionId: `publisher-${++executions}`,
			...more,
			items,
		});
		return { answers: (outputs[0] ?? []).map(({ json }) => json as Answer), waitTill: waitTill && new Date(tables.parkedUntil ?? waitTill) };
	};
	return {
		...sandbox,
		accounts,
		run,
		publish: async (contents: IDataObject[], parameters: INodeParameters = {}, more: Partial<NodeRun> = {}) => (await run('content:publish', contents, parameters, more)).answers,
		tables: () => tables,
		/** Connects one more network, until the next reset. */
		connect: (credentials: Record<string, ICredentialDataDecryptedObject>) => void (connected = { ...connected, ...credentials }),
		connected: () => connected,
		sample: (name: string) => `${sandbox.origin}/media/samples/${name}`,
		fault: async (fault: Fault & { body?: object }) => await sandbox.fault(fault),
		clearFaults: async () => void (await axios.delete(`${sandbox.origin}/_sandbox/faults`)),
		texts: async () => (await sandbox.timeline()).map(({ network, text }) => `${network}: ${text}`).sort(),
		begin: async () => {
			await sandbox.reset();
			connected = {};
			await sandbox.settings({ meta: { processingSeconds: 0 }, telegram: { perSecond: 0, perChatPerSecond: 0 }, threads: { processingSeconds: 0 } });
			tables.close();
			tables = new DataTables(file);
		},
		close: async () => {
			tables.close();
			await sandbox.close();
		},
	};
}

export type Publisher = Awaited<ReturnType<typeof openPublisher>>;
