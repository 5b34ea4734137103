import { signedCallback } from './endpoint';

/** A person removed the app. https://developers.facebook.com/docs/facebook-login/guides/advanced/deauthorize-callback */
export const deauthorize = signedCallback('deauthorize', (_, { userId, issuedAt, raw }, requestId) => ({
	item: { event: 'deauthorize', requestId, userId, issuedAt, raw },
	answer: { success: true },
}));
