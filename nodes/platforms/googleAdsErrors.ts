import type { Failure, Verdict } from '../core/errors';
import type { Reply } from '../core/platform';
import { google } from './google';

type Meaning = readonly [verdict: Verdict, hint: string];

/** https://developers.google.com/google-ads/api/reference/rpc/v25/GoogleAdsError */
export interface AdsError {
	/** One entry: the family of the code, and the code. */
	errorCode?: Record<string, string>;
	message?: string;
	trigger?: Record<string, unknown>;
	location?: { fieldPathElements?: { fieldName?: string; index?: number }[] };
	details?: { quotaErrorDetails?: { rateScope?: string; rateName?: string; retryDelay?: string }; unpublishedErrorCode?: string };
}

/** `google.rpc.Status`: the `error` of a refusal, or the `partialFailureError` of a mutate. */
export interface AdsStatus {
	code?: number;
	message?: string;
	status?: string;
	details?: { '@type'?: string; reason?: string; errors?: AdsError[]; requestId?: string }[];
}

const consent: Meaning = ['reconnect', 'Open the credential and click Connect.'];
const otherAccount: Meaning = ['stop', 'Connect the Google account that works in Google Ads: this one has no access to it.'];
const secondStep: Meaning = ['stop', 'Google asks for more security: turn on 2-Step Verification for the connected Google account, then click Connect in the credential.'];
const project: Meaning = ['stop', 'The Cloud project of your OAuth client decides what you may do: on console.cloud.google.com/google/ads-apis apply for Explorer access or more, and check that the project is active.'];
const developerToken: Meaning = ['stop', 'Empty “Developer Token” in the credential: since 2026 the Cloud project of the OAuth client counts. If Google still asks for one, correct it: Admin > API Center in your manager account.'];
const manager: Meaning = ['stop', 'Fill in “Login Customer ID” in the credential: the ten digits of the manager account through which you reach this account, without hyphens. Check also that the account is below it.'];
const daily: Meaning = ['wait', 'The day’s allowance of the Google Cloud project is used up: run again later, ask for less, or apply for a higher access level.'];
const soon: Meaning = ['wait', 'Google slows this account or project down: QMARK waits as long as Google says; run again later.'];
const heavy: Meaning = ['wait', 'Queries of this account have used too much of Google’s resources: run again later, for a shorter time or fewer fields.'];
const passing: Meaning = ['unknown', 'Look in Google Ads before this is sent again: it may have been done.'];
const query: Meaning = ['fix-input', 'Correct the query: Google names the place. Its fields are in developers.google.com/google-ads/api/fields.'];
const input: Meaning = ['fix-input', 'Correct what Google names and run the item again.'];
const pages: Meaning = ['retry', 'Run the item again: Google has forgotten where the pages of the last run ended.'];
const recommendation: Meaning = ['fix-input', 'This recommendation is not open any more: run Get Many of Recommendation again.'];

