import type { Failure, Verdict } from '../core/errors';
import type { Platform, Reply } from '../core/platform';
import { vendor } from './gateway';

const MINUTE = 60_000;

/** https://developers.tiktok.com/doc/tiktok-api-v2-error-handling: success is `error.code` “ok”, whatever the status. */
const errorIn = (body: unknown): { code?: string; message?: string } | undefined =>
	typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object' && body.error !== null ? body.error : undefined;

type Meaning = readonly [verdict: Verdict, hint: string];

const scope: Meaning = ['reconnect', 'Open the credential, tick what this needs, click Connect and allow all of it.'];
const spam: Meaning = ['stop', 'TikTok takes this for spam: wait a day before you try again.'];

const meanings: Readonly<Record<string, Meaning>> = {
	access_token_invalid: ['reconnect', 'Open the credential and click Connect.'],
	scope_not_authorized: scope,
	scope_permission_missed: scope,
	rate_limit_exceeded: ['wait', 'Run again in a minute, or send less often.'],
	spam_risk_too_many_posts: spam,
	spam_risk_user_banned_from_posting: spam,
	spam_risk_too_many_pending_share: ['stop', 'Five drafts a day wait in the inbox at most: finish them in the TikTok app.'],
	reached_active_user_cap: ['stop', 'The app has reached its number of users for today: run again tomorrow, or ask TikTok for the audit.'],
	unaudited_client_can_only_post_to_private_accounts: ['stop', 'TikTok has not audited your app: set the account to private, or upload as a draft.'],
	url_ownership_unverified: ['stop', 'Verify the domain of this URL in your TikTok app, or upload the file.'],
	internal_error: ['unknown', 'Look at TikTok before you send this item again.'],
};

function parseError({ body, status }: Reply): Failure | undefined {
	const error = errorIn(body);
	if (!error || error.code === 'ok') return undefined;
	const { code = String(status), message = '' } = error;
	const [verdict, hint] = meanings[code] ?? (status >= 500 ? (['unknown', 'Look at TikTok before you send this item again.'] as const) : (['fix-input', 'Correct what TikTok names and run the item again.'] as const));
	return { verdict, code, message: `TikTok refused: ${message || code}`, hint, ...(code === 'rate_limit_exceeded' && { retryAfter: MINUTE }) };
}

/** https://developers.tiktok.com/doc/overview */
export const tiktok = {
	name: 'TikTok',
	credential: 'qmarkTikTokOAuth2Api',
	docs: 'https://developers.tiktok.com/doc/overview',
	verified: '2026-11 https://developers.tiktok.com/doc/oauth-user-access-token-management',
	baseUrl: (credentials) => `${vendor(credentials, 'open.tiktokapis.com')}/v2`,
	account: ({ clientId, oauthTokenData }) => `${String(clientId)}/${typeof oauthTokenData === 'object' && 'open_id' in oauthTokenData ? String(oauthTokenData.open_id) : ''}`,
	/** Its fields without which TikTok answers nothing; display_name comes with the least permission. */
	identity: {
		request: { url: '/user/info/', qs: { fields: 'open_id,display_name' } },
		nameOf: ({ data }) => {
			const { user }: { user?: { display_name?: string; open_id?: string } } = { ...(typeof data === 'object' ? data : {}) };
			return user?.display_name ?? String(user?.open_id);
		},
	},
	/** Two hours each, and the refresh token is another one every time. It wants the client under a name of its own; whoever watches every half hour must not come too late. */
	token: {
		renewBefore: 45 * MINUTE,
		slides: true,
		renewal: ({ refresh }, { clientId }) => (refresh ? { form: { grant_type: 'refresh_token', client_key: String(clientId), refresh_token: refresh } } : undefined),
		hasEnded: ({ code }) => code === 'access_token_invalid',
	},
	concurrency: { read: 5, send: 1 },
	retry: { attempts: 4, firstDelay: 1_000 },
	timeout: 60_000,
	parseError,
} as const satisfies Platform;
