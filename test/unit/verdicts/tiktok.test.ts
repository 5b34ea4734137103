import type { Verdict } from '../../../nodes/core/errors';
import { tiktok } from '../../../nodes/platforms/tiktok';
import { failedPost } from '../../../nodes/platforms/tiktokErrors';

/** What TikTok answers, and what it means for the item. The hint must name the way out. */
type Row = readonly [status: number, code: string, verdict: Verdict, hint: RegExp];

const rows: readonly Row[] = [
	[400, 'invalid_param', 'fix-input', /Correct what TikTok names/],
	[400, 'invalid_params', 'fix-input', /Correct what TikTok names/],
	[400, 'invalid_file_upload', 'fix-input', /MP4, MOV or WebM/],
	[400, 'invalid_publish_id', 'fix-input', /Check “Publish ID”/],
	[400, 'token_not_authorized_for_specified_publish_id', 'fix-input', /another account/],
	[400, 'publish_not_cancellable', 'stop', /too late/],
	[400, 'app_version_check_failed', 'stop', /31\.8/],
	[400, 'scope_permission_missed', 'reconnect', /“Use For”/],
	[401, 'access_token_invalid', 'reconnect', /click Connect/],
	[401, 'scope_not_authorized', 'reconnect', /“Use For”/],
	[403, 'spam_risk_too_many_posts', 'stop', /tomorrow/],
	[403, 'spam_risk_user_banned_from_posting', 'stop', /banned/],
	[403, 'spam_risk_too_many_pending_share', 'stop', /inbox/],
	[403, 'spam_risk', 'stop', /wait a day/],
	[403, 'spam_risk_text', 'fix-input', /change its words/],
	[403, 'reached_active_user_cap', 'stop', /audit/],
	[403, 'unaudited_client_can_only_post_to_private_accounts', 'stop', /as a draft/],
	[403, 'url_ownership_unverified', 'stop', /Verify the domain/],
	[403, 'privacy_level_option_mismatch', 'fix-input', /Creator Info/],
	[429, 'rate_limit_exceeded', 'wait', /in a minute/],
	[429, 'something_slower', 'wait', /in a minute/],
	[500, 'internal_error', 'unknown', /Look at TikTok/],
	[500, 'something_new', 'unknown', /Look at TikTok/],
	[401, 'something_newer', 'reconnect', /click Connect/],
	[400, 'something_else', 'fix-input', /Correct what TikTok names/],
];

const inEnvelope = (code: string, message = 'Words.') => ({ data: {}, error: { code, message, log_id: '2026' } });
const read = (status: number, body: unknown) => tiktok.parseError({ status, headers: {}, body });

test.each(rows.map(([status, code, verdict, hint]) => ({ status, code, verdict, hint })))('$status $code → $verdict', ({ status, code, verdict, hint }) => {
	expect(read(status, inEnvelope(code))).toMatchObject({ verdict, code, message: 'TikTok refused: Words.', hint: expect.stringMatching(hint) });
	// “creator_info” answers its caps with HTTP 200.
	expect(read(200, inEnvelope(code))?.code).toBe(code);
	expect(read(status, { code, message: 'Words.', log_id: '2026' })).toMatchObject({ verdict, code });
});

test.each([
	...(['access_denied', 'invalid_grant'] as const).map((code) => ({ code, verdict: 'reconnect', hint: /click Connect/ })),
	...(['invalid_client', 'invalid_request', 'unauthorized_client', 'unsupported_grant_type', 'unsupported_response_type'] as const).map((code) => ({ code, verdict: 'stop', hint: /client key/ })),
	{ code: 'invalid_scope', verdict: 'stop', hint: /permissions/ },
	...(['server_error', 'temporarily_unavailable'] as const).map((code) => ({ code, verdict: 'retry', hint: /later/ })),
])('OAuth’s $code → $verdict, with HTTP 200 and 400', ({ code, verdict, hint }) => {
	for (const status of [200, 400]) {
		expect(read(status, { error: code, error_description: 'Words.', log_id: '2026' })).toMatchObject({ verdict, code, message: 'TikTok refused: Words.', hint: expect.stringMatching(hint) });
	}
});

test.each([
	['file_format_check_failed', 'fix-input', /Convert/],
	['duration_check_failed', 'fix-input', /Cut the video/],
	['frame_rate_check_failed', 'fix-input', /23 to 60/],
	['picture_size_check_failed', 'fix-input', /360 to 4096/],
	['internal', 'retry', /run the item again/],
	['video_pull_failed', 'retry', /without a redirect/],
	['photo_pull_failed', 'retry', /without a redirect/],
	['publish_cancelled', 'stop', /cancelled/],
	['auth_removed', 'reconnect', /click Connect/],
	['spam_risk_too_many_posts', 'stop', /tomorrow/],
	['spam_risk_user_banned_from_posting', 'stop', /banned/],
	['spam_risk_text', 'fix-input', /change its words/],
	['spam_risk', 'stop', /wait a day/],
	['something_new', 'stop', /Nothing was published/],
])('a post that fails with %s → %s', (reason, verdict, hint) => {
	expect(failedPost(reason)).toMatchObject({ verdict, code: reason, message: `TikTok did not publish the post: ${reason}.`, hint: expect.stringMatching(hint) });
});

test('every verdict is there, and no code twice', () => {
	expect(new Set(rows.map(([, code]) => code)).size).toBe(rows.length);
	expect([...new Set(rows.map(([, , verdict]) => verdict))].sort()).toEqual(['fix-input', 'reconnect', 'stop', 'unknown', 'wait']);
});

test('a limit is waited out to the next minute; a code without words names itself; no reason is told so', () => {
	expect(read(429, inEnvelope('rate_limit_exceeded'))).toMatchObject({ retryAfter: 60_000 });
	expect(read(400, inEnvelope('invalid_param', ''))?.message).toBe('TikTok refused: invalid_param');
	expect(failedPost('')).toMatchObject({ verdict: 'stop', code: 'FAILED', message: 'TikTok did not publish the post: it gives no reason.' });
});

test('what is no refusal of TikTok’s is none', () => {
	expect(read(200, inEnvelope('ok', ''))).toBeUndefined();
	expect(read(401, inEnvelope('ok', ''))).toBeUndefined();
	expect(read(200, { access_token: 'act.x', open_id: 'o' })).toBeUndefined();
	expect(read(201, '')).toBeUndefined();
	expect(read(502, '<html>Bad Gateway</html>')).toBeUndefined();
});

test('only a dead token is renewed: 401 also means a missing permission', () => {
	const ended = (code: string) => tiktok.token.hasEnded({ verdict: 'reconnect', code, status: 401, message: '', hint: '' });
	expect([ended('access_token_invalid'), ended('scope_not_authorized')]).toEqual([true, false]);
});
