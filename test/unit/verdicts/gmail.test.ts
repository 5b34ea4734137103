import { gmail } from '../../../nodes/platforms/gmail';
import type { Verdict } from '../../../nodes/core/errors';

interface Row {
	name: string;
	status: number;
	body: unknown;
	verdict: Verdict;
	/** A part of what is to be done. */
	hint?: RegExp;
	/** Seconds to wait. */
	wait?: number;
	/** The limit is that of all calls. */
	shared?: boolean;
}

const statuses: Record<number, string> = { 400: 'INVALID_ARGUMENT', 401: 'UNAUTHENTICATED', 403: 'PERMISSION_DENIED', 404: 'NOT_FOUND', 409: 'ABORTED', 429: 'RESOURCE_EXHAUSTED', 500: 'INTERNAL', 503: 'UNAVAILABLE' };

/** As Gmail words its errors. https://developers.google.com/workspace/gmail/api/guides/handle-errors */
const error = (code: number, reason: string, message = 'Something.', more: object = {}) => ({ error: { code, message, errors: [{ domain: 'global', reason, message }], status: statuses[code], ...more } });

/** As Google’s newer servers do. https://google.aip.dev/193 */
const info = (code: number, reason: string) => ({ error: { code, message: 'Something.', status: statuses[code], details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' }] } });

const later = (ms: number) => `User-rate limit exceeded.  Retry after ${new Date(Date.now() + ms).toISOString()}`;
const oauth = (name: string, description?: string, more: object = {}) => ({ error: name, ...(description && { error_description: description }), ...more });

const rows: Row[] = [
	// Tokens and the app: https://developers.google.com/identity/protocols/oauth2
	{ name: 'a refresh token that has ended', status: 400, body: oauth('invalid_grant', 'Token has been expired or revoked.'), verdict: 'reconnect', hint: /click Connect/ },
	{ name: 'the session control of a Workspace', status: 400, body: oauth('invalid_grant', 'reauth related error (invalid_rapt)', { error_subtype: 'invalid_rapt' }), verdict: 'reconnect', hint: /click Connect/ },
	{ name: 'a wrong client', status: 401, body: oauth('invalid_client', 'The OAuth client was not found.'), verdict: 'stop', hint: /client ID and client secret/ },
	{ name: 'a client that may not', status: 401, body: oauth('unauthorized_client'), verdict: 'stop', hint: /client ID and client secret/ },
	{ name: 'a deleted client', status: 401, body: oauth('deleted_client'), verdict: 'stop', hint: /client ID and client secret/ },
	{ name: 'a redirect URL that is not registered', status: 400, body: oauth('redirect_uri_mismatch'), verdict: 'stop', hint: /OAuth Redirect URL/ },
	{ name: 'an unknown scope', status: 400, body: oauth('invalid_scope'), verdict: 'stop', hint: /permissions/ },
	{ name: 'an administrator’s rule', status: 400, body: oauth('admin_policy_enforced'), verdict: 'stop', hint: /administrator/ },
	{ name: 'an app of another organisation', status: 403, body: oauth('org_internal'), verdict: 'stop', hint: /one organisation/ },
	{ name: 'tokeninfo of a dead token', status: 400, body: oauth('invalid_token', 'Invalid Value'), verdict: 'reconnect', hint: /click Connect/ },
	{ name: 'an access token that has ended', status: 401, body: error(401, 'authError', 'Invalid Credentials'), verdict: 'reconnect', hint: /click Connect/ },
	{ name: 'the same without reasons', status: 401, body: { error: { code: 401, message: 'Request had invalid authentication credentials.', status: 'UNAUTHENTICATED' } }, verdict: 'reconnect', hint: /click Connect/ },
	{ name: 'a missing scope', status: 403, body: error(403, 'insufficientPermissions', 'Insufficient Permission'), verdict: 'reconnect', hint: /set “Access” to Full/ },
	{ name: 'a missing scope, as newer servers say it', status: 403, body: info(403, 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'), verdict: 'reconnect', hint: /set “Access” to Full/ },
	// Requests
	{ name: 'badRequest', status: 400, body: error(400, 'badRequest'), verdict: 'fix-input' },
	{ name: 'invalidArgument', status: 400, body: error(400, 'invalidArgument', 'Recipient address required'), verdict: 'fix-input' },
	{ name: 'INVALID_ARGUMENT alone', status: 400, body: { error: { code: 400, message: 'Invalid To header', status: 'INVALID_ARGUMENT' } }, verdict: 'fix-input' },
	{ name: 'no mailbox', status: 400, body: error(400, 'failedPrecondition', 'Mail service not enabled', { status: 'FAILED_PRECONDITION' }), verdict: 'stop', hint: /no Gmail/ },
	{ name: 'a message that is gone, or a history too old', status: 404, body: error(404, 'notFound', 'Requested entity was not found.'), verdict: 'fix-input', hint: /Check the ID/ },
	{ name: 'a label’s name that is there', status: 409, body: error(409, 'aborted', 'Label name exists or conflicts'), verdict: 'fix-input', hint: /another name/ },
	{ name: 'the same by its status alone', status: 409, body: { error: { code: 409, message: 'Label name exists or conflicts' } }, verdict: 'fix-input', hint: /another name/ },
	{ name: 'a message too large', status: 413, body: error(413, 'uploadTooLarge', 'Request is too large.'), verdict: 'fix-input', hint: /35 MB/ },
	{ name: 'the same by its status alone', status: 413, body: { error: { code: 413, message: 'Request is too large.' } }, verdict: 'fix-input', hint: /35 MB/ },
	// Limits
	{ name: 'userRateLimitExceeded, with its time in the text', status: 403, body: error(403, 'userRateLimitExceeded', later(42_000)), verdict: 'wait', wait: 42, hint: /Gmail takes no more until 20/, shared: true },
	{ name: 'rateLimitExceeded', status: 403, body: error(403, 'rateLimitExceeded', later(3_000)), verdict: 'wait', wait: 3, shared: true },
	{ name: 'dailyLimitExceeded, without a time', status: 403, body: error(403, 'dailyLimitExceeded', 'Daily Limit Exceeded'), verdict: 'wait', hint: /used up for now/, shared: true },
	{ name: 'quotaExceeded', status: 403, body: error(403, 'quotaExceeded'), verdict: 'wait', shared: true },
	{ name: 'a mailbox’s own limit for a day', status: 429, body: error(429, 'rateLimitExceeded', later(20 * 3_600_000)), verdict: 'wait', wait: 72_000, hint: /Gmail takes no more until/, shared: false },
	{ name: 'too many at once', status: 429, body: error(429, 'rateLimitExceeded', 'Too many concurrent requests for user'), verdict: 'wait', shared: false },
	{ name: 'a 429 of an unknown reason', status: 429, body: { error: { code: 429, message: 'Quota exceeded.', status: 'RESOURCE_EXHAUSTED' } }, verdict: 'wait', shared: false },
	{ name: 'a time that is over', status: 403, body: error(403, 'userRateLimitExceeded', later(-5_000)), verdict: 'wait', wait: 1, shared: true },
	// Permissions and the project
	{ name: 'domainPolicy', status: 403, body: error(403, 'domainPolicy'), verdict: 'stop', hint: /administrator/ },
	{ name: 'another person’s mailbox', status: 403, body: error(403, 'forbidden', 'Delegation denied for camille@example.com'), verdict: 'stop' },
	{ name: 'accessNotConfigured', status: 403, body: error(403, 'accessNotConfigured'), verdict: 'stop', hint: /Switch this API on/ },
	{ name: 'SERVICE_DISABLED', status: 403, body: info(403, 'SERVICE_DISABLED'), verdict: 'stop', hint: /Switch this API on/ },
	{ name: 'a 403 of an unknown reason', status: 403, body: error(403, 'somethingNew'), verdict: 'stop' },
	// Servers: what was asked may have been done
	{ name: 'backendError', status: 500, body: error(500, 'backendError', 'Backend Error'), verdict: 'unknown', hint: /Look at the mailbox/ },
	{ name: '502', status: 502, body: { error: { code: 502, message: 'Bad Gateway' } }, verdict: 'unknown' },
	{ name: 'UNAVAILABLE', status: 503, body: error(503, 'backendError', 'The service is currently unavailable.'), verdict: 'unknown' },
];

test.each(rows)('$status $name: $verdict', ({ status, body, verdict, hint = /\S.{10}/, wait, shared }) => {
	const failure = gmail.parseError({ status, headers: {}, body });
	expect(failure).toMatchObject({ verdict, hint: expect.stringMatching(hint), message: expect.stringMatching(/^Google refused: \S/), code: expect.stringMatching(/./) });
	expect(failure?.retryAfter === undefined ? undefined : Math.round(failure.retryAfter / 1000)).toBe(wait);
	if (shared !== undefined) expect(failure?.shared).toBe(shared);
});

test('what is no refusal is none', () => {
	expect(gmail.parseError({ status: 200, headers: {}, body: { id: '1' } })).toBeUndefined();
	expect(gmail.parseError({ status: 502, headers: {}, body: '<html>Bad Gateway</html>' })).toBeUndefined();
});

test('units by method: https://developers.google.com/workspace/gmail/api/reference/quota', () => {
	const cost = (call: string) => {
		const [method, path] = call.split(' ');
		return gmail.quota.cost({ method: method === 'GET' ? 'GET' : method === 'PUT' ? 'PUT' : method === 'DELETE' ? 'DELETE' : 'POST', url: `/users/me${path ?? ''}` });
	};
	const table = {
		...{ 'POST /messages/send': 100, 'POST /drafts/send': 100, 'GET /messages/1': 20, 'GET /messages': 5, 'GET /messages/1/attachments/2': 5, 'POST /messages/1/modify': 5, 'POST /messages/1/trash': 5 },
		...{ 'GET /threads/1': 40, 'GET /threads': 10, 'POST /threads/1/modify': 10, 'GET /drafts': 5, 'GET /drafts/1': 5, 'POST /drafts': 10, 'PUT /drafts/1': 15, 'DELETE /drafts/1': 10 },
		...{ 'GET /labels': 1, 'GET /labels/1': 1, 'POST /labels': 5, 'DELETE /labels/1': 5, 'GET /history': 2, 'GET /profile': 1, 'GET /settings/sendAs': 1, 'POST /messages/batchModify': 50 },
	};
	expect(Object.fromEntries(Object.keys(table).map((call) => [call, cost(call)]))).toEqual(table);
	expect(gmail.quota.cost({ url: '/userinfo', host: 'openid' })).toBe(0);
});
