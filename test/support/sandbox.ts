import axios from 'axios';
import { startSandbox } from '../../sandbox/networks/server';
import { seed } from '../../sandbox/networks/seed';
import type { TimelineEntry } from '../../sandbox/networks/world';

/** What `POST /_sandbox/faults` takes: see sandbox/networks/README.md. */
export interface Fault {
	network: 'telegram' | 'meta';
	/** Part of the path of the calls that meet the fault. */
	match: string;
	kind: 'status' | 'reset' | 'timeout' | 'malformed';
	when?: 'before' | 'after';
	status?: number;
	headers?: Record<string, string>;
	times?: number;
	skip?: number;
}

/** A sandbox inside the test's own process, on a free port, with its controls at hand. */
export async function openSandbox() {
	const { origin, close } = await startSandbox({ port: 0 });
	const control = axios.create({ baseURL: origin });
	return {
		origin,
		close,
		reset: async () => void (await control.post('/_sandbox/reset')),
		fault: async (fault: Fault) => void (await control.post('/_sandbox/faults', fault)),
		settings: async (settings: object) => void (await control.post('/_sandbox/settings', settings)),
		advance: async (seconds: number) => void (await control.post('/_sandbox/clock', { advance: seconds })),
		timeline: async () => (await control.get<TimelineEntry[]>('/timeline.json')).data,
		requests: async (network: string) => (await control.get<{ method: string; path: string; status: number }[]>('/_sandbox/requests', { params: { network } })).data,
	};
}

export type Sandbox = Awaited<ReturnType<typeof openSandbox>>;

/** The bot of the sandbox’s business, with a pace that tests need not wait for. */
export const telegramCredential = (origin: string, messagesPerSecond = 1000) => ({
	qmarkTelegramApi: { accessToken: seed.telegram.token, baseUrl: `${origin}/api.telegram.org`, messagesPerSecond },
});

/** Connects as the vendor's dialog does and answers the credential as n8n would store it. */
export async function metaCredential(origin: string) {
	const { appId, appSecret } = seed.meta;
	const redirect = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
	const client = axios.create({ maxRedirects: 0, validateStatus: () => true });
	const dialog = `${origin}/www.facebook.com/v25.0/dialog/oauth`;
	const scope = 'pages_show_list pages_read_engagement pages_read_user_content pages_manage_posts pages_manage_engagement read_insights instagram_basic instagram_content_publish instagram_manage_comments instagram_manage_insights business_management';
	const page = await client.get<string>(dialog, { params: { client_id: appId, redirect_uri: redirect, state: 'test', response_type: 'code', scope } });
	const form = new URLSearchParams();
	for (const [input] of page.data.matchAll(/<input[^>]*>/g)) {
		const value = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(input)?.[1]?.replaceAll('&amp;', '&');
		const name = value('name');
		if (name && (!/type="checkbox"/.test(input) || /checked/.test(input))) form.append(name, value('value') ?? 'on');
	}
	const action = /<form[^>]*action="([^"]*)"/.exec(page.data)?.[1]?.replaceAll('&amp;', '&') ?? dialog;
	const answer = await client.post(new URL(action, dialog).href, form);
	const code = new URL(String(answer.headers.location)).searchParams.get('code');
	const url = `${origin}/graph.facebook.com/v25.0/oauth/access_token`;
	const token = await client.post<{ access_token?: string }>(url, new URLSearchParams({ client_id: appId, client_secret: appSecret, redirect_uri: redirect, code: code ?? '' }));
	if (!token.data.access_token) throw new Error(`The sandbox gave no token: ${JSON.stringify(token.data)}`);
	return {
		qmarkMetaOAuth2Api: {
			...{ clientId: appId, clientSecret: appSecret, gateway: origin, grantType: 'authorizationCode', authentication: 'body', graphVersion: 'v25.0' },
			accessTokenUrl: url,
			oauthTokenData: { ...token.data },
		},
	};
}
