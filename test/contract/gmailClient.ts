import { OAuth2Client } from 'google-auth-library';
import { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import { giveConsent } from '../../sandbox/n8n/consent';
import { seed } from '../../sandbox/networks/seed';
import { openSandbox } from '../support/sandbox';
import type { Sandbox } from '../support/sandbox';

const { clientId, clientSecret, accounts } = seed.google;
export const [camille, bruno] = accounts;

export const scope = (name: string) => `https://www.googleapis.com/auth/gmail.${name}`;
export const full = 'https://mail.google.com/';

const redirect = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';

/** Google’s addresses, answered by the sandbox. Its client’s own `rootUrl` takes no path, and leaves uploads out. */
const redirected = ({ origin }: Sandbox): typeof fetch => async (input, init) =>
	await fetch(String(input instanceof Request ? input.url : input).replace(/^https:\/\/(?=[\w.]+\.googleapis\.com)/, `${origin}/`), init);

/** A mailbox in the sandbox, driven by Google’s own client. `scopes`: what its token is good for. */
export async function open(sandbox: Sandbox, account: { id: string } = camille, scopes = full): Promise<gmail_v1.Gmail> {
	const fetchImplementation = redirected(sandbox);
	const auth = new OAuth2Client({ clientId, clientSecret, redirectUri: redirect, transporterOptions: { fetchImplementation } });
	const dialog = auth.generateAuthUrl({ scope: scopes.split(' '), access_type: 'offline', prompt: 'consent' });
	const back = await giveConsent(dialog.replace('https:/', sandbox.origin), redirect, { account: account.id });
	const { tokens } = await auth.getToken(new URL(back).searchParams.get('code') ?? '');
	auth.setCredentials(tokens);
	return new gmail_v1.Gmail({ auth, retry: false, fetchImplementation });
}

export { openSandbox };
export type { Sandbox };

const CRLF = '\r\n';

/** A plain message as bytes. */
export const letter = (headers: Record<string, string>, text = 'Bonjour') =>
	[...Object.entries({ To: 'ines@example.com', Subject: 'Bouquets', ...headers }).map(([name, value]) => `${name}: ${value}`), '', text].join(CRLF);

export const rawOf = (message: string) => Buffer.from(message).toString('base64url');

/** What Google’s client was refused: HTTP status, reason and text. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; reason?: string; message: string }> {
	const error: unknown = await call.then(() => new Error('It was not refused.'), (failure: unknown) => failure);
	const response = typeof error === 'object' && error !== null && 'response' in error ? error.response : undefined;
	if (typeof response !== 'object' || response === null || !('status' in response) || !('data' in response)) throw error;
	const { error: body }: { error: { message: string; errors?: { reason?: string }[] } } = JSON.parse(typeof response.data === 'string' ? response.data : JSON.stringify(response.data));
	return { status: Number(response.status), reason: body.errors?.[0]?.reason, message: body.message };
}
