import { youtube } from '../../../nodes/platforms/youtube';
import type { Verdict } from '../../../nodes/core/errors';

interface Row {
	reason: string;
	status: number;
	verdict: Verdict;
	/** A part of what is to be done. */
	hint: RegExp;
	domain?: string;
	/** Seconds to wait. */
	wait?: number;
}

/** As YouTube words its errors, in HTML. https://developers.google.com/youtube/v3/docs/errors */
const error = (code: number, reason: string, domain = 'youtube.video', message = 'Some <code>thing</code> is <a href="/x">wrong</a>.', more: object = {}) => ({ error: { code, message, errors: [{ message, domain, reason }], ...more } });

const told = ({ status, reason, domain }: Pick<Row, 'status' | 'reason' | 'domain'>) => youtube.parseError({ status, headers: {}, body: error(status, reason, domain) });

const rows: Row[] = [
	// The account
	{ reason: 'youtubeSignupRequired', status: 401, verdict: 'stop', hint: /no YouTube channel/ },
	{ reason: 'authenticatedUserNotChannel', status: 403, verdict: 'stop', hint: /no YouTube channel/ },
	{ reason: 'channelNotFound', status: 404, verdict: 'stop', hint: /no YouTube channel/ },
	{ reason: 'authenticatedUserAccountClosed', status: 403, verdict: 'stop', hint: /closed or suspended/ },
	{ reason: 'authenticatedUserAccountSuspended', status: 403, verdict: 'stop', hint: /closed or suspended/ },
	{ reason: 'channelClosed', status: 403, verdict: 'stop', hint: /closed or suspended/ },
	{ reason: 'channelSuspended', status: 403, verdict: 'stop', hint: /closed or suspended/ },
	{ reason: 'channelForbidden', status: 403, verdict: 'stop', hint: /who is connected/ },
	{ reason: 'accountDelegationForbidden', status: 403, verdict: 'stop', hint: /who is connected/ },
	{ reason: 'forbidden', status: 403, verdict: 'stop', hint: /who is connected/ },
	{ reason: 'insufficientCapabilities', status: 403, verdict: 'stop', hint: /who is connected/ },
	{ reason: 'insufficientPermissions', status: 403, verdict: 'reconnect', hint: /“Use For”/ },
	{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT', status: 403, verdict: 'reconnect', hint: /“Use For”/ },
	{ reason: 'authError', status: 401, verdict: 'reconnect', hint: /click Connect/ },
	{ reason: 'accessNotConfigured', status: 403, verdict: 'stop', hint: /Switch this API on/ },
	// Limits
	{ reason: 'quotaExceeded', status: 403, domain: 'youtube.quota', verdict: 'wait', hint: /100 uploads and 10,000 units/ },
	{ reason: 'dailyLimitExceeded', status: 403, domain: 'usageLimits', verdict: 'wait', hint: /run this again after 20/ },
	{ reason: 'rateLimitExceeded', status: 403, domain: 'usageLimits', verdict: 'wait', hint: /run again later/ },
	{ reason: 'userRateLimitExceeded', status: 403, domain: 'usageLimits', verdict: 'wait', hint: /run again later/ },
	{ reason: 'uploadLimitExceeded', status: 400, verdict: 'wait', hint: /tomorrow/, wait: 86_400 },
	{ reason: 'uploadRateLimitExceeded', status: 429, domain: 'youtube.thumbnail', verdict: 'wait', hint: /too many thumbnails/, wait: 3_600 },
	{ reason: 'maxPlaylistExceeded', status: 400, domain: 'youtube.playlist', verdict: 'stop', hint: /delete one first/ },
	{ reason: 'playlistContainsMaximumNumberOfVideos', status: 403, domain: 'youtube.playlistItem', verdict: 'stop', hint: /full/ },
	// Videos
	{ reason: 'videoNotFound', status: 404, verdict: 'fix-input', hint: /no such video/ },
	{ reason: 'mediaBodyRequired', status: 400, verdict: 'fix-input', hint: /no file/ },
	{ reason: 'invalidFilename', status: 400, verdict: 'fix-input', hint: /plain name/ },
	{ reason: 'invalidTitle', status: 400, verdict: 'fix-input', hint: /1 to 100 characters/ },
	{ reason: 'invalidDescription', status: 400, verdict: 'fix-input', hint: /5,000 bytes/ },
	{ reason: 'invalidTags', status: 400, verdict: 'fix-input', hint: /500 characters/ },
	{ reason: 'invalidCategoryId', status: 400, verdict: 'fix-input', hint: /category/ },
	{ reason: 'invalidPublishAt', status: 400, verdict: 'fix-input', hint: /private video/ },
	{ reason: 'invalidRecordingDetails', status: 400, verdict: 'fix-input', hint: /Correct/ },
	{ reason: 'invalidVideoGameRating', status: 400, verdict: 'fix-input', hint: /Correct/ },
	{ reason: 'invalidVideoMetadata', status: 400, verdict: 'fix-input', hint: /title and a category/ },
	{ reason: 'defaultLanguageNotSet', status: 400, verdict: 'fix-input', hint: /language/ },
	{ reason: 'defaultLanguageNotSetError', status: 400, verdict: 'fix-input', hint: /language/ },
	{ reason: 'forbiddenLicenseSetting', status: 403, verdict: 'fix-input', hint: /license/ },
	{ reason: 'forbiddenPrivacySetting', status: 403, verdict: 'stop', hint: /audit/ },
	{ reason: 'forbiddenEmbedSetting', status: 403, verdict: 'fix-input', hint: /embedding/ },
	{ reason: 'uploadTooLarge', status: 413, domain: 'global', verdict: 'fix-input', hint: /smaller/ },
	{ reason: 'badContent', status: 400, domain: 'global', verdict: 'fix-input', hint: /video file/ },
	// Thumbnails
	{ reason: 'forbidden', status: 403, domain: 'youtube.thumbnail', verdict: 'stop', hint: /youtube\.com\/verify/ },
	{ reason: 'invalidImage', status: 400, domain: 'youtube.thumbnail', verdict: 'fix-input', hint: /JPEG or PNG/ },
	{ reason: 'mediaBodyRequired', status: 400, domain: 'youtube.thumbnail', verdict: 'fix-input', hint: /no file/ },
	// Playlists
	{ reason: 'playlistNotFound', status: 404, domain: 'youtube.playlist', verdict: 'fix-input', hint: /no such playlist/ },
	{ reason: 'playlistForbidden', status: 403, domain: 'youtube.playlist', verdict: 'stop', hint: /who is connected/ },
	{ reason: 'playlistOperationUnsupported', status: 400, domain: 'youtube.playlist', verdict: 'fix-input', hint: /the channel’s own/ },
	{ reason: 'playlistTitleRequired', status: 400, domain: 'youtube.playlist', verdict: 'fix-input', hint: /title/ },
	{ reason: 'invalidPlaylistSnippet', status: 400, domain: 'youtube.playlist', verdict: 'fix-input', hint: /150 characters/ },
	{ reason: 'playlistIdRequired', status: 400, domain: 'youtube.playlistItem', verdict: 'fix-input', hint: /playlist/ },
	{ reason: 'playlistItemNotFound', status: 404, domain: 'youtube.playlistItem', verdict: 'fix-input', hint: /no such entry/ },
	{ reason: 'playlistItemsNotAccessible', status: 403, domain: 'youtube.playlistItem', verdict: 'stop', hint: /who is connected/ },
	{ reason: 'videoAlreadyInAnotherSeriesPlaylist', status: 400, domain: 'youtube.playlistItem', verdict: 'fix-input', hint: /series/ },
	{ reason: 'manualSortRequired', status: 400, domain: 'youtube.playlistItem', verdict: 'fix-input', hint: /position/ },
	{ reason: 'invalidPlaylistItemPosition', status: 400, domain: 'youtube.playlistItem', verdict: 'fix-input', hint: /position from 0/ },
	{ reason: 'resourceIdRequired', status: 400, domain: 'youtube.playlistItem', verdict: 'fix-input', hint: /video/ },
	{ reason: 'invalidResourceType', status: 400, domain: 'youtube.playlistItem', verdict: 'fix-input', hint: /videos/ },
	// Requests
	{ reason: 'invalidFilters', status: 400, domain: 'youtube.parameter', verdict: 'fix-input', hint: /Correct/ },
	{ reason: 'invalidPageToken', status: 400, domain: 'youtube.parameter', verdict: 'retry', hint: /list has changed/ },
	{ reason: 'invalidParameter', status: 400, domain: 'youtube.parameter', verdict: 'fix-input', hint: /Correct/ },
	{ reason: 'missingRequiredParameter', status: 400, domain: 'youtube.parameter', verdict: 'fix-input', hint: /Correct/ },
	{ reason: 'unknownPart', status: 400, domain: 'youtube.parameter', verdict: 'fix-input', hint: /Correct/ },
	{ reason: 'badRequest', status: 400, domain: 'global', verdict: 'fix-input', hint: /Correct/ },
	{ reason: 'invalid', status: 400, domain: 'global', verdict: 'fix-input', hint: /Correct/ },
	// What is not known, and servers that may have done it
	{ reason: 'somethingNew', status: 403, verdict: 'stop', hint: /Look up/ },
	{ reason: 'backendError', status: 500, domain: 'global', verdict: 'unknown', hint: /Look there/ },
	{ reason: 'backendError', status: 503, domain: 'global', verdict: 'unknown', hint: /Look there/ },
];

test.each(rows)('$reason ($status $domain): $verdict', (row) => {
	const failure = told(row);
	expect(failure).toMatchObject({ verdict: row.verdict, code: row.reason, hint: expect.stringMatching(row.hint) });
	expect(failure?.message).toMatch(/^(YouTube|Google) refused: Some thing is wrong\.$/);
	if (row.wait !== undefined) expect(failure?.retryAfter).toBe(row.wait * 1000);
});

test('a temporary failure that Google names so is tried again', () => {
	expect(youtube.parseError({ status: 503, headers: {}, body: error(503, 'backendError', 'global', 'The service is currently unavailable.', { status: 'UNAVAILABLE' }) })).toMatchObject({ verdict: 'retry' });
});

/** The time of day in California, by which the quota is counted. */
test.each([
	['2027-01-15T20:00:00Z', 12],
	['2027-07-15T20:00:00Z', 11],
	['2027-07-15T06:59:00Z', 1 / 60],
	['2027-07-15T07:00:00Z', 24],
])('at %s the daily quota comes back in %d hours', (now, hours) => {
	jest.useFakeTimers({ now: Date.parse(now) });
	const failure = told({ status: 403, reason: 'quotaExceeded', domain: 'youtube.quota' });
	jest.useRealTimers();
	expect(failure?.retryAfter).toBe(Math.round(hours * 3_600_000));
	expect(failure?.hint).toContain(new Date(Date.parse(now) + hours * 3_600_000).toISOString().slice(0, 16));
});

test('every reason why a video failed or was rejected says what to do', () => {
	const [failures, rejections] = [youtube.failureReasons, youtube.rejectionReasons].map((reasons) => Object.keys(reasons).sort());
	expect(failures).toEqual(['codec', 'conversion', 'emptyFile', 'invalidFile', 'tooSmall', 'uploadAborted']);
	expect(rejections).toEqual(['claim', 'copyright', 'duplicate', 'inappropriate', 'legal', 'length', 'termsOfUse', 'trademark', 'uploaderAccountClosed', 'uploaderAccountSuspended']);
	for (const hint of [...Object.values(youtube.failureReasons), ...Object.values(youtube.rejectionReasons)]) expect(hint).toMatch(/^[A-Z].*\.$/);
});
