import { Api } from '../../../nodes/core/api';
import type { Verdict } from '../../../nodes/core/errors';
import { pinterest } from '../../../nodes/platforms/pinterest';

/** What Pinterest answers, and what it means for the item. The hint must name the way out. */
type Row = readonly [status: number, code: number, message: string, verdict: Verdict, hint: RegExp];

const rows: readonly Row[] = [
	[400, 1, 'Invalid request: ...', 'fix-input', /Correct what Pinterest names/],
	[400, 400, 'Invalid board section parameters.', 'fix-input', /Correct what Pinterest names/],
	[400, 4196, 'Invalid conversion events.', 'fix-input', /Correct what Pinterest names/],
	[401, 2, 'Authentication failed.', 'reconnect', /click Connect/],
	[401, 3, 'Your token does not have sufficient permissions.', 'reconnect', /tick what this needs/],
	[401, 7, 'Not authorized to access board or Pin.', 'stop', /another account/],
	[401, 99, 'Something new.', 'stop', /another account/],
	[403, 29, 'Apps with Trial access may not create Pins in production. Please use API Sandbox https://api-sandbox.pinterest.com instead.', 'stop', /standard access.*“Sandbox”/],
	[403, 29, 'You are not permitted to access that resource.', 'stop', /its own.*beta/],
	[403, 403, 'Not authorized to update board section.', 'stop', /may not do this/],
	[404, 30, 'User not found.', 'fix-input', /Ad Account ID/],
	[404, 40, 'Board not found.', 'fix-input', /Choose the board anew/],
	[404, 50, 'Pin not found.', 'fix-input', /Check the Pin ID/],
	[404, 2031, "Sorry! We couldn't find this board section.", 'fix-input', /Choose the section anew/],
	[404, 404, 'Board section not found.', 'fix-input', /check the ID/],
	[405, 405, 'Method not allowed.', 'fix-input', /Correct what Pinterest names/],
	[409, 409, 'Board section conflict.', 'retry', /same moment/],
	[429, 8, 'This request exceeded a rate limit.', 'wait', /run again later/],
	[429, 8, 'Sorry! We blocked this Pin because it looks like SPAM.', 'stop', /for a day/],
	[500, 500, 'Could not create a new board section.', 'unknown', /Look at Pinterest/],
	[503, 503, 'Service unavailable.', 'retry', /later/],
	[503, 4197, 'The endpoint has been ramped down and is currently not accepting any traffic.', 'stop', /update QMARK/],
];

const headers = { 'x-pinterest-rid': '1234567890123456' };

test.each(rows)('%i with code %i, “%s”, is %s', (status, code, message, verdict, hint) => {
	const failure = pinterest.parseError({ status, headers, body: { code, message, status: 'failure' } });
	expect(failure).toEqual({ verdict, code: String(code), message: `Pinterest refused: ${message} (request 1234567890123456)`, hint: expect.stringMatching(hint) });
});

test('spam is told by the details too', () => {
	expect(pinterest.parseError({ status: 429, headers: {}, body: { code: 8, message: 'Blocked', message_detail: 'It looks like spam.' } })).toMatchObject({ verdict: 'stop', message: 'Pinterest refused: Blocked' });
});

test('a wait is as long as Pinterest’s headers say, and as “retry-after” says before that', () => {
	const used = { 'x-ratelimit-limit': '100, 100;w=60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '37' };
	const refused = (more: object) => pinterest.parseError({ status: 429, headers: { ...used, ...more }, body: { code: 8, message: 'No' } });
	expect(refused({})?.retryAfter).toBe(37_000);
	expect(refused({ 'retry-after': '5' })).not.toHaveProperty('retryAfter');
	// Seconds since 1970 are none of from now on.
	expect(refused({ 'x-ratelimit-reset': String(Date.now() / 1000 + 60) })?.retryAfter).toBeCloseTo(60_000, -2);
	expect(pinterest.parseError({ status: 409, headers: used, body: { code: 409, message: 'No' } })).not.toHaveProperty('retryAfter');
});

test.each([
	['AccessDenied', 'stop'],
	['ExpiredToken', 'stop'],
	['RequestTimeout', 'retry'],
	['SlowDown', 'retry'],
	['InternalError', 'retry'],
	['ServiceUnavailable', 'retry'],
	['EntityTooLarge', 'fix-input'],
	['MalformedPOSTRequest', 'stop'],
])('the store’s %s is %s: nothing was published', (code, verdict) => {
	const failure = pinterest.parseError({ status: 403, headers: {}, body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>secret policy</Message></Error>` });
	expect(failure).toEqual({ verdict, code, message: `Pinterest’s storage refused the video: ${code}.`, hint: expect.stringMatching(/.{10}/) });
});

test('what is none of Pinterest’s own words is left to the core', () => {
	expect(pinterest.parseError({ status: 200, headers: {}, body: { code: 1 } })).toBeUndefined();
	expect(pinterest.parseError({ status: 502, headers: {}, body: '<html>nginx</html>' })).toBeUndefined();
	expect(pinterest.parseError({ status: 500, headers: {}, body: {} })).toBeUndefined();
});

describe('what is left of an allowance', () => {
	const usage = (limit: string, left: string, reset?: string) => pinterest.laneUsage({ 'x-ratelimit-limit': limit, 'x-ratelimit-remaining': left, ...(reset && { 'x-ratelimit-reset': reset }) });
	test('nobody stops before it is used up', () => {
		expect(usage('100', '60', '30')).toEqual({ percent: 40, regain: 30_000 });
		expect(usage('100', '1', '30')).toEqual({ percent: 89, regain: 30_000 });
		expect(usage('100', '0', '30')).toEqual({ percent: 100, regain: 30_000 });
		expect(usage('1000, 1000;w=60', '500')).toEqual({ percent: 50, regain: undefined });
	});
	test('headers that are missing or no numbers tell nothing', () => {
		expect(pinterest.laneUsage({})).toBeUndefined();
		expect(usage('many', 'few')).toBeUndefined();
	});
});

test('uploads go to Pinterest’s own store alone', () => {
	const to = (url: string, gateway = '') => pinterest.uploadsTo(url, { gateway });
	expect(to('https://pinterest-media-upload.s3-accelerate.amazonaws.com/')).toBe(true);
	expect(to('https://evil.s3-accelerate.amazonaws.com/')).toBe(false);
	expect(to('https://pinterest-media-upload.s3-accelerate.amazonaws.com.evil.example/')).toBe(false);
	expect(to('http://127.0.0.1:4010/pinterest-media-upload.s3-accelerate.amazonaws.com/', 'http://127.0.0.1:4010')).toBe(true);
});

test('a workflow in the API Sandbox is found not to reach anybody, before it is published', async () => {
	const api = new Api({ context: Object.create(null), platform: pinterest, credentials: {}, secrets: [], pace: '', probedAt: 0 }, 'read');
	expect(await pinterest.diagnose(api, {}, { environment: 'sandbox' })).toEqual([{ problem: 'unaudited-app', message: expect.stringContaining('API Sandbox'), fix: expect.stringContaining('“Live”') }]);
	expect(await pinterest.diagnose(api, {}, { environment: 'live' })).toEqual([]);
});
