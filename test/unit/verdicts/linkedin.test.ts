import type { Failure, Verdict } from '../../../nodes/core/errors';
import { linkedin } from '../../../nodes/platforms/linkedin';
import { duplicateOf } from '../../../nodes/platforms/linkedinErrors';

const failure = (status: number, body: unknown, headers: Record<string, string> = {}): Failure | undefined => linkedin.parseError({ status, body, headers });

/** What LinkedIn says, and what it means. The hint must name the way out. */
type Row = readonly [status: number, code: string | undefined, serviceErrorCode: number | undefined, message: string, verdict: Verdict, hint: RegExp];

const rows: readonly Row[] = [
	[400, 'VERSION_MISSING', undefined, 'A version must be present.', 'stop', /update n8n-nodes-qmark/],
	[400, 'MISSING_FIELD', undefined, '/commentary is required but missing', 'fix-input', /Correct what LinkedIn names/],
	[400, 'INVALID_VALUE_FOR_FIELD', undefined, '/visibility can’t be set to X', 'fix-input', /Correct what LinkedIn names/],
	[400, 'INVALID_URN_TYPE', undefined, '/author value x', 'fix-input', /Correct what LinkedIn names/],
	[400, undefined, undefined, 'Syntax exception', 'fix-input', /Correct what LinkedIn names/],
	[401, 'INVALID_ACCESS_TOKEN', 65600, 'Invalid access token', 'reconnect', /click Connect/],
	[401, 'REVOKED_ACCESS_TOKEN', 65601, 'The token used in the request has been revoked by the user', 'reconnect', /click Connect/],
	[401, 'EXPIRED_ACCESS_TOKEN', 65602, 'The token used in the request has expired', 'reconnect', /click Connect/],
	[401, 'EMPTY_ACCESS_TOKEN', 65604, 'Empty oauth2 access token', 'reconnect', /click Connect/],
	[401, undefined, 65600, 'Invalid access token', 'reconnect', /click Connect/],
	[401, undefined, 65601, 'Revoked', 'reconnect', /click Connect/],
	[401, undefined, 65602, 'Expired', 'reconnect', /click Connect/],
	[403, 'ACCESS_DENIED', 100, 'Not enough permissions to access: posts.CREATE.20260901', 'reconnect', /products and the person’s role/],
	[403, undefined, 100, 'Not enough permissions', 'reconnect', /products and the person’s role/],
	[404, 'RESOURCE_NOT_FOUND', undefined, 'No virtual resource found', 'fix-input', /check the ID/],
	[411, undefined, undefined, 'Length Required', 'stop', /proxy or gateway/],
	[422, 'FIELD_LENGTH_TOO_LONG', undefined, '/commentary length 3001', 'fix-input', /Shorten/],
	[422, 'UNPROCESSABLE_ENTITY', undefined, 'Something is wrong', 'fix-input', /Correct what LinkedIn names/],
	[422, undefined, undefined, 'ERROR :: /text :: unrecognized field found but not allowed\n', 'fix-input', /Correct what LinkedIn names/],
	[426, 'NONEXISTENT_VERSION', undefined, 'Requested version 20250101 is not active', 'stop', /update n8n-nodes-qmark/],
	[426, undefined, undefined, 'Version Header is Deprecated', 'stop', /update n8n-nodes-qmark/],
	[429, 'TOO_MANY_REQUESTS', 101, 'Resource level throttle limit for calls to this resource is reached.', 'wait', /midnight UTC/],
	[429, undefined, undefined, 'Resource level throttle limit', 'wait', /midnight UTC/],
	[500, 'INTERNAL_SERVER_ERROR', undefined, 'Internal Server Error', 'unknown', /Look at LinkedIn/],
	[502, undefined, undefined, 'Bad Gateway', 'unknown', /Look at LinkedIn/],
	[503, 'SERVICE_UNAVAILABLE', undefined, 'Service Unavailable', 'retry', /nothing was done/],
	[504, undefined, undefined, 'Gateway Timeout', 'unknown', /Look at LinkedIn/],
	[599, undefined, undefined, 'Something new', 'unknown', /Look at LinkedIn/],
	[418, undefined, undefined, 'Something new', 'stop', /Look up/],
];

