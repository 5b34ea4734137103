import axios from 'axios';
import { startSandbox } from '../../sandbox/networks/server';
import { seedTokens } from '../../sandbox/networks/meta/tokens';
import { seedToken as threadsToken } from '../../sandbox/networks/threads/login';
import { seed } from '../../sandbox/networks/seed';
import type { TimelineEntry } from '../../sandbox/networks/world';

/** What `POST /_sandbox/faults` takes: see sandbox/networks/README.md. */
export interface Fault {
	network: string;
	/** Part of the path of the calls that meet the fault. */
	match: string;
	kind: 'status' | 'reset' | 'timeout' | 'malformed';
	when?: 'before' | 'after';
	status?: number;
	headers?: Record<string, string>;
	afterBytes?: number;
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

/** The florist’s long-lived connection, as n8n would store it after the dialog. */
export const metaCredential = (origin: string) => ({
	qmarkMetaOAuth2Api: {
		...{ clientId: seed.meta.appId, clientSecret: seed.meta.appSecret, gateway: origin, graphVersion: 'v25.0' },
		...{ grantType: 'authorizationCode', authentication: 'body', accessTokenUrl: `${origin}/graph.facebook.com/v25.0/oauth/access_token` },
		oauthTokenData: { access_token: seedTokens.user, token_type: 'bearer' },
	},
});

/** Its Threads account, as n8n would store the connection once it is exchanged. */
export const threadsCredential = (origin: string) => ({
	qmarkThreadsOAuth2Api: {
		...{ clientId: seed.threads.appId, clientSecret: seed.threads.appSecret, gateway: origin },
		...{ grantType: 'authorizationCode', authentication: 'body', accessTokenUrl: `${origin}/graph.threads.net/oauth/access_token` },
		oauthTokenData: { access_token: threadsToken, token_type: 'bearer' },
	},
});
