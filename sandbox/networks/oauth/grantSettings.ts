import type { Grant, Grants } from './grants';

/** What a test may change at every network with an OAuth server. */
export interface GrantSettings {
	/** Lives in seconds of the tokens issued from now on; Infinity = never ends. */
	accessSeconds: number;
	refreshSeconds: number;
	/** Permissions the person does not give at the next consents. */
	declinedScopes: string[];
	/** `error200`: HTTP 200 with an OAuth error in it; `html500`: a server's error page. */
	tokenEndpoint: (typeof MOODS)[number];
}

const MOODS = ['ok', 'error200', 'html500'] as const;

/** Takes one value over, or answers how it must look: the sentence goes on after "must be". */
export type Setter = (value: unknown) => string | undefined;

interface Options {
	grants: Grants;
	settings: GrantSettings;
	accounts: readonly { id: string }[];
	/** Which grants end when the person changes the password. */
	endsWithPassword(grant: Grant): boolean;
}

export const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

/** A setting that is one of a few words. */
export const oneOf =
	<T extends string>(words: readonly T[], take: (word: T) => void): Setter =>
	(value) => {
		const word = words.find((known) => known === value);
		if (word === undefined) return `one of ${words.join(', ')}`;
		take(word);
		return undefined;
	};

export const flag =
	(take: (on: boolean) => void): Setter =>
	(value) => {
		if (typeof value !== 'boolean') return 'true or false';
		take(value);
		return undefined;
	};

const seconds =
	(take: (life: number) => void): Setter =>
	(value) => {
		if (typeof value !== 'number' || !(value >= 0)) return 'a number of seconds';
		take(value);
		return undefined;
	};

/** The setters that all OAuth networks share, by the setting's name. */
export function grantSetters({ grants, settings, accounts, endsWithPassword }: Options): Record<string, Setter> {
	const end =
		(reason: string, applies: (grant: Grant) => boolean): Setter =>
		(value) => {
			const asked = typeof value === 'object' && value !== null && 'account' in value ? value.account : undefined;
			const account = accounts.find(({ id }) => id === asked)?.id;
			if (value !== true && account === undefined) return `true, or {"account": "<id>"} with one of ${accounts.map(({ id }) => id).join(', ')}`;
			for (const grant of grants.all()) {
				if ((account === undefined || grant.account === account) && applies(grant)) grant.ended ??= reason;
			}
			return undefined;
		};
	const scopes =
		(take: (list: string[]) => void): Setter =>
		(value) => {
			if (!isTexts(value)) return 'a list of scopes';
			take(value);
			return undefined;
		};
	return {
		accessSeconds: seconds((life) => (settings.accessSeconds = life)),
		refreshSeconds: seconds((life) => (settings.refreshSeconds = life)),
		revoke: end('revoked', () => true),
		passwordChanged: end('password_changed', endsWithPassword),
		declinedScopes: scopes((list) => (settings.declinedScopes = list)),
		dropScopes: scopes((list) => {
			for (const grant of grants.all()) grant.scopes = grant.scopes.filter((scope) => !list.includes(scope));
		}),
		tokenEndpoint: oneOf(MOODS, (mood) => (settings.tokenEndpoint = mood)),
	};
}

/** `POST /_sandbox/settings {"<network>": {…}}`: answers a sentence when one is refused; those before it are taken over. */
export function applySetters(network: string, setters: Record<string, Setter>, values: Record<string, unknown>): string | undefined {
	for (const [name, value] of Object.entries(values)) {
		const setter = setters[name];
		if (!setter) return `Unknown setting "${network}.${name}"; use ${Object.keys(setters).join(', ')}.`;
		const wanted = setter(value);
		if (wanted !== undefined) return `"${network}.${name}" must be ${wanted}.`;
	}
	return undefined;
}
