import type { IDataObject } from 'n8n-workflow';
import { PlatformError, causesOf, failureOf } from './errors';
import type { Failure } from './errors';
import type { Credentials, Platform, TokenFacts } from './platform';
import type { Context, Session } from './session';
import { rememberSecrets } from './session';
import { WRAPPED, begunWith, isDue, isOver, storedToken, tokenOf } from './tokens';
import type { Token } from './tokens';
import { within } from './wait';

/** Of the old answer nothing may pass for the new one's: n8n lays the answer over what it is given, also over a refusal sent with status 200. */
const ofOneAnswer = ['expires_in', 'n8n_expires_at', 'error', 'error_description', 'error_uri', 'error_subtype', 'log_id', 'refresh_token_expires_in', 'refresh_expires_in', 'refresh_ends', 'data', 'code', 'message', 'status'];

function carriedOver(data: IDataObject, token: Token, { freshMark = '' }: TokenFacts): IDataObject {
	const kept = Object.entries(data).filter(([name]) => !ofOneAnswer.includes(name) && name !== freshMark);
	const { refresh: refresh_token, refreshExpiresAt: ends = 0 } = token;
	return { ...Object.fromEntries(kept), before: begunWith(token), ...(ends > Date.now() && { refresh_ends: { refresh_token, ends } }) };
}

/** Whether there is something to ask for a next token with. */
const canAsk = (token: Token, { renewal }: TokenFacts, credentials: Credentials) => (renewal ? renewal(token, credentials) !== undefined : token.refresh !== undefined);

/** Whether a next token can be had without a person, by this machine’s clock. */
export const isRenewable = (token: Token, facts: TokenFacts, credentials: Credentials) =>
	canAsk(token, facts, credentials) && (token.refresh === undefined || (token.refreshExpiresAt ?? Infinity) > Date.now());

/**
 * The context in which n8n renews: its helper reads the credential from here and stores the answer encrypted, under its own
 * lock across workers. Vendors whose renewal is not the standard's get their own form through the client credentials grant,
 * the one whose body n8n leaves to the credential. Undocumented: test/contract/n8n holds n8n to it.
 */
function renewingContext(context: Context, credentials: Credentials, token: Token, facts: TokenFacts): Context {
	const custom = facts.renewal?.(token, credentials);
	const form = custom && {
		...{ grantType: 'clientCredentials', scope: '', additionalBodyProperties: JSON.stringify(custom.form) },
		...(custom.url !== undefined && { accessTokenUrl: custom.url }),
	};
	const oauthTokenData = carriedOver(storedToken(credentials)?.data ?? {}, token, facts);
	const renewing: Context = Object.create(context, { getCredentials: { value: async () => ({ ...credentials, ...form, oauthTokenData }) } });
	return renewing;
}

const answerIn = (error: unknown) => {
	for (const { body, status } of causesOf(error)) {
		if (typeof body === 'object' && body !== null) return { body };
		if (typeof body === 'string' && body.startsWith('{')) {
			try {
				const parsed: object = JSON.parse(body);
				return { body: parsed, status: Number(status) };
			} catch {
				// Half an answer says nothing.
			}
		}
	}
	return {};
};

const failed = (verdict: Failure['verdict'], message: string, hint: string): Failure => ({ verdict, code: 'renewal', message, hint });
const lost = (name: string) => failed('retry', `${name}’s token endpoint gave no usable answer.`, 'QMARK tries again when it is next used.');
const reconnect = (name: string, why: string) => failed('reconnect', `${name} does not renew the connection: ${why}.`, 'Open the credential and click Connect.');

/** What a token endpoint said: https://www.rfc-editor.org/rfc/rfc6749#section-5.2, or the vendor's own envelope, also where the status hides it. */
function refusalIn({ body, status = 401 }: { body?: object; status?: number }, { name, token, parseError }: Platform): Failure | undefined {
	const { error, error_description: told }: { error?: unknown; error_description?: unknown } = { ...body };
	if (typeof error !== 'string') return parseError({ status, headers: {}, body });
	const why = typeof told === 'string' ? `${error}, ${told.replace(/\.$/, '')}` : error;
	if ((token?.dead ?? ['invalid_grant']).includes(error)) return reconnect(name, why);
	if (error === 'temporarily_unavailable' || error === 'server_error') return lost(name);
	return { verdict: 'stop', code: error, message: `${name} did not renew the connection: ${why}.`, hint: 'Check the client ID and secret in the credential against the app in the vendor’s console.' };
}

