import { ApiError } from './errors';
import type { Asked } from './posts';
import type { Settings } from './settings';
import type { TikTok } from './state';
import { privacyLevels } from './user';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Calls a minute of one person's token. https://developers.tiktok.com/doc/content-posting-api-get-started, https://developers.tiktok.com/doc/tiktok-api-v2-rate-limit */
const perMinute: readonly (readonly [path: string, most: number])[] = [
	['/creator_info/query/', 20],
	['/init/', 6],
	['/status/fetch/', 30],
	['/v2/', 600],
];

/** The sliding minute of each account and endpoint. */
export class Pace {
	private readonly calls = new Map<string, number[]>();

	/** @throws ApiError once the minute is used up. */
	count(account: string, path: string, now: number): void {
		const [, most] = perMinute.find(([part]) => path.includes(part)) ?? ['', Infinity];
		const key = `${account} ${path}`;
		const lately = (this.calls.get(key) ?? []).filter((at) => at > now - MINUTE);
		if (lately.length >= most) throw new ApiError(429, 'rate_limit_exceeded', 'The API rate limit was exceeded. Please try again later.');
		this.calls.set(key, [...lately, now]);
	}

	clear(): void {
		this.calls.clear();
	}
}

/** Of the last 24 hours, what has reached TikTok whole; an upload that was only begun is none. */
const lately = (account: string, mode: Asked['mode'], tiktok: TikTok) =>
	[...tiktok.posts.values()].filter((post) => post.account === account && post.mode === mode && post.status !== 'FAILED' && post.taken && post.begunAt > tiktok.now - DAY);

/** What keeps an account from posting at all. `creator_info` answers it, too. */
export function capOf(account: string, tiktok: TikTok): { code: string; message: string } | undefined {
	const { banned, userCap, postsPerDay } = tiktok.settings;
	if (banned) return { code: 'spam_risk_user_banned_from_posting', message: 'The user is banned from making new posts.' };
	if (userCap) return { code: 'reached_active_user_cap', message: 'The daily quota for active publishing users from your client has been reached.' };
	if (lately(account, 'DIRECT_POST', tiktok).length >= postsPerDay) return { code: 'spam_risk_too_many_posts', message: 'The daily post cap from the API is reached for the current user.' };
	return undefined;
}

/** @throws ApiError as `init` refuses what the account may not post now. */
export function checkCaps(account: string, { mode }: Asked, tiktok: TikTok): void {
	const cap = mode === 'DIRECT_POST' ? capOf(account, tiktok) : undefined;
	if (cap) throw new ApiError(403, cap.code, cap.message);
	const pending = lately(account, 'MEDIA_UPLOAD', tiktok).filter(({ status }) => status !== 'PUBLISH_COMPLETE');
	if (mode === 'MEDIA_UPLOAD' && pending.length >= tiktok.settings.pendingDrafts)
		throw new ApiError(403, 'spam_risk_too_many_pending_share', 'There may be at most 5 pending shares within any 24-hour period.');
}

/** @throws ApiError when this app may not publish so. https://developers.tiktok.com/doc/content-sharing-guidelines */
export function checkPrivacy({ mode, privacy }: Asked, { audited, privateAccount }: Settings): void {
	if (mode === 'MEDIA_UPLOAD') return;
	if (!audited && (!privateAccount || privacy !== 'SELF_ONLY')) {
		const message = 'Please review our integration guidelines at https://developers.tiktok.com/doc/content-sharing-guidelines/';
		throw new ApiError(403, 'unaudited_client_can_only_post_to_private_accounts', message);
	}
	if (privacy === undefined || !privacyLevels(privateAccount).includes(privacy))
		throw new ApiError(403, 'privacy_level_option_mismatch', 'The privacy_level is not among the privacy_level_options of creator_info.');
}
