import { googleAds } from '../../../nodes/platforms/googleAds';
import { isAboutRecord, processingHint, throughManager } from '../../../nodes/platforms/dataManager';
import { accountMeanings, recordMeanings } from '../../../nodes/platforms/dataManagerReasons';
import { partialFailures, uploadMeanings } from '../../../nodes/platforms/conversionUploads';

const info = (reason: string) => ({ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'datamanager.googleapis.com', metadata: { requestId: 'r-1' } });
const refusal = (status: number, reason: string, violations: object[] = []) => ({
	status,
	headers: {},
	body: { error: { code: status, message: 'There was a problem with the request.', status: 'INVALID_ARGUMENT', details: [info(reason), ...(violations.length > 0 ? [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations }] : []), { '@type': 'type.googleapis.com/google.rpc.RequestInfo', requestId: 'r-1' }] } },
});
const violation = (reason: string, field = 'events.events[3].event_timestamp') => ({ field, description: 'It is wrong.', reason });

describe('Data Manager refuses', () => {
	test.each([
		...['INVALID_CONVERSION_ACTION_ID', 'INVALID_SHA256_FORMAT', 'EVENT_TIME_INVALID', 'NO_IDENTIFIERS_PROVIDED', 'TOO_MANY_EVENTS', 'INVALID_HEX_ENCODING', 'INVALID_USER_LIST_ID'].map((reason) => [reason, 'fix-input'] as const),
		...['TERMS_AND_CONDITIONS_NOT_SIGNED', 'DESTINATION_ACCOUNT_NOT_ENABLED_ENHANCED_CONVERSIONS_FOR_LEADS', 'NOT_ALLOWLISTED', 'OPERATING_ACCOUNT_LOGIN_ACCOUNT_MISMATCH'].map((reason) => [reason, 'stop'] as const),
	])('%s → %s', (reason, verdict) => {
		const failure = googleAds.parseError(refusal(400, 'INVALID_ARGUMENT', [violation(reason)]));
		expect(failure).toEqual({ verdict, code: reason, message: 'Google refused: There was a problem with the request. events[3].event_timestamp: It is wrong. (Request r-1)', hint: recordMeanings[reason] ?? accountMeanings[reason]?.[1] });
		expect(failure?.hint).toMatch(/^[A-Z].{10,}\.$/);
	});

	test.each([
		[403, 'PERMISSION_DENIED', 'stop'],
		[404, 'NOT_FOUND', 'fix-input'],
		[429, 'RESOURCE_EXHAUSTED', 'wait'],
		[500, 'INTERNAL_ERROR', 'unknown'],
		[504, 'DEADLINE_EXCEEDED', 'unknown'],
		[400, 'SOMETHING_NEW', 'fix-input'],
		[403, 'SOMETHING_NEW', 'stop'],
		[500, 'SOMETHING_NEW', 'unknown'],
	])('%i %s → %s', (status, reason, verdict) => expect(googleAds.parseError(refusal(status, reason))).toMatchObject({ verdict, code: reason }));

	test('many violations: the first three, and how many there are more', () => {
		const { message } = googleAds.parseError(refusal(400, 'INVALID_ARGUMENT', Array(5).fill(violation('INVALID_EVENT', 'events.events[0]')))) ?? {};
		expect(message).toMatch(/events\[0\]: It is wrong; events\[0\]: .* and 2 more\. \(Request r-1\)$/);
	});

	test('what is about one record is looked for among many, and nothing else', () => {
		expect(Object.keys(recordMeanings).every((code) => isAboutRecord({ code, verdict: 'fix-input', message: '', hint: '' }))).toBe(true);
		expect(Object.keys(accountMeanings).some((code) => isAboutRecord({ code, verdict: 'fix-input', message: '', hint: '' }))).toBe(false);
		expect(Object.keys(recordMeanings).filter((code) => code in accountMeanings)).toEqual([]);
	});

	test('what is Google’s in general keeps its meaning', () => {
		const details = [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED', domain: 'googleapis.com', metadata: { service: 'datamanager.googleapis.com' } }];
		expect(googleAds.parseError({ status: 403, headers: {}, body: { error: { code: 403, message: 'Off.', status: 'PERMISSION_DENIED', details } } })).toMatchObject({ verdict: 'stop', code: 'SERVICE_DISABLED', hint: expect.stringContaining('Switch this API on') });
	});
});

test.each(['EVENT_TOO_OLD', 'NO_CONSENT', 'DENIED_CONSENT', 'DUPLICATE_TRANSACTION_ID', 'DUPLICATE_GCLID', 'INVALID_GCLID', 'INVALID_GBRAID', 'INVALID_WBRAID', 'INVALID_FORMAT', 'INVALID_EVENT', 'CUSTOM_VARIABLE_NOT_ENABLED', 'DESTINATION_ACCOUNT_ENHANCED_CONVERSIONS_TERMS_NOT_SIGNED'])('the processing found %s', (reason) => {
	expect(processingHint(`PROCESSING_ERROR_REASON_${reason}`)).toMatch(/^[A-Z].{20,}\.$/);
	expect(processingHint(`PROCESSING_ERROR_REASON_${reason}`)).not.toMatch(/Look the reason up/);
});

test('a reason that is newer says where to look', () => expect(processingHint('PROCESSING_ERROR_REASON_NEW')).toMatch(/Look the reason up/));

describe('the manager in between', () => {
	const body = { destinations: [{ productDestinationId: '1' }, { productDestinationId: '2' }] };
	test('stands in each destination, or in a header', () => {
		const loginAccount = { accountType: 'GOOGLE_ADS', accountId: '1112223333' };
		expect(throughManager({ url: '/events:ingest', body }, { loginCustomerId: '111-222-3333' }).body).toEqual({ destinations: [{ productDestinationId: '1', loginAccount }, { productDestinationId: '2', loginAccount }] });
		expect(throughManager({ url: '/accountTypes/GOOGLE_ADS/accounts/1/userLists' }, { loginCustomerId: '1112223333' }).headers).toEqual({ 'login-account': 'accountTypes/GOOGLE_ADS/accounts/1112223333' });
	});
	test('or nowhere', () => {
		expect(throughManager({ url: '/events:ingest', body }, { loginCustomerId: '' })).toEqual({ url: '/events:ingest', body });
		expect(throughManager({ url: '/requestStatus:retrieve' }, { loginCustomerId: '1112223333' })).toEqual({ url: '/requestStatus:retrieve' });
	});
});

describe('uploads', () => {
	const error = (code: string, index?: number) => ({ errorCode: { conversionUploadError: code }, message: 'No.', ...(index !== undefined && { location: { fieldPathElements: [{ fieldName: 'conversions', index }, { fieldName: 'gclid' }] } }) });
	const google = (...errors: object[]) => ({ details: [{ '@type': 'type.googleapis.com/google.ads.googleads.v99.errors.GoogleAdsFailure', errors }] });
	test('a whole one that is refused', () => {
		const body = { error: { code: 403, message: 'No.', status: 'PERMISSION_DENIED', details: [{ '@type': 'type.googleapis.com/google.ads.googleads.v99.errors.GoogleAdsFailure', errors: [{ errorCode: { notAllowlistedError: 'CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE' }, message: 'Closed.' }] }] } };
		expect(googleAds.parseError({ status: 403, headers: {}, body })).toMatchObject({ verdict: 'stop', code: 'CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE', message: 'Google refused: Closed.', hint: expect.stringContaining('Data Manager') });
	});
	test.each(['CLICK_CONVERSION_ALREADY_EXISTS', 'ORDER_ID_ALREADY_IN_USE', 'EXPIRED_EVENT', 'EVENT_NOT_FOUND', 'INVALID_CONVERSION_ACTION_TYPE', 'GBRAID_WBRAID_BOTH_SET', 'ORDER_ID_CONTAINS_PII', 'CUSTOMER_NOT_ACCEPTED_CUSTOMER_DATA_TERMS', 'NO_CONVERSION_ACTION_FOUND', 'TOO_RECENT_EVENT', 'TOO_RECENT_CONVERSION_ACTION'])('%s has a verdict and a hint', (code) => {
		expect(partialFailures(google(error(code, 0)), [], 1).get(0)).toEqual({ verdict: uploadMeanings[code]?.[0], code, message: 'Google refused: No.', hint: expect.stringMatching(/^[A-Z].{10,}\.$/) });
	});
	test('each error at its place, the first of several, and one without a place at all that were not taken', () => {
		const found = partialFailures(google(error('UNPARSEABLE_GCLID', 2), error('EXPIRED_EVENT', 2), error('NEW_ONE')), [{ gclid: 'a' }, {}, {}], 3);
		expect([...found].map(([place, { code, verdict }]) => [place, code, verdict])).toEqual([[2, 'UNPARSEABLE_GCLID', 'fix-input'], [1, 'conversionUploadError.NEW_ONE', 'fix-input']]);
		expect(partialFailures(undefined, [], 2).size).toBe(0);
	});
	test('a place without a number is the first, whatever number stands further inside', () => {
		const person = { errorCode: { conversionUploadError: 'INVALID_USER_IDENTIFIER' }, message: 'No.', location: { fieldPathElements: [{ fieldName: 'conversions' }, { fieldName: 'user_identifiers', index: 2 }] } };
		expect([...partialFailures(google(person), [], 3).keys()]).toEqual([0]);
	});
	test.each([['internalError', 'TRANSIENT_ERROR', 'retry'], ['quotaError', 'RESOURCE_TEMPORARILY_EXHAUSTED', 'wait'], ['authorizationError', 'ACTION_NOT_PERMITTED', 'stop']])('%s.%s keeps its own meaning', (family, code, verdict) => {
		const passing = { ...error('', 0), errorCode: { [family]: code } };
		expect(partialFailures(google(passing), [], 1).get(0)).toMatchObject({ verdict });
	});
});
