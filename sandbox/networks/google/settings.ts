import { applySetters, flag, grantSetters, oneOf } from '../oauth/grantSettings';
import { seed } from '../seed';
import { isMail } from './scopes';
import type { Google } from './state';

/** `POST /_sandbox/settings {"google": {…}}`; answers a sentence when refused. */
export function configure({ grants, settings }: Google, values: Record<string, unknown>): string | undefined {
	const setters = {
		...grantSetters({
			grants,
			settings,
			accounts: seed.google.accounts,
			// https://developers.google.com/identity/protocols/oauth2#expiration: a changed password ends refresh tokens with Gmail scopes.
			endsWithPassword: ({ scopes }) => scopes.some(isMail),
		}),
		testing: flag((on) => (settings.testing = on)),
		developerToken: oneOf(['required', 'ignored'], (word) => (settings.developerToken = word)),
	};
	return applySetters('google', setters, values);
}
