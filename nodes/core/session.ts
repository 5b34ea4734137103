import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { PlatformError } from './errors';
import type { Credentials, Platform } from './platform';
import { secretsIn } from './redact';

export type Context = IExecuteFunctions | ILoadOptionsFunctions;

/** One node run's connection to its platform: the credential, read and decrypted once for all items. */
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
}

/** The token that n8n's OAuth2 store holds, or undefined for a credential that has none or was never connected. */
export function accessTokenOf({ oauthTokenData }: Credentials): string | undefined {
	const held = typeof oauthTokenData === 'object' && oauthTokenData !== null && 'access_token' in oauthTokenData;
	return held && typeof oauthTokenData.access_token === 'string' ? oauthTokenData.access_token : undefined;
}

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
	};
}

/**
 * n8n's request helper reads the credential from its context: this one hands it the session's own, signed with `token`
 * where another account speaks, and with the host's word for the `Authorization` header.
 */
export function signedContext({ context, credentials }: Session, token?: string, scheme?: string): Context {
	const { oauthTokenData } = credentials;
	const other = token && typeof oauthTokenData === 'object' ? { ...credentials, oauthTokenData: { ...oauthTokenData, access_token: token } } : credentials;
	const httpRequest: Context['helpers']['httpRequest'] = async ({ headers = {}, ...options }) => {
		const authorization = String(headers.Authorization).replace(/^Bearer\b/, scheme ?? 'Bearer');
		return await context.helpers.httpRequest({ ...options, headers: { ...headers, Authorization: authorization } });
	};
	const helpers = scheme ? { ...context.helpers, httpRequest } : context.helpers;
	const bound: Context = Object.create(context, { getCredentials: { value: async () => other }, helpers: { value: helpers } });
	return bound;
}
