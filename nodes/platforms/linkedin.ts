import type { Api } from '../core/api';
import type { Failure, Verdict } from '../core/errors';
import type { Credentials, Introspection, Platform, Reply } from '../core/platform';
import type { Token } from '../core/tokens';
import { vendor } from './gateway';

const DAY = 24 * 60 * 60_000;

/** https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling: the status first, its text last. */
const meanings: Readonly<Record<number, readonly [verdict: Verdict, hint: string]>> = {
	400: ['fix-input', 'Correct what LinkedIn names and run the item again.'],
	401: ['reconnect', 'The connection is not valid any more: open the credential and click Connect.'],
	403: ['reconnect', 'The connected person or the app may not do this: check the app’s products and the role on the page, then connect again.'],
	404: ['fix-input', 'It does not exist, or the connected member may not see it: check the ID.'],
	422: ['fix-input', 'Correct what LinkedIn names and run the item again.'],
	426: ['stop', 'LinkedIn has switched this API version off: update QMARK.'],
	429: ['wait', 'LinkedIn’s limit for today is used up; it begins anew at midnight UTC.'],
	504: ['unknown', 'Look at LinkedIn before you send this item again.'],
	500: ['unknown', 'Look at LinkedIn before you send this item again.'],
};

function parseError({ body, status }: Reply): Failure | undefined {
	if (status < 400 || typeof body !== 'object' || body === null || !('message' in body)) return undefined;
	const { message, code, serviceErrorCode }: { message?: unknown; code?: unknown; serviceErrorCode?: unknown } = body;
	const [verdict, hint] = meanings[status] ?? ['stop', 'Look up what LinkedIn says above.'];
	return { verdict, code: String(code ?? serviceErrorCode ?? status), message: `LinkedIn refused: ${String(message)}`, hint };
}

/** https://learn.microsoft.com/en-us/linkedin/shared/authentication/token-introspection; the token goes in the body. */
async function introspect(api: Api, token: Token | undefined, { clientId, clientSecret }: Credentials): Promise<Introspection> {
	const urlencoded = { client_id: String(clientId), client_secret: String(clientSecret), token: token?.access ?? '' };
	const { scope, expires_at: seconds } = await api.send<{ scope?: string; expires_at?: number }>({ method: 'POST', host: 'oauth', url: '/introspectToken', urlencoded, idempotent: true });
	return { scopes: scope?.split(/[\s,]+/), expiresAt: seconds && seconds * 1000 };
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/ */
export const linkedin = {
	name: 'LinkedIn',
	credential: 'qmarkLinkedInOAuth2Api',
	docs: 'https://learn.microsoft.com/en-us/linkedin/marketing/',
	verified: '2026-11 https://learn.microsoft.com/en-us/linkedin/marketing/versioning',
	baseUrl: (credentials, host = 'api') => vendor(credentials, host === 'oauth' ? 'www.linkedin.com/oauth/v2' : 'api.linkedin.com'),
	account: ({ clientId }) => String(clientId),
	/** An app of the Community Management API has no OpenID, one of “Sign In” has no /me. */
	identity: { request: { url: '/v2/userinfo' }, nameOf: ({ name, localizedFirstName, localizedLastName, sub, id }) => String(name ?? ([localizedFirstName, localizedLastName].filter(Boolean).join(' ') || (sub ?? id))) },
	introspect,
	/** 60 days. Only apps of approved partners get a refresh token, and that one ends a year after the consent. */
	token: { renewBefore: 10 * DAY, dead: ['invalid_grant', 'invalid_request'] },
	complete: (request, { appType }) => (request.url === '/v2/userinfo' && appType === 'community' ? { ...request, url: '/v2/me' } : request),
	concurrency: { read: 5, send: 1 },
	retry: { attempts: 4, firstDelay: 1_000 },
	timeout: 60_000,
	parseError,
} as const satisfies Platform;
