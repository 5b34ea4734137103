import { googleAds } from '../../../nodes/platforms/googleAds';

/** A refusal in the API's own shape. https://developers.google.com/google-ads/api/docs/best-practices/understand-api-errors */
const body = (family: string, code: string, more: object = {}, version = 'v25') => ({
	error: { code: 400, message: 'Request contains an invalid argument.', status: 'INVALID_ARGUMENT', details: [{ '@type': `type.googleapis.com/google.ads.googleads.${version}.errors.GoogleAdsFailure`, errors: [{ errorCode: { [family]: code }, message: 'What Google says.', ...more }], requestId: 'sandbox-request' }] },
});
const parse = (status: number, json: unknown, headers = {}) => {
	const failure = googleAds.parseError({ status, headers, body: json });
	return failure && { status, ...failure };
};

const rows: [code: string, status: number, verdict: string, hint: RegExp, ends?: boolean][] = [
	['authenticationError.OAUTH_TOKEN_EXPIRED', 401, 'reconnect', /click Connect/, true],
	['authenticationError.OAUTH_TOKEN_INVALID', 401, 'reconnect', /click Connect/, true],
	['authenticationError.OAUTH_TOKEN_HEADER_INVALID', 401, 'reconnect', /click Connect/, true],
	['authenticationError.OAUTH_TOKEN_REVOKED', 401, 'reconnect', /taken back/],
	['authenticationError.OAUTH_TOKEN_DISABLED', 401, 'reconnect', /switched the connection off/],
	['authenticationError.GOOGLE_ACCOUNT_DELETED', 401, 'reconnect', /is gone/],
	['authenticationError.NOT_ADS_USER', 401, 'stop', /works in Google Ads/],
	['authenticationError.CUSTOMER_NOT_FOUND', 401, 'stop', /no such Google Ads account/],
	['authenticationError.TWO_STEP_VERIFICATION_NOT_ENROLLED', 401, 'stop', /2-Step Verification/],
	['authenticationError.ADVANCED_PROTECTION_NOT_ENROLLED', 401, 'stop', /Advanced Protection/],
	['authenticationError.DEVELOPER_TOKEN_INVALID', 401, 'stop', /Developer Token/],
	['authenticationError.LOGIN_COOKIE_REQUIRED', 401, 'stop', /Connect the Google account/],
	['requestError.DEVELOPER_TOKEN_PARAMETER_MISSING', 400, 'stop', /Developer Token/],
	['authorizationError.DEVELOPER_TOKEN_NOT_APPROVED', 403, 'stop', /Cloud project/],
	['authorizationError.DEVELOPER_TOKEN_PROHIBITED', 403, 'stop', /Developer Token/],
	['authorizationError.USER_PERMISSION_DENIED', 403, 'stop', /Login Customer ID/],
	['authorizationError.CUSTOMER_NOT_ENABLED', 403, 'stop', /not active yet, or closed/],
	['authorizationError.INVALID_LOGIN_CUSTOMER_ID_SERVING_CUSTOMER_ID_COMBINATION', 403, 'stop', /Login Customer ID/],
	['authorizationError.CLOUD_PROJECT_NOT_APPROVED_FOR_PRODUCTION', 403, 'stop', /Explorer access/],
	['authorizationError.PROJECT_DISABLED', 403, 'stop', /switched off/],
	['authorizationError.MISSING_TOS', 403, 'stop', /terms of service/],
	['authorizationError.ACTION_NOT_PERMITTED', 403, 'stop', /standard or admin access/],
	['authorizationError.ACTION_NOT_PERMITTED_FOR_SUSPENDED_ACCOUNT', 403, 'stop', /suspended/],
	['authorizationError.METRIC_ACCESS_DENIED', 403, 'stop', /metrics/],
	['authorizationError.SOMETHING_NEW', 403, 'stop', /may not do this/],
	['headerError.INVALID_LOGIN_CUSTOMER_ID', 400, 'stop', /ten digits/],
	['notAllowlistedError.CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE', 403, 'stop', /Data Manager/],
	['quotaError.RESOURCE_EXHAUSTED', 429, 'wait', /day’s allowance/],
	['quotaError.RESOURCE_TEMPORARILY_EXHAUSTED', 429, 'wait', /slows/],
	['quotaError.EXCESSIVE_SHORT_TERM_QUERY_RESOURCE_CONSUMPTION', 429, 'wait', /fewer fields/],
	['quotaError.EXCESSIVE_LONG_TERM_QUERY_RESOURCE_CONSUMPTION', 429, 'wait', /fewer fields/],
	['internalError.TRANSIENT_ERROR', 500, 'unknown', /Look in Google Ads/],
	['internalError.INTERNAL_ERROR', 500, 'unknown', /Look in Google Ads/],
	['internalError.DEADLINE_EXCEEDED', 504, 'unknown', /Look in Google Ads/],
	['databaseError.CONCURRENT_MODIFICATION', 400, 'retry', /nothing was done/],
	['requestError.UNSUPPORTED_VERSION', 400, 'stop', /update QMARK/],
	['requestError.PAGE_SIZE_NOT_SUPPORTED', 400, 'fix-input', /query/],
	['requestError.EXPIRED_PAGE_TOKEN', 400, 'retry', /Run the item again/],
	['requestError.INVALID_PAGE_TOKEN', 400, 'retry', /Run the item again/],
	['requestError.TOO_MANY_MUTATE_OPERATIONS', 400, 'fix-input', /10,000/],
	['conversionUploadError.TOO_MANY_CONVERSIONS_IN_REQUEST', 400, 'fix-input', /2,000/],
	['requestError.INVALID_CUSTOMER_ID', 400, 'fix-input', /Correct what Google names/],
	['queryError.REQUESTED_METRICS_FOR_MANAGER', 400, 'fix-input', /accounts below it/],
	['queryError.EXPECTED_FILTERS_ON_DATE_RANGE', 400, 'fix-input', /segments\.date DURING/],
	['queryError.EXPECTED_REFERENCED_FIELD_IN_SELECT_CLAUSE', 400, 'fix-input', /to SELECT/],
	['queryError.UNRECOGNIZED_FIELD', 400, 'fix-input', /start_date_time/],
	['queryError.PROHIBITED_SEGMENT_WITH_METRIC_IN_SELECT_OR_WHERE_CLAUSE', 400, 'fix-input', /two queries/],
	['queryError.BAD_FIELD_NAME', 400, 'fix-input', /Correct the query/],
	['changeEventError.START_DATE_TOO_OLD', 400, 'fix-input', /30 days/],
	['changeEventError.LIMIT_NOT_SPECIFIED', 400, 'fix-input', /LIMIT 10000/],
	['changeEventError.INVALID_LIMIT_CLAUSE', 400, 'fix-input', /10000 or less/],
	['fieldError.REQUIRED', 400, 'fix-input', /Correct what Google names/],
	['rangeError.TOO_LOW', 400, 'fix-input', /Correct what Google names/],
	['fieldMaskError.FIELD_MASK_MISSING', 400, 'stop', /Report/],
	['campaignBudgetError.MONEY_AMOUNT_TOO_LARGE', 400, 'fix-input', /Lower the budget/],
	['campaignBudgetError.NON_MULTIPLE_OF_MINIMUM_CURRENCY_UNIT', 400, 'fix-input', /Round/],
	['campaignBudgetError.BUDGET_BELOW_PER_DAY_MINIMUM', 400, 'fix-input', /Raise the budget/],
	['campaignBudgetError.DUPLICATE_NAME', 400, 'fix-input', /another name/],
	['mutateError.EU_POLITICAL_ADVERTISING_DECLARATION_REQUIRED', 400, 'fix-input', /political/],
	['recommendationError.RECOMMENDATION_ALREADY_APPLIED', 400, 'fix-input', /not open any more/],
	['recommendationError.RECOMMENDATION_INVALIDATED', 400, 'fix-input', /not open any more/],
];

