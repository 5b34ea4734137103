import { applySetters, flag, grantSetters, oneOf } from '../oauth/grantSettings';
import { seed } from '../seed';
import { adsSetters } from './ads/settings';
import { dataManagerSetters } from './dataManager/settings';
import { gmailSetters } from './gmail/settings';
import { isMail } from './scopes';
import type { Google } from './state';
import { youtubeSetters } from './youtube/settings';

/** `POST /_sandbox/settings {"google": {…}}`; answers a sentence when refused. */
export function configure({ grants, settings, gmail, ads, dataManager, youtube }: Google, values: Record<string, unknown>): string | undefined {
	const setters = {
		...grantSetters({
			grants,
			settings,
			accounts: seed.google.accounts,
			// https://developers.google.com/identity/protocols/oauth2#expiration: a changed password ends refresh tokens with Gmail scopes.
			endsWithPassword: ({ scopes }) => scopes.some(isMail),
		}),
		...adsSetters(ads),
		...gmailSetters(gmail),
		...dataManagerSetters(dataManager),
		...youtubeSetters(youtube),
		testing: flag((on) => (settings.testing = on)),
		developerToken: oneOf(['required', 'ignored'], (word) => (settings.developerToken = word)),
	};
	return applySetters('google', setters, values);
}
