import type { Failure, Verdict } from '../core/errors';
import type { Reply } from '../core/platform';

const MINUTE = 60_000;

type Meaning = readonly [verdict: Verdict, hint: string];
type Meanings = Readonly<Record<string, Meaning>>;

const look = 'Look at TikTok before you send this item again.';
const input: Meaning = ['fix-input', 'Correct what TikTok names and run the item again.'];
const scope: Meaning = ['reconnect', 'Open the credential, tick what this needs under “Use For”, click Connect and allow all of it.'];
const connect: Meaning = ['reconnect', 'Open the credential and click Connect.'];
const app: Meaning = ['stop', 'Check client key, secret and redirect URI in the credential against the app on developers.tiktok.com.'];
const later: Meaning = ['retry', 'TikTok is not available: run again later, nothing was done.'];
const cap: Meaning = ['stop', 'The account has posted as often as TikTok lets apps post in 24 hours: run again tomorrow.'];
const banned: Meaning = ['stop', 'TikTok has banned the account from posting: open the TikTok app and follow what it says there.'];
const spam: Meaning = ['stop', 'TikTok takes this for spam: wait a day before you post again, and do not repeat the same post.'];
const words: Meaning = ['fix-input', 'TikTok takes the text for spam: change its words, hashtags and links, and do not send it again as it is.'];

const pause: Meaning = ['wait', 'Run again in a minute, or send less often.'];

/** https://developers.tiktok.com/doc/tiktok-api-v2-error-handling, https://developers.tiktok.com/doc/content-posting-api-reference-direct-post */
const meanings: Meanings = {
	access_token_invalid: connect,
	scope_not_authorized: scope,
	scope_permission_missed: scope,
	invalid_param: input,
	invalid_params: input,
	invalid_file_upload: ['fix-input', 'Check the file: MP4, MOV or WebM of up to 4 GB, sent as it is.'],
	invalid_publish_id: ['fix-input', 'Check “Publish ID”: it is the publish_id that publishing or uploading answered.'],
	token_not_authorized_for_specified_publish_id: ['fix-input', 'This Publish ID belongs to another account: choose the credential that it was made with.'],
	publish_not_cancellable: ['stop', 'It is too late: TikTok cancels only what it is still fetching from a URL. Delete the post in the TikTok app.'],
	app_version_check_failed: ['stop', 'Update the TikTok app on the phone of the account to version 31.8 or newer: older ones cannot open photo drafts.'],
	spam_risk: spam,
	spam_risk_text: words,
	spam_risk_too_many_posts: cap,
	spam_risk_user_banned_from_posting: banned,
	spam_risk_too_many_pending_share: ['stop', 'Five drafts of 24 hours wait in the inbox at most: finish or discard them in the TikTok app, or run again tomorrow.'],
	reached_active_user_cap: ['stop', 'Your app has reached the number of accounts that may post through it in 24 hours: run again tomorrow, or ask TikTok to audit the app.'],
	unaudited_client_can_only_post_to_private_accounts: ['stop', 'TikTok has not audited your app: upload as a draft, or set the account to private and post to “Only Me”.'],
	url_ownership_unverified: ['stop', 'Verify the domain of this URL in your app on developers.tiktok.com (URL properties), or upload the file instead.'],
	privacy_level_option_mismatch: ['fix-input', 'Choose a privacy level that the account offers now: “Creator Info” lists them.'],
	rate_limit_exceeded: pause,
	internal_error: ['unknown', look],
	// https://developers.tiktok.com/doc/oauth-error-handling
	access_denied: connect,
	invalid_grant: connect,
	invalid_client: app,
	invalid_request: app,
	invalid_scope: ['stop', 'Your app on developers.tiktok.com does not have all permissions that are ticked in the credential: add them there, or untick them.'],
	unauthorized_client: app,
	unsupported_grant_type: app,
	unsupported_response_type: app,
	server_error: later,
	temporarily_unavailable: later,
};

/** `fail_reason` of a post that came to nothing. https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status */
const failReasons: Meanings = {
	file_format_check_failed: ['fix-input', 'Convert the file: videos to MP4 with H.264, photos to JPEG or WebP.'],
	duration_check_failed: ['fix-input', 'Cut the video to the length that the account may post: “Creator Info” tells it.'],
	frame_rate_check_failed: ['fix-input', 'Convert the video to 23 to 60 frames a second.'],
	picture_size_check_failed: ['fix-input', 'Scale it: videos to 360 to 4096 pixels a side, photos to 1080p and up to 20 MB.'],
	internal: ['retry', 'TikTok failed by itself and published nothing: run the item again.'],
	video_pull_failed: ['retry', 'TikTok could not fetch the video: check that the URL leads straight to the file, without a redirect, then run the item again.'],
	photo_pull_failed: ['retry', 'TikTok could not fetch a photo: check that every URL leads straight to a file, without a redirect, then run the item again.'],
	publish_cancelled: ['stop', 'Somebody cancelled it: nothing was published.'],
	auth_removed: ['reconnect', 'The account took the app’s access back while TikTok worked on the post: open the credential and click Connect, then run the item again.'],
	spam_risk_too_many_posts: cap,
	spam_risk_user_banned_from_posting: banned,
	spam_risk_text: words,
	spam_risk: spam,
};

interface Told {
	code: string;
	message: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** TikTok has three forms: `error` as an object beside `data`, OAuth’s flat `error` and `error_description`, and a flat `code` and `message`. */
function toldIn(body: unknown): Told | undefined {
	if (!isRecord(body)) return undefined;
	const { error } = body;
	if (isRecord(error)) return { code: textOf(error.code), message: textOf(error.message) };
	if (typeof error === 'string') return { code: error, message: textOf(body.error_description) };
	return typeof body.code === 'string' && 'message' in body ? { code: body.code, message: textOf(body.message) } : undefined;
}

/** Success is the code “ok”, whatever the HTTP status: `creator_info` answers a refusal with 200. https://developers.tiktok.com/doc/tiktok-api-v2-error-handling */
export function parseError({ body, status }: Reply): Failure | undefined {
	const told = toldIn(body);
	if (!told || told.code === 'ok' || (told.code === '' && status < 300)) return undefined;
	const code = told.code || String(status);
	const [verdict, hint] = meanings[code] ?? (status === 429 ? pause : status >= 500 ? ['unknown' as const, look] : status === 401 ? connect : input);
	return { verdict, code, message: `TikTok refused: ${told.message || code}`, hint, ...(verdict === 'wait' && { retryAfter: MINUTE }) };
}

/** A post that TikTok took and then refused: nothing was published. */
export function failedPost(reason: string): Failure {
	const [verdict, hint] = failReasons[reason] ?? ['stop', 'Nothing was published. Look up what TikTok says above, and in the TikTok app.'];
	return { verdict, code: reason || 'FAILED', message: `TikTok did not publish the post: ${reason || 'it gives no reason'}.`, hint };
}
