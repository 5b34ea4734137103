import type { Refusal } from '../oauth/grants';
import { GraphError } from './errors';

/** What error 190 says by subcode; `app` is the app's id. */
const deaths: Record<number, (app: string) => string> = {
	458: (app) => `Error validating access token: The user has not authorized application ${app}.`,
	459: () => 'Error validating access token: You cannot access the app till you log in to www.facebook.com and follow the instructions given.',
	460: () =>
		'Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.',
	492: () => 'Error validating access token: The session is invalid because the user no longer has a role on the Page.',
};

/** A token that was taken back. https://developers.facebook.com/docs/facebook-login/guides/access-tokens/debugging */
export const deadToken = (subcode: number, app: string): GraphError =>
	new GraphError(190, deaths[subcode]?.(app) ?? 'Error validating access token.', { subcode });

export const unknownToken = (): GraphError => new GraphError(190, 'Invalid OAuth access token - Cannot parse access token');

const calendar = (time: number): string => new Date(time).toUTCString();

/** Both in clock milliseconds. */
export const expiredToken = (expiresAt: number, now: number): GraphError =>
	new GraphError(190, `Error validating access token: Session has expired on ${calendar(expiresAt)}. The current time is ${calendar(now)}.`, {
		subcode: 463,
	});

/** Why a code is not exchanged for a token. */
export function codeError(refusal: Refusal): GraphError {
	switch (refusal) {
		case 'used':
			return new GraphError(100, 'This authorization code has been used.', { subcode: 36009 });
		case 'expired':
			return new GraphError(100, 'This authorization code has expired.', { subcode: 36007 });
		case 'redirect':
			return new GraphError(
				100,
				'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
				{ subcode: 36008 },
			);
		default:
			return new GraphError(100, 'Invalid verification code format.', { subcode: 36009 });
	}
}

/** What is wrong with `client_id` and `client_secret`; both stand among the parameters, never in a Basic header. */
export function checkApp(app: { appId: string; appSecret: string }, id: string | undefined, secret: string | undefined): void {
	if (id === undefined) throw new GraphError(101, 'Missing client_id parameter.');
	if (id !== app.appId) throw new GraphError(101, 'Error validating application. Cannot get application info due to a system error.');
	checkSecret(app.appSecret, secret);
}

export function checkSecret(expected: string, secret: string | undefined): void {
	if (secret === undefined) throw new GraphError(1, 'Missing client_secret parameter.');
	if (secret !== expected) throw new GraphError(1, 'Error validating client secret.');
}
