import type { CreateNetwork } from '../world';
import { adsRouter } from './ads';
import { adsPageRouter } from './ads/page';
import { consentRouter } from './consent';
import { dataManagerRouter } from './dataManager';
import { legacyRouter } from './dataManager/legacy';
import { errorBody } from './errors';
import { gmailRouter, mailboxRouter } from './gmail';
import { configure } from './settings';
import { Google, type SavedGoogle } from './state';
import { tokenRouter } from './token';
import { userinfoRouter } from './userinfo';
import { youtubeRouter, watchRouter } from './youtube';
import { analyticsRouter } from './youtube/analytics';

export { tokenPrefixes } from './state';

/** Google's OAuth server, and as much of Gmail, Google Ads and YouTube as QMARK uses. https://developers.google.com/identity/protocols/oauth2 */
export const createGoogle: CreateNetwork = (world) => {
	const google = new Google(world);
	return {
		name: 'google',
		hosts: {
			'accounts.google.com': consentRouter(google),
			'oauth2.googleapis.com': tokenRouter(google),
			'openidconnect.googleapis.com': userinfoRouter(google),
			'gmail.googleapis.com': gmailRouter(google),
			'mail.google.com': mailboxRouter(google),
			'googleads.googleapis.com': legacyRouter(google).use(adsRouter(google)),
			'ads.google.com': adsPageRouter(google),
			'datamanager.googleapis.com': dataManagerRouter(google),
			'www.googleapis.com': youtubeRouter(google),
			'youtube.googleapis.com': youtubeRouter(google),
			'youtubeanalytics.googleapis.com': analyticsRouter(google),
			'www.youtube.com': watchRouter(google),
		},
		errorBody,
		configure: (settings) => configure(google, settings),
		reset: () => google.reset(),
		save: () => google.save(),
		load: (saved: SavedGoogle) => google.load(saved),
	};
};