test.each(rows)('%i %s %s', (status, code, serviceErrorCode, message, verdict, hint) => {
	const found = failure(status, { status, code, serviceErrorCode, message });
	expect(found).toMatchObject({ verdict, code: String(code ?? serviceErrorCode ?? status), message: `LinkedIn refused: ${message.trim()}`, hint: expect.stringMatching(hint) });
});

/** https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow */
test.each([
	[400, 'invalid_request', 'The provided authorization grant or refresh token is invalid, expired or revoked.', 'reconnect', /click Connect/],
	[400, 'invalid_grant', undefined, 'reconnect', /click Connect/],
	[401, 'invalid_client', 'Client authentication failed', 'reconnect', /Client Secret/],
	[401, 'unauthorized_client', undefined, 'reconnect', /Client Secret/],
	[400, 'invalid_redirect_uri', 'Unable to retrieve access token', 'stop', /OAuth Redirect URL/],
	[401, 'Invalid scope', undefined, 'reconnect', /App Type/],
	[401, 'unauthorized_scope_error', 'Scope "r_x" is not authorized', 'reconnect', /App Type/],
	[401, 'user_cancelled_login', undefined, 'reconnect', /log in/],
	[401, 'user_cancelled_authorize', undefined, 'reconnect', /allow what is asked/],
	[500, 'server_error', undefined, 'retry', /later/],
	[401, 'something_new', undefined, 'reconnect', /click Connect/],
])('OAuth: %i %s', (status, error, told, verdict, hint) => {
	expect(failure(status, { error, error_description: told })).toMatchObject({ verdict, code: error, message: `LinkedIn refused: ${told ?? error}`, hint: expect.stringMatching(hint) });
});

test('what is wrong with a field is told, with the code that only the field has', () => {
	const errorDetails = { inputErrors: [{ code: 'FIELD_ARRAY_SIZE_TOO_HIGH', description: 'Size of array cannot be higher than the maxLength', input: {} }] };
	expect(failure(400, { status: 400, message: 'ShareCommentary text length (8694 characters)', errorDetails })).toMatchObject({
		...{ verdict: 'fix-input', code: 'FIELD_ARRAY_SIZE_TOO_HIGH', message: 'LinkedIn refused: ShareCommentary text length (8694 characters) (Size of array cannot be higher than the maxLength)' },
		hint: expect.stringContaining('Shorten'),
	});
});

test.each(['urn:li:share:7012', 'urn:li:ugcPost:7012', 'urn:li:activity:7012'])('a duplicate names the earlier post: %s', (urn) => {
	const found = failure(422, { status: 422, code: 'DUPLICATE_POST', message: `Content is a duplicate of ${urn}` });
	expect(found).toMatchObject({ verdict: 'fix-input', code: 'DUPLICATE_POST', hint: expect.stringContaining(`The post ${urn} has the same text: nothing was published again.`) });
	expect(found && duplicateOf(found)).toBe(urn);
});

test('a duplicate that names nothing, and a refusal that is none', () => {
	const found = failure(422, { status: 422, code: 'DUPLICATE_POST', message: 'Content is a duplicate' });
	expect(found).toMatchObject({ hint: expect.stringContaining('A post has the same text') });
	expect(found && duplicateOf(found)).toBeUndefined();
	expect(duplicateOf({ code: 'OTHER', message: 'urn:li:share:1' })).toBeUndefined();
});

describe('the day’s limit', () => {
	beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-22T18:30:00Z') }));
	afterEach(() => jest.useRealTimers());
	const body = { status: 429, message: 'Resource level throttle limit' };

	test('is over at midnight UTC', () => {
		expect(failure(429, body)).toMatchObject({ verdict: 'wait', retryAfter: 5.5 * 60 * 60_000 });
	});

	test('a time that LinkedIn names goes first', () => {
		expect(failure(429, body, { 'retry-after': '60' })?.retryAfter).toBeUndefined();
	});
});

test('a success, and what is not LinkedIn’s envelope, say nothing', () => {
	expect(failure(200, { message: 'fine' })).toBeUndefined();
	expect(failure(502, '<html>')).toBeUndefined();
	expect(failure(500, { other: true })).toBeUndefined();
});
