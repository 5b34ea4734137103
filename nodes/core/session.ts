import type { IExecuteFunctions, IHookFunctions, ILoadOptionsFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { PlatformError } from './errors';
import type { Credentials, Platform } from './platform';
import { secretsIn } from './redact';
import { tokenOf } from './tokens';

export type Context = IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions | IWebhookFunctions | IPollFunctions;

/** One node run's connection to its platform: the credential, read and decrypted once for all items, anew when it is renewed. */
export interface Session {
	context: Context;
	platform: Platform;
	credentials: Credentials;
	/** Aborted when the execution is cancelled. */
	signal?: AbortSignal;
	/** What may never leave the node. Tokens learnt on the way are added. */
	secrets: string[];
	/** Key of the account's shared pace. */
	pace: string;
	/** When a small call last found the token alive; 0 = never. */
	probedAt: number;
}

/** Key of the pace that a call with an allowance of its own keeps beside the account's. */
export const paceOf = ({ pace }: Session, lane?: string): string => (lane ? `${pace}/${lane}` : pace);

/** The token that signs the calls, or undefined for a credential that is not of OAuth2 or was never connected. */
export const accessTokenOf = (credentials: Credentials): string | undefined => tokenOf(credentials)?.access;

/** What a renewal brought is as secret as what it replaced. */
export function rememberSecrets({ credentials, secrets }: Session): void {
	for (const secret of secretsIn(credentials)) if (!secrets.includes(secret)) secrets.push(secret);
}

/** Key of what is remembered of answers: they are for whoever is connected, and for as long as the token lives. */
export const connectionOf = ({ pace, credentials }: Session): string => [pace, accessTokenOf(credentials)].join('/');

/** A network that several credential types connect: a platform for each. */
export type Platforms = Platform | readonly [Platform, ...Platform[]];

/** The one whose credential type the node's “Authentication” names. */
export function platformFor(context: Context, platforms: Platforms): Platform {
	if (!isList(platforms)) return platforms;
	const { authentication } = context.getNode().parameters;
	return platforms.find(({ credential }) => credential === authentication) ?? platforms[0];
}

const isList = (platforms: Platforms): platforms is readonly [Platform, ...Platform[]] => Array.isArray(platforms);

export async function openSession(context: Context, platform: Platform): Promise<Session> {
	const credentials = await context.getCredentials(platform.credential);
	if ('oauthTokenData' in credentials && !accessTokenOf(credentials)) {
		throw new PlatformError({
			verdict: 'reconnect',
			message: `The ${platform.name} credential is not connected.`,
			hint: 'Open the credential and click Connect.',
		});
	}
	return {
		context,
		platform,
		credentials,
		signal: 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined,
		secrets: secretsIn(credentials),
		pace: `${platform.name}/${platform.account(credentials)}`,
		probedAt: 0,
	};
}

/**
 * n8n's request helper reads the credential from its context: this one hands it the session's own, signed with `token`
 * where another account speaks, and with the host's word for the `Authorization` header.
 */
export function signedContext({ context, credentials }: Session, token?: string, scheme?: string): Context {
	const { oauthTokenData } = credentials;
	const access_token = token ?? accessTokenOf(credentials);
	const other = access_token && typeof oauthTokenData === 'object' ? { ...credentials, oauthTokenData: { ...oauthTokenData, access_token } } : { ...credentials, ...(token && { accessToken: token }) };
	const httpRequest: Context['helpers']['httpRequest'] = async ({ headers = {}, ...options }) => {
		const authorization = String(headers.Authorization).replace(/^Bearer\b/, scheme ?? 'Bearer');
		return await context.helpers.httpRequest({ ...options, headers: { ...headers, Authorization: authorization } });
	};
	const helpers = scheme ? { ...context.helpers, httpRequest } : context.helpers;
	const bound: Context = Object.create(context, { getCredentials: { value: async () => other }, helpers: { value: helpers } });
	return bound;
}
