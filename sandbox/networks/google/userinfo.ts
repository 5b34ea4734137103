import { Router } from 'express';
import { bearer } from '../oauth/endpoint';
import { isRefusal } from '../oauth/grants';
import { oauthError, Refused } from './errors';
import { notFound, route } from './route';
import { emailScope, profileScope } from './scopes';
import type { Google } from './state';

/** `openidconnect.googleapis.com`. https://developers.google.com/identity/openid-connect/openid-connect#obtaininguserprofileinformation */
export function userinfoRouter(google: Google): Router {
	const router = Router();
	router.get(
		'/v1/userinfo',
		route((req) => {
			const token = google.grants.valid(bearer(req) ?? '');
			if (isRefusal(token)) throw oauthError(401, 'invalid_request', 'Invalid Credentials');
			const { account, scopes } = token.grant;
			if (!scopes.includes('openid')) throw new Refused(403, { error: 'insufficient_scope', error_description: 'openid is needed.' });
			const email = google.account(account)?.name;
			return {
				sub: account,
				...(scopes.includes(profileScope) && { name: email?.split('@')[0] }),
				...(scopes.includes(emailScope) && { email, email_verified: true }),
			};
		}),
	);
	return router.use(notFound);
}