/** What the codes mean that need more than their family's sentence. https://developers.google.com/google-ads/api/docs/common-errors */
export const meanings: Readonly<Record<string, Meaning>> = {
	'authenticationError.OAUTH_TOKEN_EXPIRED': consent,
	'authenticationError.OAUTH_TOKEN_INVALID': consent,
	'authenticationError.OAUTH_TOKEN_HEADER_INVALID': consent,
	'authenticationError.OAUTH_TOKEN_REVOKED': ['reconnect', 'Access was taken back in the Google account: open the credential and click Connect.'],
	'authenticationError.OAUTH_TOKEN_DISABLED': ['reconnect', 'Google has switched the connection off: open the credential and click Connect.'],
	'authenticationError.GOOGLE_ACCOUNT_DELETED': ['reconnect', 'The connected Google account is gone: connect another one that works in Google Ads.'],
	'authenticationError.NOT_ADS_USER': otherAccount,
	'authenticationError.CUSTOMER_NOT_FOUND': ['stop', 'There is no such Google Ads account: check the account and “Login Customer ID” in the credential.'],
	'authenticationError.TWO_STEP_VERIFICATION_NOT_ENROLLED': secondStep,
	'authenticationError.ADVANCED_PROTECTION_NOT_ENROLLED': ['stop', 'Google asks for more security: enrol the connected Google account in the Advanced Protection Program, then click Connect in the credential.'],
	'authenticationError.DEVELOPER_TOKEN_INVALID': developerToken,
	'requestError.DEVELOPER_TOKEN_PARAMETER_MISSING': developerToken,
	'authorizationError.DEVELOPER_TOKEN_NOT_APPROVED': project,
	'authorizationError.DEVELOPER_TOKEN_PROHIBITED': developerToken,
	'authorizationError.USER_PERMISSION_DENIED': manager,
	'authorizationError.INVALID_LOGIN_CUSTOMER_ID_SERVING_CUSTOMER_ID_COMBINATION': manager,
	'authorizationError.CUSTOMER_NOT_ENABLED': ['stop', 'The account is not active yet, or closed: sign in at ads.google.com and finish its setup, or choose another.'],
	'authorizationError.CLOUD_PROJECT_NOT_APPROVED_FOR_PRODUCTION': project,
	'authorizationError.PROJECT_DISABLED': ['stop', 'The Cloud project of your OAuth client is switched off for Google Ads: look at it on console.cloud.google.com.'],
	'authorizationError.MISSING_TOS': ['stop', 'Sign in at ads.google.com and accept the terms of service of this account.'],
	'authorizationError.ACTION_NOT_PERMITTED': ['stop', 'The connected person may not do this in the account: ask its administrator for standard or admin access.'],
	'authorizationError.ACTION_NOT_PERMITTED_FOR_SUSPENDED_ACCOUNT': ['stop', 'The account is suspended: see why at ads.google.com.'],
	'authorizationError.METRIC_ACCESS_DENIED': ['stop', 'The connected person or project may not see one of these metrics: leave it out, or ask for more access.'],
	'headerError.INVALID_LOGIN_CUSTOMER_ID': ['stop', 'Correct “Login Customer ID” in the credential: ten digits, without hyphens.'],
	'notAllowlistedError.CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE': ['stop', 'Google has closed this way to accounts that did not use it before 2026: send conversions and audiences through the Data Manager instead.'],
	'quotaError.RESOURCE_EXHAUSTED': daily,
	'quotaError.RESOURCE_TEMPORARILY_EXHAUSTED': soon,
	'quotaError.EXCESSIVE_SHORT_TERM_QUERY_RESOURCE_CONSUMPTION': heavy,
	'quotaError.EXCESSIVE_LONG_TERM_QUERY_RESOURCE_CONSUMPTION': heavy,
	'quotaError.ACCESS_PROHIBITED': project,
	'internalError.TRANSIENT_ERROR': passing,
	'internalError.INTERNAL_ERROR': passing,
	'internalError.DEADLINE_EXCEEDED': passing,
	'databaseError.CONCURRENT_MODIFICATION': ['retry', 'Somebody else changed the same at the same time: run the item again, nothing was done.'],
	'requestError.UNSUPPORTED_VERSION': ['stop', 'Google has switched off this version of the Google Ads API: update QMARK.'],
	'requestError.PAGE_SIZE_NOT_SUPPORTED': query,
	'requestError.EXPIRED_PAGE_TOKEN': pages,
	'requestError.INVALID_PAGE_TOKEN': pages,
	'requestError.TOO_MANY_MUTATE_OPERATIONS': ['fix-input', 'Send at most 10,000 changes in one request.'],
	'requestError.TOO_MANY_ACTION_OPERATIONS': ['fix-input', 'Send at most 100 of these in one request.'],
	'conversionUploadError.TOO_MANY_CONVERSIONS_IN_REQUEST': ['fix-input', 'Send at most 2,000 conversions in one request.'],
	'requestError.RESOURCE_NOT_FOUND': ['fix-input', 'It does not exist in this account: check the ID and the account.'],
	'mutateError.RESOURCE_NOT_FOUND': ['fix-input', 'It does not exist in this account, or was removed: check the ID and the account.'],
	'mutateError.EU_POLITICAL_ADVERTISING_DECLARATION_REQUIRED': ['fix-input', 'Declare whether the campaign contains political advertising for the European Union.'],
	'queryError.REQUESTED_METRICS_FOR_MANAGER': ['fix-input', 'A manager account has no metrics of its own: choose one of the accounts below it.'],
	'queryError.EXPECTED_FILTERS_ON_DATE_RANGE': ['fix-input', 'Add a time to the query, such as WHERE segments.date DURING LAST_30_DAYS.'],
	'queryError.UNRECOGNIZED_FIELD': ['fix-input', 'Check the field’s name for this version in developers.google.com/google-ads/api/fields: Google renames some, such as campaign.start_date to campaign.start_date_time.'],
	'queryError.EXPECTED_REFERENCED_FIELD_IN_SELECT_CLAUSE': ['fix-input', 'Add the field that Google names to SELECT: what the query filters or sorts by has to be there.'],
	'queryError.PROHIBITED_SEGMENT_WITH_METRIC_IN_SELECT_OR_WHERE_CLAUSE': ['fix-input', 'This segment and this metric do not go together: ask for them in two queries.'],
	'changeEventError.START_DATE_TOO_OLD': ['fix-input', 'Google keeps changes for 30 days: choose a later day.'],
	'changeEventError.LIMIT_NOT_SPECIFIED': ['fix-input', 'Add LIMIT 10000 or less: the change history asks for one.'],
	'changeEventError.INVALID_LIMIT_CLAUSE': ['fix-input', 'Lower the LIMIT to 10000 or less.'],
	'campaignBudgetError.MONEY_AMOUNT_TOO_LARGE': ['fix-input', 'Lower the budget: Google does not take so much.'],
	'campaignBudgetError.NON_MULTIPLE_OF_MINIMUM_CURRENCY_UNIT': ['fix-input', 'Round the amount to what the account’s currency has coins for.'],
	'campaignBudgetError.BUDGET_BELOW_PER_DAY_MINIMUM': ['fix-input', 'Raise the budget to the minimum a day that Google names.'],
	'campaignBudgetError.DUPLICATE_NAME': ['fix-input', 'Give it another name: the account has one of this name.'],
	'campaignError.DUPLICATE_CAMPAIGN_NAME': ['fix-input', 'Give it another name: the account has one of this name.'],
	'adGroupError.DUPLICATE_ADGROUP_NAME': ['fix-input', 'Give it another name: the campaign has one of this name.'],
	'campaignBudgetError.CAMPAIGN_BUDGET_IN_USE': ['fix-input', 'Remove the campaigns that use this budget first, or give them another one.'],
	'campaignError.CANNOT_MODIFY_START_DATE_IF_ALREADY_STARTED': ['fix-input', 'Leave the start date out: the campaign has started.'],
	'contextError.OPERATION_NOT_PERMITTED_FOR_REMOVED_RESOURCE': ['fix-input', 'It was removed, and nothing brings it back: create another one.'],
	'mutateError.ID_EXISTS_IN_MULTIPLE_MUTATES': ['retry', 'The same thing stood twice in one request: run the items one after the other.'],
	'policyFindingError.POLICY_FINDING': ['fix-input', 'Google’s policies do not allow what it names: change the text or the page. See support.google.com/adspolicy.'],
	'policyViolationError.POLICY_ERROR': ['fix-input', 'Google’s policies do not allow what it names: change the text. See support.google.com/adspolicy.'],
	'resourceCountLimitExceededError.RESOURCE_LIMIT': ['fix-input', 'There are as many as Google takes: pause or remove others first.'],
	'fieldMaskError.FIELD_MASK_MISSING': ['stop', 'Report this message to QMARK: it did not say what to change.'],
	'recommendationError.RECOMMENDATION_ALREADY_APPLIED': recommendation,
	'recommendationError.RECOMMENDATION_ALREADY_DISMISSED': recommendation,
	'recommendationError.RECOMMENDATION_INVALIDATED': recommendation,
	'recommendationError.INVALID_APPLY_REQUEST': ['fix-input', 'Give what this kind of recommendation needs under “Parameters”, or apply it at ads.google.com.'],
	'recommendationError.RECOMMENDATION_TYPE_APPLY_NOT_SUPPORTED': ['fix-input', 'Apply this kind of recommendation at ads.google.com: the API cannot.'],
};