function renewalFailure(error: unknown, platform: Platform): Failure {
	for (const { failure } of causesOf(error)) {
		if (typeof failure === 'object' && failure !== null && 'cause' in failure && failure.cause === 'credential-invalid') return reconnect(platform.name, 'access was taken back, or it was not used for too long');
	}
	return refusalIn(answerIn(error), platform) ?? lost(platform.name);
}

/** Tokens that did not renew are left in peace for a while: one try per pause, not one per request. */
const resting = new Map<string, { access: string; until: number; failure?: Failure }>();
const PAUSE = 5 * 60_000;
/** n8n gives a token endpoint five minutes; whoever waits for it here has a request to make. An answer that comes later is stored all the same. */
const PATIENCE = 30_000;

const keyOf = (context: Context, type: string) => {
	const { id, name } = context.getNode().credentials?.[type] ?? { id: null, name: '' };
	return [type, id ?? name].join('/');
};

/** Renews now and answers the credential as n8n has stored it. @throws PlatformError with the verdict; the old token stays stored. */
export async function renew(context: Context, platform: Platform, credentials: Credentials, facts: TokenFacts, token: Token): Promise<Credentials> {
	const key = keyOf(context, platform.credential);
	try {
		const property = storedToken(credentials)?.wrapped ? WRAPPED : undefined;
		const asked = context.helpers.refreshOAuth2Token.call(renewingContext(context, credentials, token, facts), platform.credential, { property });
		if (!(await within(PATIENCE, asked))) throw new PlatformError(lost(platform.name));
		const stored = await context.getCredentials(platform.credential);
		const next = tokenOf(stored, facts);
		if (!next) throw new PlatformError(lost(platform.name));
		if (next.refused) throw new PlatformError(refusalIn({ body: storedToken(stored)?.data }, platform) ?? lost(platform.name));
		if (isDue(next, facts)) resting.set(key, { access: next.access, until: Date.now() + PAUSE });
		else resting.delete(key);
		return stored;
	} catch (error) {
		const failure = error instanceof PlatformError ? error : new PlatformError(renewalFailure(error, platform));
		resting.set(key, { access: token.access, until: Date.now() + PAUSE, failure });
		throw failure;
	}
}

/** The session's token, where there is something to ask for the next one with. */
function renewableIn({ platform: { token: facts }, credentials }: Session): { token: Token; facts: TokenFacts } | undefined {
	const token = facts && tokenOf(credentials, facts);
	return facts && token && canAsk(token, facts, credentials) ? { token, facts } : undefined;
}

/** Renews in the session; answers whether it has another token now. */
async function renewed(session: Session, token: Token, facts: TokenFacts): Promise<boolean> {
	const { context, platform, credentials } = session;
	session.credentials = await renew(context, platform, credentials, facts, token);
	rememberSecrets(session);
	return tokenOf(session.credentials)?.access !== token.access;
}

/**
 * Before a request: renews a token whose time has come, so that it is good for another `ahead` milliseconds. A renewal that
 * fails stops nothing but what is surely dead: clocks differ, and the platform has the last word on its token.
 */
export async function renewIfDue(session: Session, ahead = 0): Promise<void> {
	const found = renewableIn(session);
	if (!found || !isDue(found.token, found.facts, ahead)) return;
	const { token, facts } = found;
	const rest = resting.get(keyOf(session.context, session.platform.credential));
	const isResting = rest?.access === token.access && rest.until > Date.now();
	const failure = isResting ? rest.failure : await renewed(session, token, facts).then(() => undefined, failureOf);
	if (failure?.verdict === 'reconnect' && isOver(token)) throw new PlatformError(failure);
}

/** After a refusal of the token itself: answers whether there is another one now. */
export async function renewAfterRefusal(session: Session): Promise<boolean> {
	const found = renewableIn(session);
	return found !== undefined && (await renewed(session, found.token, found.facts));
}

/** For whoever watches over connections: renews if it is time, and says so. @throws PlatformError where that fails. */
export async function renewOnTime(session: Session): Promise<boolean> {
	const found = renewableIn(session);
	return found !== undefined && isDue(found.token, found.facts) && (await renewed(session, found.token, found.facts));
}
