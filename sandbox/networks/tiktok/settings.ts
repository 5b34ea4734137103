import { LOOPBACK } from '../fetched';
import { flag, isTexts, oneOf, type GrantSettings, type Setter } from '../oauth/grantSettings';

/** What tests may change through `POST /_sandbox/settings {"tiktok": {…}}`. */
export interface Settings extends GrantSettings {
	/** TikTok says nowhere which HTTP status an OAuth error has. */
	oauthErrorStatus: 200 | 400;
	/** Whether TikTok has audited the app: https://developers.tiktok.com/doc/content-sharing-guidelines */
	audited: boolean;
	privateAccount: boolean;
	/** The account may not post any more. */
	banned: boolean;
	/** The app has as many posting accounts today as TikTok lets it have. */
	userCap: boolean;
	/** Seconds, by the sandbox's clock, from the last byte until a post is out. */
	processingSeconds: number;
	/** Seconds from then on until a public post has an ID that others see. */
	moderationSeconds: number;
	/** Seconds for which an upload's address is good. */
	uploadSeconds: number;
	/** Posts of an account in 24 hours, and drafts that may wait in its inbox. */
	postsPerDay: number;
	pendingDrafts: number;
	/** `max_video_post_duration_sec` of the accounts. */
	longestVideo: number;
	/** Whether calls a minute are counted. */
	rateLimits: boolean;
	/** Hosts, and their subdomains, from which the app may have TikTok fetch files. Undefined: this computer. */
	verifiedDomains?: string[];
	/** What TikTok finds in all that is being processed: a `fail_reason`, or nothing. */
	failReason: string;
}

/** https://developers.tiktok.com/doc/oauth-user-access-token-management, https://developers.tiktok.com/doc/content-posting-api-get-started */
export const defaults: Readonly<Settings> = {
	accessSeconds: 7200,
	refreshSeconds: 180 * 86_400,
	declinedScopes: [],
	tokenEndpoint: 'ok',
	oauthErrorStatus: 400,
	audited: true,
	privateAccount: false,
	banned: false,
	userCap: false,
	processingSeconds: 0,
	moderationSeconds: 0,
	uploadSeconds: 3600,
	postsPerDay: 15,
	pendingDrafts: 5,
	longestVideo: 600,
	rateLimits: false,
	verifiedDomains: undefined,
	failReason: '',
};

/** https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status */
const failReasons = [
	...(['', 'file_format_check_failed', 'duration_check_failed', 'frame_rate_check_failed', 'picture_size_check_failed', 'internal', 'video_pull_failed', 'photo_pull_failed'] as const),
	...(['publish_cancelled', 'auth_removed', 'spam_risk_too_many_posts', 'spam_risk_user_banned_from_posting', 'spam_risk_text', 'spam_risk'] as const),
] as const;

export const isVerified = ({ verifiedDomains }: Settings, url: string): boolean => {
	const { hostname } = new URL(url);
	return verifiedDomains?.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`)) ?? LOOPBACK.test(hostname);
};

type Counted = 'processingSeconds' | 'moderationSeconds' | 'uploadSeconds' | 'postsPerDay' | 'pendingDrafts' | 'longestVideo';

export function settersOf(settings: Settings): Record<string, Setter> {
	const count =
		(name: Counted): Setter =>
		(value) => {
			if (typeof value !== 'number' || !(value >= 0)) return 'a number';
			settings[name] = value;
			return undefined;
		};
	const names: readonly Counted[] = ['processingSeconds', 'moderationSeconds', 'uploadSeconds', 'postsPerDay', 'pendingDrafts', 'longestVideo'];
	return {
		...Object.fromEntries(names.map((name) => [name, count(name)])),
		audited: flag((on) => (settings.audited = on)),
		privateAccount: flag((on) => (settings.privateAccount = on)),
		banned: flag((on) => (settings.banned = on)),
		userCap: flag((on) => (settings.userCap = on)),
		rateLimits: flag((on) => (settings.rateLimits = on)),
		failReason: oneOf(failReasons, (reason) => (settings.failReason = reason)),
		verifiedDomains: (value) => {
			if (!isTexts(value)) return 'a list of host names';
			settings.verifiedDomains = value;
			return undefined;
		},
		oauthErrorStatus: (value) => {
			if (value !== 200 && value !== 400) return '200 or 400';
			settings.oauthErrorStatus = value;
			return undefined;
		},
	};
}
