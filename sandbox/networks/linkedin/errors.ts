import type { Refusal } from '../oauth/grants';

/** An OAuth endpoint's error: `{error, error_description}`. */
export class OAuthError extends Error {
	constructor(
		readonly status: number,
		readonly error: string,
		description: string,
	) {
		super(description);
	}
}

/** An API error. https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling */
export class ApiError extends Error {
	constructor(
		readonly status: number,
		/** Left out by older parts of the API. */
		readonly code: string | undefined,
		message: string,
		readonly serviceErrorCode?: number,
	) {
		super(message);
	}
}

export const oauthBody = ({ error, message }: OAuthError): object => ({ error, error_description: message });

export const apiBody = ({ status, serviceErrorCode, code, message }: ApiError): object => ({
	status,
	...(serviceErrorCode !== undefined && { serviceErrorCode }),
	...(code !== undefined && { code }),
	message,
});

export const missing = (parameter: string): OAuthError => new OAuthError(400, 'invalid_request', `A required parameter "${parameter}" is missing`);

/** Of a refresh token it is `invalid_request`, where other networks say `invalid_grant`. */
export const deadRefresh = (): OAuthError =>
	new OAuthError(400, 'invalid_request', 'The provided authorization grant or refresh token is invalid, expired or revoked.');

export const emptyToken = (): ApiError => new ApiError(401, 'EMPTY_ACCESS_TOKEN', 'Empty oauth2 access token', 65604);

export function deadToken(refusal: Refusal): ApiError {
	if (refusal === 'ended') return new ApiError(401, 'REVOKED_ACCESS_TOKEN', 'The token used in the request has been revoked by the user', 65601);
	if (refusal === 'expired') return new ApiError(401, 'EXPIRED_ACCESS_TOKEN', 'The token used in the request has expired', 65602);
	return new ApiError(401, 'INVALID_ACCESS_TOKEN', 'Invalid access token', 65600);
}

/** `what` is LinkedIn's name of a call: resource, method, version. */
export const denied = (what: string): ApiError => new ApiError(403, 'ACCESS_DENIED', `Not enough permissions to access: ${what}`, 100);

/** For injected faults. */
export function errorBody(status: number): unknown {
	const known: Record<number, [code: string, message: string, serviceErrorCode?: number]> = {
		401: ['INVALID_ACCESS_TOKEN', 'Invalid access token', 65600],
		403: ['ACCESS_DENIED', 'Not enough permissions to access the resource', 100],
		429: ['TOO_MANY_REQUESTS', 'Resource level throttle limit for calls to this resource is reached.', 101],
		500: ['INTERNAL_SERVER_ERROR', 'Internal Server Error'],
		503: ['SERVICE_UNAVAILABLE', 'Service Unavailable'],
	};
	const [code, message, serviceErrorCode] = known[status] ?? [undefined, 'The request failed.'];
	return apiBody(new ApiError(status, code, message, serviceErrorCode));
}