test.each(rows.map(([code, status, verdict, hint, ends = false]) => ({ code, status, verdict, hint, ends })))('$code ($status) is $verdict', ({ code, status, verdict, hint, ends }) => {
	const [family = '', name = ''] = code.split('.');
	const failure = parse(status, body(family, name));
	expect(failure).toMatchObject({ verdict, hint: expect.stringMatching(hint) });
	// Uploads have a table of their own, whose codes are without their family.
	expect(code.endsWith(failure?.code ?? '-')).toBe(true);
	expect(failure && googleAds.token.hasEnded(failure)).toBe(ends);
});

test('the same in the version after this one, and in a stream', () => {
	const failure = { verdict: 'stop', code: 'authorizationError.USER_PERMISSION_DENIED' };
	expect(parse(403, body('authorizationError', 'USER_PERMISSION_DENIED', {}, 'v26'))).toMatchObject(failure);
	expect(parse(403, [body('authorizationError', 'USER_PERMISSION_DENIED')])).toMatchObject(failure);
	expect(googleAds.parseError({ status: 200, headers: {}, body: [{ results: [] }] })).toBeUndefined();
	expect(googleAds.parseError({ status: 200, headers: {}, body: { results: [] } })).toBeUndefined();
});

test('what is wrong, where, about which value, and the ID for Google’s support', () => {
	const location = { fieldPathElements: [{ fieldName: 'operations', index: 0 }, { fieldName: 'update' }, { fieldName: 'amount_micros' }] };
	const failure = parse(400, body('rangeError', 'TOO_LOW', { location, trigger: { int64Value: '3' } }));
	expect(failure?.message).toBe('Google Ads refused: What Google says (at operations[0].update.amount_micros, “3”). Request ID: sandbox-request.');
	const many = body('fieldError', 'REQUIRED');
	const { details: [detail] } = many.error;
	detail?.errors.push(...Array.from({ length: 4 }, (_, index) => ({ errorCode: { fieldError: 'REQUIRED' }, message: `Field ${index}.` })));
	expect(parse(400, many)?.message).toMatch(/^Google Ads refused: What Google says; Field 0; Field 1; and 2 more\./);
	const bare = { error: { code: 400, message: 'x', details: [{ '@type': 'type.googleapis.com/google.ads.googleads.v25.errors.GoogleAdsFailure', errors: [{ errorCode: { fieldError: 'REQUIRED' }, message: 'A field.' }] }] } };
	expect(parse(400, bare, { 'request-id': 'from-the-header' })?.message).toMatch(/Request ID: from-the-header\.$/);
});

