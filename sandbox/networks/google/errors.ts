/** An answer other than success; `body` is the vendor's JSON. */
export class Refused extends Error {
	constructor(
		readonly status: number,
		readonly body: object,
		readonly headers: Record<string, string> = {},
	) {
		super(JSON.stringify(body));
	}
}

/** RFC 6749 form, as accounts and oauth2.googleapis.com answer. */
export const oauthError = (status: number, error: string, error_description: string): Refused =>
	new Refused(status, { error, error_description });

const statuses: Record<number, string> = {
	400: 'INVALID_ARGUMENT',
	401: 'UNAUTHENTICATED',
	403: 'PERMISSION_DENIED',
	404: 'NOT_FOUND',
	409: 'ABORTED',
	413: 'INVALID_ARGUMENT',
	429: 'RESOURCE_EXHAUSTED',
	500: 'INTERNAL',
	503: 'UNAVAILABLE',
};

/** https://cloud.google.com/apis/design/errors; `more` is `errors` (Gmail's older form) or `details`. */
export const statusBody = (code: number, message: string, more: object = {}) => ({
	error: { code, message, status: statuses[code] ?? 'UNKNOWN', ...more },
});

const faults: Record<number, [message: string, reason: string]> = {
	429: ['Resource has been exhausted (e.g. check quota).', 'rateLimitExceeded'],
	500: ['Internal error encountered.', 'backendError'],
	503: ['The service is currently unavailable.', 'backendError'],
};

/** For injected faults; both forms at once, because every host of Google may be hit. */
export function errorBody(status: number): unknown {
	const [message, reason] = faults[status] ?? [`Injected HTTP ${status}.`, 'sandbox'];
	return statusBody(status, message, { errors: [{ message, domain: 'global', reason }] });
}

/** Gmail's errors carry `errors` beside `status`. https://developers.google.com/workspace/gmail/api/guides/handle-errors */
export const gmailError = (status: number, message: string, reason: string): Refused =>
	new Refused(status, statusBody(status, message, { errors: [{ message, domain: 'global', reason }] }));
