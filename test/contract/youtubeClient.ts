import { OAuth2Client } from 'google-auth-library';
import { youtube_v3 } from 'googleapis/build/src/apis/youtube/v3';
import { youtubeAnalytics_v2 } from 'googleapis/build/src/apis/youtubeAnalytics/v2';
import { giveConsent } from '../../sandbox/n8n/consent';
import { seed } from '../../sandbox/networks/seed';
import type { Sandbox } from '../support/sandbox';

const { clientId, clientSecret, accounts } = seed.google;
export const [camille, bruno] = accounts;

const redirect = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
const scopes = ['youtube.readonly', 'youtube.upload', 'youtube', 'yt-analytics.readonly'].map((name) => `https://www.googleapis.com/auth/${name}`);

/** Google’s addresses, answered by the sandbox. Its client’s own `rootUrl` takes no path, and leaves uploads out. */
const redirected = ({ origin }: Pick<Sandbox, 'origin'>): typeof fetch => async (input, init) =>
	await fetch(String(input instanceof Request ? input.url : input).replace(/^https:\/\/(?=[\w.]+\.googleapis\.com)/, `${origin}/`), init);

/** A channel in the sandbox, driven by Google’s own clients. */
export async function open(sandbox: Pick<Sandbox, 'origin'>, account: { id: string } = camille) {
	const fetchImplementation = redirected(sandbox);
	const auth = new OAuth2Client({ clientId, clientSecret, redirectUri: redirect, transporterOptions: { fetchImplementation } });
	const dialog = auth.generateAuthUrl({ scope: scopes, access_type: 'offline', prompt: 'consent' });
	const back = await giveConsent(dialog.replace('https:/', sandbox.origin), redirect, { account: account.id });
	const { tokens } = await auth.getToken(new URL(back).searchParams.get('code') ?? '');
	auth.setCredentials(tokens);
	const options = { auth, retry: false, fetchImplementation };
	return { auth, youtube: new youtube_v3.Youtube(options), analytics: new youtubeAnalytics_v2.Youtubeanalytics(options) };
}