/** What the families mean. The others are about what was sent. */
const families: Readonly<Record<string, Meaning>> = {
	authenticationError: otherAccount,
	authorizationError: ['stop', 'The connected person or project may not do this: check the access at ads.google.com and who is connected.'],
	quotaError: soon,
	internalError: passing,
	queryError: query,
};

/** Another token may help: all other 401 of this API are about the person, the account or the project. */
const ended = ['authenticationError.OAUTH_TOKEN_EXPIRED', 'authenticationError.OAUTH_TOKEN_INVALID', 'authenticationError.OAUTH_TOKEN_HEADER_INVALID'];

export const hasEnded = ({ status, verdict, code = '' }: Failure): boolean => status === 401 && (code.includes('.') ? ended.includes(code) : verdict === 'reconnect');

/** Milliseconds to wait where Google names none: until the day's window has moved on, and between two tries. https://developers.google.com/google-ads/api/docs/best-practices/quotas */
const HOUR = 60 * 60_000;
const PAUSE = 30_000;

export const codeOf = ({ errorCode = {} }: AdsError): string => Object.entries(errorCode)[0]?.join('.') ?? '';

function waitOf(error: AdsError): number {
	const { retryDelay } = error.details?.quotaErrorDetails ?? {};
	const seconds = Number(/^(\d+(?:\.\d+)?)s$/.exec(retryDelay ?? '')?.[1]);
	if (seconds > 0) return seconds * 1000;
	return codeOf(error) === 'quotaError.RESOURCE_EXHAUSTED' ? HOUR : PAUSE;
}

