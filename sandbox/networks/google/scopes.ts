const api = 'https://www.googleapis.com/auth/';

/** Scopes that identify the person. Google grants them with the account itself: there is no box to untick. */
const signIn = ['openid', `${api}userinfo.email`, `${api}userinfo.profile`];
export const full = 'https://mail.google.com/';
export const gmail = (name: string) => `${api}gmail.${name}`;

/** https://developers.google.com/workspace/gmail/api/auth/scopes */
const mailScopes = [
	full,
	...['send', 'compose', 'modify', 'readonly', 'metadata', 'insert', 'labels', 'settings.basic', 'settings.sharing'].map(gmail),
	...['action.compose', 'message.action', 'message.metadata', 'message.readonly'].map((name) => gmail(`addons.current.${name}`)),
];

export const adwords = `${api}adwords`;

/** https://developers.google.com/identity/protocols/oauth2/scopes, as far as the sandbox's networks need them. */
const known = [...signIn, ...mailScopes, adwords, `${api}datamanager`, ...['youtube', 'youtube.force-ssl', 'youtube.upload', 'youtube.readonly', 'youtubepartner', 'yt-analytics.readonly', 'yt-analytics-monetary.readonly'].map((name) => `${api}${name}`)];

export const emailScope = `${api}userinfo.email`;
export const profileScope = `${api}userinfo.profile`;

export const isSignIn = (scope: string): boolean => signIn.includes(scope);
export const isMail = (scope: string): boolean => mailScopes.includes(scope);

/**
 * The asked scopes as Google names them in its answers: `email` and `profile` come back in their long form, and with them `openid`.
 * `unknown` lists those that do not exist; a comma-separated list is one of them.
 */
export function readScopes(text: string): { scopes: string[]; unknown: string[] } {
	const long: Record<string, string> = { email: emailScope, profile: profileScope };
	const asked = text.split(' ').filter((scope) => scope !== '');
	const named = asked.map((scope) => long[scope] ?? scope);
	const scopes = new Set(named.some(isSignIn) ? [...named, 'openid'] : named);
	return { scopes: [...scopes], unknown: named.filter((scope) => !known.includes(scope)) };
}
