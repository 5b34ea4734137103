import type { Fault } from '../ads/failure';
import type { Google } from '../state';
import { each, fields, words } from './shape';

const identifier = fields({ hashedEmail: 'string', hashedPhoneNumber: 'string', userIdentifierSource: words('FIRST_PARTY THIRD_PARTY'), addressInfo: fields({ hashedFirstName: 'string', hashedLastName: 'string', countryCode: 'string', postalCode: 'string', city: 'string', state: 'string', hashedStreetAddress: 'string' }) });
const given = words('GRANTED DENIED');
export const consent = fields({ adUserData: given, adPersonalization: given });
export const person = fields({ userIdentifiers: each(identifier), consent });

const conversion = fields({
	...{ gclid: 'string', gbraid: 'string', wbraid: 'string', conversionAction: 'string', conversionDateTime: 'string', conversionValue: 'number', currencyCode: 'string', orderId: 'string' },
	...{ userIdentifiers: each(identifier), consent, conversionEnvironment: words('APP WEB'), customerType: words('NEW RETURNING REENGAGED') },
	customVariables: each(fields({ conversionCustomVariable: 'string', value: 'string' })),
	cartData: fields({ merchantId: 'int64', feedCountryCode: 'string', feedLanguageCode: 'string', localTransactionCost: 'number', items: each(fields({ productId: 'string', quantity: 'int32', unitPrice: 'number' })) }),
});

const adjustment = fields({
	...{ conversionAction: 'string', adjustmentDateTime: 'string', adjustmentType: words('RETRACTION RESTATEMENT ENHANCEMENT'), orderId: 'string', userAgent: 'string', userIdentifiers: each(identifier) },
	gclidDateTimePair: fields({ gclid: 'string', conversionDateTime: 'string' }),
	restatementValue: fields({ adjustedValue: 'number', currencyCode: 'string' }),
});

const common = { partialFailure: 'boolean', validateOnly: 'boolean', jobId: 'int32' } as const;

/** https://developers.google.com/google-ads/api/reference/rpc/v25/ConversionUploadService, and the one of adjustments */
export const clicks = fields({ ...common, conversions: each(conversion) });
export const adjustments = fields({ ...common, conversionAdjustments: each(adjustment) });

type One = Record<string, unknown>;

const DATE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d\d:\d\d$/;
const CLICK = /^(Cj0K|EAIaIQ)[\w-]+$/;

const dateFault = (name: string, value: unknown): Fault | undefined =>
	typeof value === 'string' && DATE.test(value)
		? undefined
		: { family: 'dateError', code: 'INVALID_STRING_DATE_TIME_SECONDS_WITH_OFFSET', message: "The date's format must be yyyy-mm-dd hh:mm:ss+|-hh:mm.", path: [{ fieldName: name }] };

function actionFault(google: Google, customer: string, { conversionAction }: One, family: string, types: string[]): Fault | undefined {
	const action = google.dataManager.ads.list(customer, 'conversionActions').find(({ resourceName }) => resourceName === conversionAction);
	const path = [{ fieldName: 'conversion_action' }];
	if (!action) return { family, code: 'NO_CONVERSION_ACTION_FOUND', message: 'No conversion action was found.', path };
	return types.includes(String(action.type)) ? undefined : { family, code: 'INVALID_CONVERSION_ACTION_TYPE', message: 'The conversion action type is not valid for this upload.', path };
}

const personFault = (family: string, { userIdentifiers }: One): Fault | undefined => {
	const list: unknown[] = Array.isArray(userIdentifiers) ? userIdentifiers : [];
	const plain = list.some((one) => Object.entries({ ...(typeof one === 'object' ? one : {}) }).some(([name, value]) => name.startsWith('hashed') && !/^[0-9a-f]{64}$/.test(String(value))));
	return plain || list.length > 5 ? { family, code: 'INVALID_USER_IDENTIFIER', message: 'The user identifier is not a SHA-256 hash.', path: [{ fieldName: 'user_identifiers' }] } : undefined;
};

