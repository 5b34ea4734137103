import type { Failure, Verdict } from '../core/errors';
import type { Platform, Reply } from '../core/platform';
import { vendor } from './gateway';

const DAY = 24 * 60 * 60_000;

const meanings: Readonly<Record<string, readonly [verdict: Verdict, hint: string]>> = {
	'401/2': ['reconnect', 'The connection is not valid any more: open the credential and click Connect.'],
	'401/3': ['reconnect', 'Open the credential, tick what this needs, and click Connect.'],
	'403/29': ['stop', 'An app with trial access may not do this: ask Pinterest for standard access, or choose the environment “Sandbox” in the credential and connect again.'],
	'429': ['wait', 'Pinterest’s limit is used up for now: run again later.'],
	'409': ['retry', 'Someone changed it at the same moment: run the item again.'],
	'401': ['stop', 'This Pin or board belongs to another account: check the ID and who is connected.'],
	'403': ['stop', 'The connected account may not do this.'],
	'404': ['fix-input', 'It does not exist, or the connected account may not see it: check the ID.'],
	'400': ['fix-input', 'Correct what Pinterest names and run the item again.'],
};

/** https://developers.pinterest.com/docs/reference/error-codes/: the status decides, the code refines. */
function parseError({ body, status }: Reply): Failure | undefined {
	if (status < 400 || typeof body !== 'object' || body === null || !('code' in body)) return undefined;
	const code = String(body.code);
	const [verdict, hint] = meanings[`${status}/${code}`] ?? meanings[String(status)] ?? ['unknown', 'Look at Pinterest before you send this item again.'];
	return { verdict, code, message: `Pinterest refused: ${'message' in body ? String(body.message) : 'no message'}`, hint };
}

/** https://developers.pinterest.com/docs/api/v5/ */
export const pinterest = {
	name: 'Pinterest',
	credential: 'qmarkPinterestOAuth2Api',
	docs: 'https://developers.pinterest.com/docs/api/v5/',
	verified: '2026-11 https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/',
	baseUrl: (credentials) => `${vendor(credentials, credentials.environment === 'sandbox' ? 'api-sandbox.pinterest.com' : 'api.pinterest.com')}/v5`,
	account: ({ clientId, environment }) => `${String(clientId)}/${String(environment)}`,
	identity: { request: { url: '/user_account' }, nameOf: ({ username, id }) => String(username ?? id) },
	/** 30 days; the refresh token lives 60 and is a new one every time, so a connection that rests for 60 days is over. */
	token: { renewBefore: 7 * DAY, slides: true, hasEnded: ({ status, code }) => status === 401 && code === '2' },
	concurrency: { read: 5, send: 1 },
	retry: { attempts: 4, firstDelay: 1_000 },
	timeout: 60_000,
	parseError,
} as const satisfies Platform;