/** `operations[0].update.amountMicros` */
export const placeOf = ({ location }: AdsError): string =>
	(location?.fieldPathElements ?? []).map(({ fieldName = '', index }) => (index === undefined ? fieldName : `${fieldName}[${index}]`)).join('.');

/** What Google says of one error, where, and about which value. */
export function sentenceOf(error: AdsError): string {
	const place = placeOf(error);
	const trigger = Object.values(error.trigger ?? {})[0];
	const more = [...(place ? [`at ${place}`] : []), ...(trigger === undefined || trigger === '' ? [] : [`“${String(trigger)}”`])];
	const message = (error.message ?? 'no message').trim().replace(/\.$/, '');
	return more.length > 0 ? `${message} (${more.join(', ')})` : message;
}

const isFailure = ({ '@type': type = '' }: { '@type'?: string }) => type.endsWith('.GoogleAdsFailure');

/** The GoogleAdsFailure inside a status: its errors, and the ID that Google's support asks for. */
export const errorsIn = ({ details = [] }: AdsStatus): { errors: AdsError[]; requestId?: string } => {
	const failures = details.filter(isFailure);
	return { errors: failures.flatMap(({ errors = [] }) => errors), requestId: failures.find(({ requestId }) => requestId)?.requestId };
};

/** What one error comes to. */
export function adsFailureOf(error: AdsError): Omit<Failure, 'message'> {
	const code = codeOf(error);
	const [verdict, hint] = meanings[code] ?? families[code.split('.')[0] ?? ''] ?? input;
	const shared = error.details?.quotaErrorDetails?.rateScope === 'DEVELOPER';
	return { verdict, hint, code, ...(verdict === 'wait' && { retryAfter: waitOf(error), shared }) };
}

/** The same where others went through: what failed was surely not done. */
export function partFailureOf(error: AdsError): Omit<Failure, 'message'> {
	const failure = adsFailureOf(error);
	return failure.verdict === 'unknown' ? { ...failure, verdict: 'retry', hint: 'Run the item again: nothing was done.' } : failure;
}

/** Which one of those sent together an error is about. A place without a number is the first; one without a place is about all of them. */
export const indexOf = ({ location }: AdsError): number | undefined => (location?.fieldPathElements?.length ? (location.fieldPathElements[0]?.index ?? 0) : undefined);

/** At most so many errors stand in a message. */
const NAMED = 3;

/** `[{"error": …}]` of a stream reads as `{"error": …}`. */
const unwrapped = (body: unknown): unknown => (Array.isArray(body) ? body.find((one: unknown) => typeof one === 'object' && one !== null && 'error' in one) : body);

/** https://developers.google.com/google-ads/api/docs/best-practices/understand-api-errors; what has no GoogleAdsFailure is Google's common form. */
export function parseError(reply: Reply): Failure | undefined {
	const body = unwrapped(reply.body);
	if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
	const { errors, requestId = reply.headers['request-id'] } = errorsIn(typeof body.error === 'object' && body.error !== null ? body.error : {});
	const [first] = errors;
	if (!first) return google.parseError({ ...reply, body });
	const told = errors.slice(0, NAMED).map(sentenceOf).join('; ');
	const rest = errors.length > NAMED ? `; and ${errors.length - NAMED} more` : '';
	return { ...adsFailureOf(first), message: `Google Ads refused: ${told}${rest}.${requestId ? ` Request ID: ${String(requestId)}.` : ''}` };
}
