import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';
import { runNode } from '../../support/context';
import type { Core, NodeRun } from '../../support/context';
import { root } from '../../support/sources';

export interface Installed {
	name: string;
	/** Where its packages are. */
	folder: string;
	core(): Core;
}

const at = (name: string, folder: string): Installed => ({
	name,
	folder,
	core: () => jest.requireActual<Core>(join(folder, 'n8n-core')),
});

const sandboxed = join(root, '.qmark', 'n8n', 'node_modules');

/** The n8n-core that this repository tests with, and that of the n8n which `npm start` has installed, where there is one. */
export const installations: readonly Installed[] = [
	at('the n8n-core of this repository', join(root, 'node_modules')),
	...(existsSync(join(sandboxed, 'n8n-core')) ? [at('the n8n of npm start', sandboxed)] : []),
];

/** A call as a token endpoint or an API sees it. */
export interface Call {
	path: string;
	authorization: string;
	form: Record<string, string>;
}

export interface Answer {
	status?: number;
	body: object;
	/** Milliseconds until it is given. */
	after?: number;
}

/** A vendor that answers what a test tells it to: `answers` in turn, the last one for ever. */
export async function openVendor() {
	const calls: Call[] = [];
	let answers: Answer[] = [];
	const server = createServer((request, response) => {
		let text = '';
		request.on('data', (piece) => (text += String(piece)));
		request.on('end', () => {
			calls.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', form: Object.fromEntries(new URLSearchParams(text)) });
			const { status = 200, body, after = 0 } = (answers.length > 1 ? answers.shift() : answers[0]) ?? { body: {} };
			setTimeout(() => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)), after);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
	return {
		origin,
		calls,
		answer: (...next: Answer[]) => {
			answers = next;
			calls.length = 0;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Does `work` in the context that n8n gives a node with this credential. */
export async function inNode<T>(core: Core, run: Pick<NodeRun, 'credentials' | 'ids' | 'services'>, work: (context: IExecuteFunctions) => Promise<T>): Promise<T> {
	const results: T[] = [];
	const node: INodeType = {
		description: { displayName: 'Probe', name: 'probe', group: ['transform'], version: 1, description: 'Tells what n8n does', defaults: {}, inputs: ['main'], outputs: ['main'], credentials: [{ name: type }], properties: [] },
		async execute() {
			results.push(await work(this));
			return [[]];
		},
	};
	await runNode({ node, parameters: {}, core, ...run });
	const [result] = results;
	if (result === undefined) throw new Error('The probe gave no result.');
	return result;
}

/** The type whose store the probes use: plain OAuth2, client in the body. */
export const type = 'qmarkThreadsOAuth2Api';

export const stored = (gateway: string, oauthTokenData: IDataObject): ICredentialDataDecryptedObject => ({ clientId: 'an-app', clientSecret: 'a-secret-of-tests', gateway, oauthTokenData });
