import { applySetters, flag, grantSetters, oneOf, type Setter } from '../oauth/grantSettings';
import { seed } from '../seed';
import type { Pinterest } from './state';

/** A whole number from 0 on. */
const whole =
	(take: (value: number) => void): Setter =>
	(value) => {
		if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return 'a whole number from 0 on';
		take(value);
		return undefined;
	};

const limits =
	(known: Record<string, number>): Setter =>
	(value) => {
		const wrong = typeof value !== 'object' || value === null || Object.entries(value).some(([name, most]) => !(name in known) || typeof most !== 'number');
		if (wrong) return `an object of numbers by category: ${Object.keys(known).join(', ')}`;
		Object.assign(known, value);
		return undefined;
	};

/** `POST /_sandbox/settings {"pinterest": {…}}`; answers a sentence when refused. */
export function configure({ grants, settings }: Pinterest, values: Record<string, unknown>): string | undefined {
	const setters = {
		...grantSetters({ grants, settings, accounts: seed.pinterest.accounts, endsWithPassword: () => true }),
		declinedScopes: () => 'left out: at Pinterest the person gives all scopes or none; use dropScopes',
		access: oneOf(['standard', 'trial'], (tier) => (settings.access = tier)),
		beta: flag((on) => (settings.beta = on)),
		spam: flag((on) => (settings.spam = on)),
		processingSeconds: whole((value) => (settings.processingSeconds = value)),
		processingFails: flag((on) => (settings.processingFails = on)),
		limits: limits(settings.limits),
		mostBoards: whole((value) => (settings.mostBoards = value)),
		mostPins: whole((value) => (settings.mostPins = value)),
	};
	return applySetters('pinterest', setters, values);
}