test.each([
	{ code: 'RESOURCE_TEMPORARILY_EXHAUSTED', details: { rateScope: 'ACCOUNT', retryDelay: '60s' }, retryAfter: 60_000, shared: false },
	{ code: 'RESOURCE_TEMPORARILY_EXHAUSTED', details: { rateScope: 'DEVELOPER', retryDelay: '1.5s' }, retryAfter: 1_500, shared: true },
	{ code: 'RESOURCE_TEMPORARILY_EXHAUSTED', details: undefined, retryAfter: 30_000, shared: false },
	{ code: 'RESOURCE_EXHAUSTED', details: { rateScope: 'DEVELOPER', retryDelay: '8263s' }, retryAfter: 8_263_000, shared: true },
	{ code: 'RESOURCE_EXHAUSTED', details: undefined, retryAfter: 3_600_000, shared: false },
])('$code with $details waits $retryAfter ms', ({ code, details, retryAfter, shared }) => {
	expect(parse(429, body('quotaError', code, details && { details: { quotaErrorDetails: details } }))).toMatchObject({ verdict: 'wait', retryAfter, shared });
});

test('what Google says in its common form: an API that is off, a scope that is missing, a token without details', () => {
	const info = (reason: string) => ({ error: { code: 403, message: 'x', status: 'PERMISSION_DENIED', details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' }] } });
	expect(parse(403, info('SERVICE_DISABLED'))).toMatchObject({ verdict: 'stop', code: 'SERVICE_DISABLED', hint: expect.stringMatching(/Switch this API on/) });
	expect(parse(403, info('ACCESS_TOKEN_SCOPE_INSUFFICIENT'))).toMatchObject({ verdict: 'reconnect' });
	const plain = parse(401, { error: { code: 401, message: 'Request had invalid authentication credentials.', status: 'UNAUTHENTICATED' } });
	expect(plain).toMatchObject({ verdict: 'reconnect' });
	expect(plain && googleAds.token.hasEnded(plain)).toBe(true);
	expect(parse(503, { error: { code: 503, message: 'The service is currently unavailable.', status: 'UNAVAILABLE' } })).toMatchObject({ verdict: 'retry' });
});
