import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { QmarkTokenGuard } from '../../../nodes/QmarkTokenGuard/QmarkTokenGuard.node';
import type { Report } from '../../../nodes/QmarkTokenGuard/report';
import type { RecordedRequest } from '../../../sandbox/networks/requests';
import { connect, newConnection } from '../../support/connection';
import type { Connection } from '../../support/connection';
import { jsonOf, runNode } from '../../support/context';
import type { NodeRun } from '../../support/context';
import { openSandbox } from '../../support/sandbox';
import type { Sandbox } from '../../support/sandbox';
import { presentTime } from '../../support/time';
import type { Network } from './networks';

let sandbox: Sandbox;

/** A sandbox for the file that calls this, fresh for every test, at the machine’s own date. */
export function useSandbox(): () => Sandbox {
	beforeAll(async () => (sandbox = await openSandbox()));
	beforeEach(async () => {
		presentTime();
		await sandbox.reset();
	});
	afterAll(async () => {
		presentTime();
		await sandbox.close();
	});
	return () => sandbox;
}

/** Connected as the first of the network’s people, unless `account` is another. */
export async function connected({ type, app, settings, name }: Network, account?: string, more: Record<string, string | string[]> = {}): Promise<Connection> {
	if (name === 'LinkedIn') await sandbox.settings(settings({ refreshTokens: true }));
	const connection = newConnection(type, { ...app, ...more, gateway: sandbox.origin });
	await connect(connection, account ? { account } : {});
	return connection;
}

/** What a node needs to run with this connection. */
export const slotOf = ({ type, id, data }: Connection): Pick<NodeRun, 'credentials' | 'ids'> => ({ credentials: { [type]: data }, ids: { [type]: id } });

const isReport = (json: IDataObject): json is IDataObject & Report => typeof json.state === 'string';

/** Token Guard’s answer for this connection. No token or secret is ever in it. */
export async function guard(connection: Connection, operation: 'check' | 'renew' | 'report' = 'renew', options: INodeParameters = {}): Promise<Report> {
	const parameters = { operation, connections: connection.type, affectedWorkflows: false, options };
	const [json] = jsonOf(await runNode({ node: new QmarkTokenGuard(), parameters, ...slotOf(connection) }));
	if (!json || !isReport(json)) throw new Error(`Token Guard gave no report: ${JSON.stringify(json)}`);
	expectNoSecrets(json, connection);
	return json;
}

const secretIn = (value: unknown, name = ''): string[] => {
	if (typeof value === 'string') return /token|secret/i.test(name) && value.length > 12 && name !== 'token_type' ? [value] : [];
	return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([inner, one]) => secretIn(one, inner)) : [];
};

/** Nothing that leaves a node holds what the credential holds, now or before, nor anything that looks like a token of the sandbox’s. */
export function expectNoSecrets(output: unknown, { data }: Connection): void {
	const text = JSON.stringify(output, (_, value: unknown) => (value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value)) ?? '';
	for (const secret of secretIn(data).filter((value) => !value.startsWith('http'))) expect(text).not.toContain(secret);
	expect(text).not.toMatch(/EAASANDBOX|IGAASANDBOX|THAASANDBOX|ya29\.SANDBOX|1\/\/SANDBOX|(?:act|rft)\.SANDBOX|AQSANDBOX|pin[ar]_SANDBOX/);
}

/** Requests that reached the network, oldest first. */
export async function requestsTo({ journal }: Network): Promise<RecordedRequest[]> {
	return (await axios.get<RecordedRequest[]>(`${sandbox.origin}/_sandbox/requests`, { params: { network: journal } })).data;
}

/** Calls of the token endpoint. */
export const isTokenCall = ({ path }: Pick<RecordedRequest, 'path'>) => /(access_token|accessToken|\/token)\/?$/.test(path);

/** Calls of the token endpoint since Connect, which makes one. */
export const renewalsAt = async (network: Network) => (await requestsTo(network)).filter((request) => isTokenCall(request) && !JSON.stringify(request.body ?? '').includes('authorization_code'));

/** Lets the network misbehave: see sandbox/networks/README.md. */
export async function meetAt({ journal }: Network, fault: { match: string; kind: 'status' | 'reset' | 'timeout' | 'malformed'; status?: number; body?: object; times?: number; skip?: number; when?: 'before' | 'after' }): Promise<void> {
	await axios.post(`${sandbox.origin}/_sandbox/faults`, { network: journal, ...fault });
}

/** What Meta says of a token that has ended. https://developers.facebook.com/docs/graph-api/guides/error-handling */
export const ended = { error: { message: 'Error validating access token: Session has expired', type: 'OAuthException', code: 190, error_subcode: 463, fbtrace_id: 'sandbox' } };
