import { applySetters, grantSetters, oneOf } from '../oauth/grantSettings';
import { seed } from '../seed';
import type { Pinterest } from './state';

/** `POST /_sandbox/settings {"pinterest": {…}}`; answers a sentence when refused. */
export function configure({ grants, settings }: Pinterest, values: Record<string, unknown>): string | undefined {
	const setters = {
		...grantSetters({ grants, settings, accounts: seed.pinterest.accounts, endsWithPassword: () => true }),
		declinedScopes: () => 'left out: at Pinterest the person gives all scopes or none; use dropScopes',
		access: oneOf(['standard', 'trial'], (tier) => (settings.access = tier)),
	};
	return applySetters('pinterest', setters, values);
}
