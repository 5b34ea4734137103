import { randomBytes } from 'node:crypto';
import { Refused, statusBody } from '../errors';

/** One step on the way to what is wrong: `{fieldName: 'operations', index: 3}`. */
export interface PathElement {
	fieldName: string;
	index?: number;
}

/** One error of a GoogleAdsFailure. https://developers.google.com/google-ads/api/docs/best-practices/understand-api-errors */
export interface Fault {
	/** The key in `errorCode`: `queryError`, `fieldError` … */
	family: string;
	code: string;
	message: string;
	path?: PathElement[];
	trigger?: Record<string, unknown>;
	details?: Record<string, unknown>;
}

/** What a call is refused for. */
export class AdsError extends Error {
	constructor(
		readonly faults: Fault[],
		/** HTTP status other than the family's own. */
		readonly status?: number,
	) {
		super(faults.map(({ message }) => message).join(' '));
	}
}

export const fault = (family: string, code: string, message: string, more: Partial<Fault> = {}): AdsError => new AdsError([{ family, code, message, ...more }]);

/** The same errors, further inside the request. */
export const within = (error: AdsError, ...path: PathElement[]): AdsError =>
	new AdsError(
		error.faults.map((one) => ({ ...one, path: [...path, ...(one.path ?? [])] })),
		error.status,
	);

const statuses: Partial<Record<string, number>> = { authenticationError: 401, authorizationError: 403, notAllowlistedError: 403, quotaError: 429, internalError: 500 };
const summaries: Partial<Record<number, string>> = {
	401: 'Request is missing required authentication credential.',
	403: 'The caller does not have permission',
	429: 'Resource has been exhausted (e.g. check quota).',
	500: 'Internal error encountered.',
	503: 'The service is currently unavailable.',
};

/** The message `google.ads.googleads.v25.errors.GoogleAdsFailure`, as JSON. */
export const failureOf = (faults: Fault[]) => ({
	'@type': 'type.googleapis.com/google.ads.googleads.v25.errors.GoogleAdsFailure',
	errors: faults.map(({ family, code, message, path, trigger, details }) => ({
		errorCode: { [family]: code },
		message,
		...(trigger && { trigger }),
		...(path?.length && { location: { fieldPathElements: path } }),
		...(details && { details }),
	})),
	requestId: randomBytes(12).toString('base64url'),
});

export function refusedBy({ faults, status }: AdsError): Refused {
	const code = status ?? statuses[faults[0]?.family ?? ''] ?? 400;
	return new Refused(code, statusBody(code, summaries[code] ?? 'Request contains an invalid argument.', { details: [failureOf(faults)] }));
}

/** The status inside an answer of HTTP 200: `partialFailureError`. */
export const partialFailure = (faults: Fault[]) => ({
	code: 3,
	message: `Multiple errors in ‘details’. First error: ${faults[0]?.message ?? ''}`,
	details: [failureOf(faults)],
});
