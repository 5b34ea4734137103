import type { TokenFacts } from '../core/platform';
import { vendor } from './gateway';

const DAY = 24 * 60 * 60_000;

/**
 * Instagram and Threads: an hour after the consent, then 60 days, and 60 more whenever a token at least a day old asks.
 * https://developers.facebook.com/docs/instagram-platform/reference/refresh_access_token
 *
 * Both calls are documented as GET with the token in the URL. They are sent as POST with the Graph API’s `method` parameter:
 * n8n renews by POST alone, and the token stays out of URLs.
 */
export const exchanged = (host: string, prefix: 'ig' | 'th'): TokenFacts => ({
	renewBefore: 30 * DAY,
	exchangeBelow: DAY,
	freshMark: 'user_id',
	renewal: ({ access, fresh, life = Infinity }, { clientSecret, ...credentials }) => {
		const first = fresh || life < DAY;
		return {
			url: `${vendor(credentials, host)}/${first ? 'access_token' : 'refresh_access_token'}`,
			form: {
				...{ method: 'get', access_token: access, grant_type: `${prefix}_${first ? 'exchange' : 'refresh'}_token` },
				...(first && { client_secret: String(clientSecret) }),
			},
		};
	},
});