/** What is wrong with a click; `earlier` are those of the same request. */
export function clickFault(google: Google, customer: string, one: One, earlier: One[]): Fault | undefined {
	const family = 'conversionUploadError';
	const { gclid, gbraid, wbraid, conversionDateTime, orderId, userIdentifiers } = one;
	const known = [...google.dataManager.uploads, ...earlier].map((upload): One => ({ ...upload }));
	const found = actionFault(google, customer, one, family, ['UPLOAD_CLICKS']) ?? dateFault('conversion_date_time', conversionDateTime) ?? personFault(family, one);
	if (found) return found;
	if (gbraid && wbraid) return { family, code: 'GBRAID_WBRAID_BOTH_SET', message: 'Both gbraid and wbraid are set.' };
	if (!gclid && !gbraid && !wbraid && !userIdentifiers) return { family: 'fieldError', code: 'REQUIRED', message: 'A click or a person is required.' };
	if (gclid && !CLICK.test(String(gclid))) return { family, code: 'UNPARSEABLE_GCLID', message: 'The gclid could not be decoded.', path: [{ fieldName: 'gclid' }] };
	if (typeof orderId === 'string' && orderId.includes('@')) return { family, code: 'ORDER_ID_CONTAINS_PII', message: 'The order ID contains personal data.' };
	if (orderId && known.some((other) => other.orderId === orderId)) return { family, code: 'ORDER_ID_ALREADY_IN_USE', message: 'A conversion with this order ID was uploaded before.' };
	if (gclid && known.some((other) => other.gclid === gclid && other.conversionDateTime === conversionDateTime)) return { family, code: 'CLICK_CONVERSION_ALREADY_EXISTS', message: 'The click conversion already exists.' };
	return undefined;
}

/** What is wrong with an adjustment: the conversion has to be there. */
export function adjustmentFault(google: Google, customer: string, one: One): Fault | undefined {
	const family = 'conversionAdjustmentUploadError';
	const { adjustmentType, adjustmentDateTime, orderId, gclidDateTimePair, restatementValue, userIdentifiers } = one;
	const pair: One = { ...(typeof gclidDateTimePair === 'object' ? gclidDateTimePair : {}) };
	const found = actionFault(google, customer, one, family, ['UPLOAD_CLICKS', 'WEBPAGE']) ?? personFault(family, one);
	if (found) return found;
	if (orderId && gclidDateTimePair) return { family, code: 'GCLID_DATE_TIME_PAIR_AND_ORDER_ID_BOTH_SET', message: 'Set one of the two.' };
	const required = (name: string): Fault => ({ family: 'fieldError', code: 'REQUIRED', message: 'The required field was not present.', path: [{ fieldName: name }] });
	if (adjustmentType === 'ENHANCEMENT') {
		if (!orderId) return { family, code: 'MISSING_ORDER_ID_FOR_WEBPAGE', message: 'An order ID is required.' };
		return Array.isArray(userIdentifiers) && userIdentifiers.length > 0 ? undefined : required('user_identifiers');
	}
	const date = dateFault('adjustment_date_time', adjustmentDateTime);
	if (date) return date;
	if (adjustmentType === 'RESTATEMENT' && !restatementValue) return required('restatement_value');
	if (adjustmentType === 'RETRACTION' && restatementValue) return { family: 'fieldError', code: 'VALUE_MUST_BE_UNSET', message: 'A retraction has no value.', path: [{ fieldName: 'restatement_value' }] };
	const known = google.dataManager.uploads.map((upload): One => ({ ...upload }));
	const conversion = known.find((other) => other.kind === 'conversions' && (orderId ? other.orderId === orderId : other.gclid === pair.gclid && other.conversionDateTime === pair.conversionDateTime));
	if (!conversion) return { family, code: 'CONVERSION_NOT_FOUND', message: 'The conversion was not found.' };
	const retracted = known.some((other) => other.adjustmentType === 'RETRACTION' && (orderId ? other.orderId === orderId : JSON.stringify(other.gclidDateTimePair) === JSON.stringify(gclidDateTimePair)));
	return retracted ? { family, code: 'CONVERSION_ALREADY_RETRACTED', message: 'The conversion was already retracted.' } : undefined;
}
