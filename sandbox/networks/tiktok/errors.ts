import { randomBytes } from 'node:crypto';

/** An OAuth endpoint's error, flat. https://developers.tiktok.com/doc/oauth-error-handling */
export class OAuthError extends Error {
	constructor(
		readonly error: string,
		description: string,
	) {
		super(description);
	}
}

/** An API error, inside the envelope. https://developers.tiktok.com/doc/tiktok-api-v2-error-handling */
export class ApiError extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}

/** TikTok's form: the time, then 18 hexadecimal digits. */
export const logId = (now: number): string =>
	new Date(now).toISOString().replace(/\D/g, '').slice(0, 14) + randomBytes(9).toString('hex').toUpperCase();

export const oauthBody = ({ error, message }: OAuthError, now: number): object => ({ error, error_description: message, log_id: logId(now) });

export const envelope = (data: object, now: number, { code, message }: { code: string; message: string } = { code: 'ok', message: '' }): object => ({
	data,
	error: { code, message, log_id: logId(now) },
});

/** For injected faults. */
export function errorBody(status: number, now: number): unknown {
	if (status === 429) return envelope({}, now, { code: 'rate_limit_exceeded', message: 'The API rate limit was exceeded. Please try again later.' });
	if (status === 401)
		return envelope({}, now, { code: 'access_token_invalid', message: 'The access token is invalid or not found in the request.' });
	if (status >= 500) return envelope({}, now, { code: 'internal_error', message: 'Something is wrong. Please try again later.' });
	return envelope({}, now, { code: 'invalid_params', message: 'One or more fields in request is invalid.' });
}
