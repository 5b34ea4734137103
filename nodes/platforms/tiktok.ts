import type { Api } from '../core/api';
import type { IDataObject } from 'n8n-workflow';
import { failureOf } from '../core/errors';
import { exactJson } from '../core/json';
import type { Credentials, Finding, Platform } from '../core/platform';
import type { Request } from '../core/request';
import { tokenOf } from '../core/tokens';
import { uploadsAt, vendor } from './gateway';
import { parseError } from './tiktokErrors';
import * as posting from './tiktokPosts';

const MINUTE = 60_000;

/** Under `data` in every answer. */
const within = (body: unknown): unknown => (typeof body === 'object' && body !== null && 'data' in body ? body.data : body);

/** Who may post and how; asking changes nothing. https://developers.tiktok.com/doc/content-posting-api-reference-query-creator-info */
const creatorInfo: Request = { method: 'POST', url: '/post/publish/creator_info/query/', lane: 'creator', idempotent: true };

/** What only posting would show otherwise: an app that may serve no more accounts, an account that may not post. */
async function diagnose(api: Api, _: IDataObject, credentials: Credentials): Promise<Finding[]> {
	if (!tokenOf(credentials)?.scopes?.includes('video.publish')) return [];
	const failure = await api.send(creatorInfo).then(() => undefined, failureOf);
	if (failure?.code === 'reached_active_user_cap') return [{ problem: 'unaudited-app', message: 'The app has reached the number of accounts that may post through it in 24 hours.', fix: failure.hint }];
	if (failure?.code === 'spam_risk_user_banned_from_posting') return [{ problem: 'account-type', message: 'TikTok has banned the account from posting.', fix: failure.hint }];
	return [];
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
		nameOf: ({ user }) => {
			const { display_name: name, open_id: id }: { display_name?: string; open_id?: string } = { ...(typeof user === 'object' ? user : {}) };
			return name ?? String(id);
		},
	},
	diagnose,
	/** Two hours each, and the refresh token is another one every time. It wants the client under a name of its own; whoever watches every half hour must not come too late. */
	token: {
		renewBefore: 45 * MINUTE,
		slides: true,
		renewal: ({ refresh }, { clientId }) => (refresh ? { form: { grant_type: 'refresh_token', client_key: String(clientId), refresh_token: refresh } } : undefined),
		hasEnded: ({ code }) => code === 'access_token_invalid',
	},
	concurrency: { read: 5, send: 1 },
	/** Six begun posts in any minute: https://developers.tiktok.com/doc/content-posting-api-get-started */
	rate: { perSecond: () => Infinity, recipient: ({ url }) => (url.endsWith('/init/') ? { id: 'begin', perSecond: 3 / 60, burst: 3 } : undefined) },
	/** 30 statuses a minute, or 20 times the creator, or 600 of the rest: https://developers.tiktok.com/doc/tiktok-api-v2-rate-limit */
	quota: { units: () => 30, window: MINUTE, cost: ({ url }) => (url === creatorInfo.url ? 1.5 : url.includes('/status/fetch/') ? 1 : 0.05) },
	retry: { attempts: 4, firstDelay: 1_000 },
	timeout: 60_000,
	parseError,
	/** The IDs of posts are numbers of 64 bits in some answers. */
	parse: exactJson,
	unwrap: within,
	uploadsTo: uploadsAt('tiktokapis.com'),
	complete: (request) => (request.body ? { ...request, headers: { 'Content-Type': 'application/json; charset=UTF-8', ...request.headers } } : request),
	uploadLimit: () => posting.limits.video.bytes,
	pageItems: ({ videos }) => (Array.isArray(videos) ? videos : []),
	nextPage: (request, { has_more: more, cursor }) => (more === true && typeof cursor === 'number' ? { ...request, body: { ...request.body, cursor } } : undefined),
	creatorInfo,
	...posting,
} as const satisfies Platform & typeof posting & { creatorInfo: Request };
