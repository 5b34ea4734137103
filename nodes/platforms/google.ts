import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../core/api';
import type { Failure, Verdict } from '../core/errors';
import type { Credentials, Finding, Introspection, Platform, Reply } from '../core/platform';
import { tokenOf } from '../core/tokens';
import { vendor } from './gateway';

/** https://google.aip.dev/193 */
interface GoogleError {
	code?: number;
	message?: string;
	status?: string;
	errors?: { reason?: string }[];
	details?: { reason?: string }[];
}

type Meaning = readonly [verdict: Verdict, hint: string];

const again: Meaning = ['reconnect', 'Open the credential and click Connect.'];
const permission: Meaning = ['reconnect', 'Open the credential, tick what this needs, click Connect and leave all boxes ticked in Google’s dialog.'];
const slow: Meaning = ['wait', 'Google’s limit for this account or project is used up for now: run again later.'];

const client: Meaning = ['stop', 'Correct client ID and client secret in the credential: they are on console.cloud.google.com under APIs and services > Credentials.'];

/** Reasons first, then the status they come with. https://developers.google.com/workspace/gmail/api/guides/handle-errors */
const meanings: Readonly<Record<string, Meaning>> = {
	ACCESS_TOKEN_SCOPE_INSUFFICIENT: permission,
	insufficientPermissions: permission,
	userRateLimitExceeded: slow,
	rateLimitExceeded: slow,
	quotaExceeded: slow,
	dailyLimitExceeded: slow,
	SERVICE_DISABLED: ['stop', 'Switch this API on in the Google Cloud project of your OAuth client.'],
	accessNotConfigured: ['stop', 'Switch this API on in the Google Cloud project of your OAuth client.'],
	UNAUTHENTICATED: again,
	invalid_token: again,
	invalid_grant: again,
	invalid_client: client,
	unauthorized_client: client,
	deleted_client: client,
	redirect_uri_mismatch: ['stop', 'On console.cloud.google.com add the credential’s OAuth Redirect URL to your OAuth client, exactly as it is.'],
	invalid_scope: ['stop', 'Google does not know one of the permissions asked for: check what is ticked in the credential.'],
	admin_policy_enforced: ['stop', 'The administrator of this Google Workspace does not allow the app: ask them to trust its client ID.'],
	org_internal: ['stop', 'The app is for one organisation only: connect an account of it, or make the app External.'],
	RESOURCE_EXHAUSTED: slow,
	PERMISSION_DENIED: ['stop', 'The connected person may not do this: check the access in Google and who is connected.'],
	INVALID_ARGUMENT: ['fix-input', 'Correct what Google names and run the item again.'],
	NOT_FOUND: ['fix-input', 'It does not exist, or the connected account may not see it: check the ID.'],
	UNAVAILABLE: ['retry', 'Google is not available: run again later.'],
};

function parseError({ body, status }: Reply): Failure | undefined {
	if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
	if (typeof body.error === 'string') {
		const [verdict, hint] = meanings[body.error] ?? (status === 401 ? again : ['stop', 'Look up Google’s error code.']);
		return { verdict, code: body.error, message: `Google refused: ${'error_description' in body ? String(body.error_description) : body.error}.`, hint };
	}
	const error: GoogleError = { ...(typeof body.error === 'object' ? body.error : {}) };
	const reasons = [
		...(error.details ?? []).map(({ reason = '' }) => reason),
		...(error.errors ?? []).map(({ reason = '' }) => reason),
		error.status ?? (status === 401 ? 'UNAUTHENTICATED' : ''),
	].filter(Boolean);
	const [verdict, hint] = reasons.map((reason) => meanings[reason]).find(Boolean) ?? (status >= 500 ? ['unknown', 'Look there before you send this item again.'] : ['stop', 'Look up what Google says above.']);
	return { verdict, code: reasons[0] ?? String(error.code ?? status), message: `Google refused: ${error.message ?? 'no message'}`, hint };
}

/** https://developers.google.com/identity/protocols/oauth2: asks nothing of the API’s own quota, and the token goes in a header. */
async function introspect(api: Api): Promise<Introspection> {
	const { scope, expires_in: seconds } = await api.send<{ scope?: string; expires_in?: string | number }>({ method: 'POST', host: 'account', url: '/tokeninfo', urlencoded: {}, idempotent: true });
	return { scopes: scope?.split(' ').map((one) => one.replace('https://www.googleapis.com/auth/userinfo.', '')), expiresAt: Date.now() + Number(seconds) * 1000 };
}

/** https://developers.google.com/identity/protocols/oauth2#expiration: an app in “Testing” gets refresh tokens that end after 7 days, and says when. */
async function diagnose(_api: Api, _input: IDataObject, credentials: Credentials): Promise<Finding[]> {
	const ends = tokenOf(credentials)?.refreshExpiresAt;
	if (ends === undefined) return [];
	const fix = 'On console.cloud.google.com open OAuth consent screen > Audience > Publish app (or make it Internal), then connect again.';
	return [{ problem: 'unaudited-app', message: `The Google app is in “Testing”: this connection ends on ${new Date(ends).toISOString().slice(0, 10)}.`, fix }];
}

/** What Google’s networks share. */
export const google = {
	docs: 'https://developers.google.com/identity/protocols/oauth2',
	verified: '2026-11 https://developers.google.com/identity/protocols/oauth2/web-server',
	hosts: { account: 'oauth2.googleapis.com', openid: 'openidconnect.googleapis.com/v1' },
	account: ({ clientId }) => String(clientId),
	identity: { request: { host: 'openid', url: '/userinfo' }, nameOf: ({ email, sub }) => String(email ?? sub) },
	introspect,
	diagnose,
	/** An hour each; the refresh token stays, but that of an app in “Testing” for 7 days only. */
	token: { renewBefore: 5 * 60_000, hasEnded: ({ status, verdict }) => status === 401 && verdict === 'reconnect' },
	concurrency: { read: 10, send: 4 },
	retry: { attempts: 4, firstDelay: 1_000 },
	timeout: 60_000,
	parseError,
} as const satisfies Omit<Platform, 'name' | 'credential' | 'baseUrl'> & { hosts: unknown };

const isShared = (host: string): host is keyof typeof google.hosts => host in google.hosts;

/** `baseUrl` of one of Google's networks: its own hosts by name, `api` the first, beside those that all of them share. */
export const hostedAt =
	(hosts: { api: string } & Record<string, string>): Platform['baseUrl'] =>
	(credentials, host = 'api') =>
		vendor(credentials, isShared(host) ? google.hosts[host] : (hosts[host] ?? hosts.api));
