import type { Request } from 'express';
import { bearer } from '../oauth/endpoint';
import { isRefusal, type Refusal, type Token } from '../oauth/grants';
import { Refused, statusBody } from './errors';
import type { Google } from './state';

const expected =
	'Expected OAuth 2 access token, login cookie or other valid authentication credential. ' +
	'See https://developers.google.com/identity/sign-in/web/devconsole-project.';
const realm = 'Bearer realm="https://accounts.google.com/"';

const info = (reason: string, metadata: Record<string, string>) => ({
	'@type': 'type.googleapis.com/google.rpc.ErrorInfo',
	reason,
	domain: 'googleapis.com',
	metadata,
});

/** One API of Google: its host, and how its 401 and 403 differ from the common form. */
export interface Api {
	service: string;
	/** Added to the error of a token that is not accepted. */
	unauthenticated?: (refusal: Refusal) => object;
	/** Added to the error of a token without the scope. */
	insufficient?: object;
}

/** A good access token with any of `scopes`. @throws Refused with 401 or 403 in Google's words. */
export function authorize(req: Request, google: Google, api: Api, method: string, scopes: readonly string[]): Token {
	const value = bearer(req);
	const metadata = { service: api.service, method };
	if (value === undefined) {
		const details = [info('CREDENTIALS_MISSING', metadata)];
		throw new Refused(401, statusBody(401, `Request is missing required authentication credential. ${expected}`, { details }), {
			'www-authenticate': realm,
		});
	}
	const token = google.grants.valid(value);
	if (isRefusal(token)) {
		const body = statusBody(401, `Request had invalid authentication credentials. ${expected}`, api.unauthenticated?.(token));
		throw new Refused(401, body, { 'www-authenticate': `${realm}, error="invalid_token"` });
	}
	if (!token.grant.scopes.some((scope) => scopes.includes(scope))) {
		const more = { ...api.insufficient, details: [info('ACCESS_TOKEN_SCOPE_INSUFFICIENT', metadata)] };
		throw new Refused(403, statusBody(403, 'Request had insufficient authentication scopes.', more), {
			'www-authenticate': `${realm}, error="insufficient_scope", scope="${scopes.join(' ')}"`,
		});
	}
	return token;
}
