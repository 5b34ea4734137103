import type { Failure, Verdict } from '../core/errors';
import type { Reply } from '../core/platform';
import { errorsIn, indexOf, partFailureOf } from './googleAdsErrors';
import type { AdsError, AdsStatus } from './googleAdsErrors';

/** Uploads of clicks and adjustments through the Google Ads API itself: closed to new accounts since June 2026. https://developers.google.com/google-ads/api/docs/conversions/upload-clicks */
export const conversionUploads = {
	docs: 'https://developers.google.com/google-ads/api/docs/conversions/upload-clicks',
	perCall: 2_000,
	/** Of one person. */
	identifiers: 5,
} as const;

type Meaning = readonly [verdict: Verdict, hint: string];

const counted: Meaning = ['fix-input', 'Google has this conversion already: there is nothing to do.'];
const click: Meaning = ['fix-input', 'Check where the click ID comes from: it may be cut off or written in other letters.'];
const terms: Meaning = ['stop', 'In Google Ads open Goals > Settings, accept the customer data terms and turn on enhanced conversions for leads.'];
const tooNew: Meaning = ['wait', 'Run again in six hours: Google does not take conversions of newer clicks and actions.'];
const tooOld: Meaning = ['fix-input', 'The click is too old for the conversion action’s window: leave this item out.'];
const person: Meaning = ['fix-input', 'Check the fields of “Person”.'];
const adjusted: Meaning = ['fix-input', 'Google has this adjustment, or a newer one, already.'];

/** https://developers.google.com/google-ads/api/reference/rpc/v25/ConversionUploadErrorEnum.ConversionUploadError, and the one of adjustments */
export const uploadMeanings: Readonly<Record<string, Meaning>> = {
	CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE: ['stop', 'Google has closed this way to accounts that did not use it before 2026: choose the operation Send of Conversion, which goes through the Data Manager.'],
	CLICK_CONVERSION_ALREADY_EXISTS: counted,
	DUPLICATE_CLICK_CONVERSION_IN_REQUEST: counted,
	ORDER_ID_ALREADY_IN_USE: counted,
	DUPLICATE_ORDER_ID: counted,
	UNPARSEABLE_GCLID: click,
	UNPARSEABLE_GBRAID: click,
	UNPARSEABLE_WBRAID: click,
	CLICK_NOT_FOUND: ['fix-input', 'Google knows no such click in this account: check the click ID and “Account”.'],
	EVENT_NOT_FOUND: ['fix-input', 'Google knows no such click in this account: check the click ID and “Account”.'],
	INVALID_CUSTOMER_FOR_CLICK: ['fix-input', 'The click belongs to another account: choose that one in “Account”.'],
	UNAUTHORIZED_CUSTOMER: ['stop', 'Choose the account that the conversion action belongs to.'],
	EXPIRED_EVENT: tooOld,
	CONVERSION_PRECEDES_EVENT: ['fix-input', 'Check “Conversion Time” and its time zone: it is before the click.'],
	TOO_RECENT_EVENT: tooNew,
	TOO_RECENT_CONVERSION_ACTION: tooNew,
	TOO_RECENT_CONVERSION: tooNew,
	TOO_MANY_CONVERSIONS_IN_REQUEST: ['fix-input', 'Google takes 2,000 conversions a request: split the items.'],
	TOO_MANY_ADJUSTMENTS_IN_REQUEST: ['fix-input', 'Google takes 2,000 adjustments a request: split the items.'],
	GBRAID_WBRAID_BOTH_SET: ['fix-input', 'Give either a gbraid or a wbraid.'],
	ONE_PER_CLICK_CONVERSION_ACTION_NOT_PERMITTED_WITH_BRAID: ['fix-input', 'Set the conversion action to count every conversion, or give a gclid.'],
	ORDER_ID_CONTAINS_PII: ['fix-input', 'Take personal data out of “Order ID”.'],
	NO_CONVERSION_ACTION_FOUND: ['fix-input', 'Check “Conversion Action”: it does not exist or is not enabled.'],
	INVALID_CONVERSION_ACTION_TYPE: ['fix-input', 'Choose a conversion action that imports clicks (UPLOAD_CLICKS); for an adjustment also one of your website.'],
	CUSTOMER_NOT_ACCEPTED_CUSTOMER_DATA_TERMS: terms,
	CUSTOMER_NOT_ENABLED_ENHANCED_CONVERSIONS_FOR_LEADS: terms,
	CUSTOMER_DATA_POLICY_PROHIBITS_ENHANCED_CONVERSIONS: ['stop', 'Google’s customer data policy does not allow this account to send data of people: leave “Person” empty.'],
	CUSTOMER_DATA_POLICY_PROHIBITS_ENHANCEMENT: ['stop', 'Google’s customer data policy does not allow this account to send data of people.'],
	INVALID_USER_IDENTIFIER: person,
	UNSUPPORTED_USER_IDENTIFIER: person,
	CONVERSION_NOT_FOUND: ['fix-input', 'Google has no such conversion: check the order ID, or the click ID with its time.'],
	CONVERSION_EXPIRED: ['fix-input', 'The conversion is too old to be adjusted.'],
	CONVERSION_ALREADY_RETRACTED: adjusted,
	CONVERSION_ALREADY_ENHANCED: adjusted,
	RESTATEMENT_ALREADY_EXISTS: adjusted,
	MORE_RECENT_RESTATEMENT_FOUND: adjusted,
	DUPLICATE_ADJUSTMENT_IN_REQUEST: adjusted,
	DUPLICATE_ENHANCEMENT_IN_REQUEST: adjusted,
	ADJUSTMENT_PRECEDES_CONVERSION: ['fix-input', 'Check “Adjustment Time” and its time zone: it is before the conversion.'],
	CONVERSION_ACTION_NOT_ELIGIBLE_FOR_ENHANCEMENT: ['stop', 'Turn on enhanced conversions for this conversion action in Google Ads.'],
	MISSING_ORDER_ID_FOR_WEBPAGE: ['fix-input', 'Fill in “Order ID”.'],
};

const codeOf = ({ errorCode = {} }: AdsError): string => Object.values(errorCode)[0] ?? '';

function failureOf(error: AdsError): Failure {
	const code = codeOf(error);
	const known = uploadMeanings[code];
	const message = `Google refused: ${error.message ?? code}`;
	return known ? { verdict: known[0], code, message, hint: known[1] } : { ...partFailureOf(error), message };
}

/** A refusal of a whole upload; undefined where the reason is none of uploads. */
export function uploadFailure({ body }: Reply): Failure | undefined {
	if (typeof body !== 'object' || body === null || !('error' in body) || typeof body.error !== 'object' || body.error === null) return undefined;
	const error = errorsIn(body.error).errors.find((one) => codeOf(one) in uploadMeanings);
	return error && failureOf(error);
}

/** What was refused of an upload of so many, by its place in it; of what was taken, `results` tells. https://developers.google.com/google-ads/api/docs/best-practices/partial-failures */
export function partialFailures(status: AdsStatus = {}, results: readonly object[], many: number): ReadonlyMap<number, Failure> {
	const found = new Map<number, Failure>();
	const isTaken = (place: number) => Object.keys(results[place] ?? {}).length > 0;
	const others = [...Array(many).keys()].filter((place) => !isTaken(place));
	for (const error of errorsIn(status).errors) {
		const index = indexOf(error);
		for (const place of index === undefined ? others : [index]) if (!found.has(place)) found.set(place, failureOf(error));
	}
	return found;
}
