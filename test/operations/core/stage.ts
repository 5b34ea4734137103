import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import type { Api } from '../../../nodes/core/api';
import { operation } from '../../../nodes/core/operation';
import type { Result } from '../../../nodes/core/operation';
import type { Platform } from '../../../nodes/core/platform';
import { propertiesOf } from '../../../nodes/core/properties';
import { runOperations } from '../../../nodes/core/runner';
import { google } from '../../../nodes/platforms/google';
import { QmarkGmail } from '../../../nodes/QmarkGmail/QmarkGmail.node';
import { runNode } from '../../support/context';

export const token = 'FAKE-ACCESS-TOKEN';

export interface Received {
	method: string;
	path: string;
	headers: IncomingMessage['headers'];
	body: string;
	/** When it was answered, in ms since 1970. */
	at: number;
}

type Answer = (req: IncomingMessage, res: ServerResponse, received: Received) => void;

/** A web server that answers as it is told, and remembers what it was asked. */
export async function openServer() {
	const received: Received[] = [];
	let answer: Answer = (_, res) => void res.end('{}');
	const server = createServer((req, res) => {
		const pieces: Buffer[] = [];
		req.on('data', (piece: Buffer) => pieces.push(piece));
		req.on('end', () => {
			const one = { method: req.method ?? '', path: req.url ?? '', headers: req.headers, body: Buffer.concat(pieces).toString(), at: Date.now() };
			received.push(one);
			answer(req, res, one);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		received,
		answers: (next: Answer) => {
			received.length = 0;
			answer = next;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** What a vendor of the test's own is; the rest of it is Google's. */
export type Vendor = Partial<Platform> & Pick<Platform, 'name' | 'baseUrl'>;

/** A node of a single operation, in n8n-core's real context, connected by OAuth2; `platform` has what is of interest of it. */
export async function runWith(run: (api: Api) => Promise<Result>, platform: Vendor, { items = [{ json: {} }], ...more }: { items?: INodeExecutionData[]; continueOnFail?: boolean } = {}) {
	const only = operation({ resource: 'thing', operation: 'do', effect: 'write', name: 'Do', action: 'Do a thing', description: 'Does it', fields: [], run: async (_, api) => await run(api) });
	const node: INodeType = {
		description: { ...new QmarkGmail().description, properties: propertiesOf([only]) },
		async execute(this: IExecuteFunctions) {
			return await runOperations(this, { ...google, credential: 'qmarkGmailOAuth2Api', ...platform }, [only]);
		},
	};
	const credentials = { qmarkGmailOAuth2Api: { clientId: 'fake', clientSecret: 'FAKE-SECRET', grantType: 'authorizationCode', authentication: 'body', accessTokenUrl: 'http://127.0.0.1:1/token', oauthTokenData: { access_token: token, token_type: 'Bearer', refresh_token: 'FAKE-REFRESH' } } };
	return await runNode({ node, parameters: { resource: 'thing', operation: 'do' }, credentials, items, ...more });
}
