import { seed } from '../../../sandbox/networks/seed';
import { DAY, HOUR, MINUTE } from '../../support/time';

/** One way to connect, and what its tokens are expected to do. */
export interface Network {
	name: string;
	type: string;
	/** Where the sandbox has its requests, and under which name its settings. */
	journal: string;
	settings: (values: object) => object;
	app: Record<string, string | string[]>;
	/** Of the first person who may connect, and another. */
	accounts: readonly [string, string];
	/** Milliseconds that a token lives once renewed, and before its end is renewed. */
	life: number;
	lead: number;
	/** The token right after Connect is exchanged at its first use. */
	exchanged: boolean;
	/** How renewal goes: another refresh token each time, the same one, or none at all. */
	refresh: 'rotated' | 'kept' | 'none';
}

const { meta, instagramLogin, threads, google, tiktok, linkedin, pinterest } = seed;
const idsOf = (accounts: readonly { id: string }[]): [string, string] => [accounts[0]?.id ?? '', accounts[1]?.id ?? ''];
const own = (network: string) => ({ journal: network, settings: (values: object) => ({ [network]: values }) });
const pinterestApp = { clientId: pinterest.appId, clientSecret: pinterest.appSecret };
const googleApp = { clientId: google.clientId, clientSecret: google.clientSecret };

export const networks = [
	{
		...{ name: 'Meta', type: 'qmarkMetaOAuth2Api', ...own('meta') },
		...{ app: { clientId: meta.appId, clientSecret: meta.appSecret }, accounts: [meta.user.id, meta.otherUser.id] },
		...{ life: 60 * DAY, lead: 10 * DAY, exchanged: true, refresh: 'none' },
	},
	{
		...{ name: 'Instagram Login', type: 'qmarkInstagramOAuth2Api', journal: 'meta', settings: (values: object) => ({ meta: { instagramLogin: values } }) },
		...{ app: { clientId: instagramLogin.appId, clientSecret: instagramLogin.appSecret }, accounts: idsOf(instagramLogin.accounts) },
		...{ life: 60 * DAY, lead: 30 * DAY, exchanged: true, refresh: 'none' },
	},
	{
		...{ name: 'Threads', type: 'qmarkThreadsOAuth2Api', ...own('threads') },
		...{ app: { clientId: threads.appId, clientSecret: threads.appSecret }, accounts: idsOf(threads.accounts) },
		...{ life: 60 * DAY, lead: 30 * DAY, exchanged: true, refresh: 'none' },
	},
	{
		...{ name: 'Gmail', type: 'qmarkGmailOAuth2Api', ...own('google') },
		...{ app: googleApp, accounts: idsOf(google.accounts) },
		...{ life: 3599_000, lead: 5 * MINUTE, exchanged: false, refresh: 'kept' },
	},
	{
		...{ name: 'Google Ads', type: 'qmarkGoogleAdsOAuth2Api', ...own('google') },
		...{ app: { ...googleApp, developerToken: google.developerToken, features: ['ads'] }, accounts: idsOf(google.accounts) },
		...{ life: 3599_000, lead: 5 * MINUTE, exchanged: false, refresh: 'kept' },
	},
	{
		...{ name: 'YouTube', type: 'qmarkYouTubeOAuth2Api', ...own('google') },
		...{ app: googleApp, accounts: idsOf(google.accounts) },
		...{ life: 3599_000, lead: 5 * MINUTE, exchanged: false, refresh: 'kept' },
	},
	{
		...{ name: 'TikTok', type: 'qmarkTikTokOAuth2Api', ...own('tiktok') },
		...{ app: { clientId: tiktok.clientKey, clientSecret: tiktok.clientSecret }, accounts: idsOf(tiktok.accounts) },
		...{ life: 2 * HOUR, lead: 30 * MINUTE, exchanged: false, refresh: 'rotated' },
	},
	{
		...{ name: 'LinkedIn', type: 'qmarkLinkedInOAuth2Api', ...own('linkedin') },
		...{ app: { clientId: linkedin.clientId, clientSecret: linkedin.clientSecret }, accounts: idsOf(linkedin.accounts) },
		...{ life: 60 * DAY, lead: 10 * DAY, exchanged: false, refresh: 'kept' },
	},
	{
		...{ name: 'Pinterest', type: 'qmarkPinterestOAuth2Api', ...own('pinterest') },
		...{ app: pinterestApp, accounts: idsOf(pinterest.accounts) },
		...{ life: 30 * DAY, lead: 7 * DAY, exchanged: false, refresh: 'rotated' },
	},
	{
		...{ name: 'Pinterest’s sandbox', type: 'qmarkPinterestOAuth2Api', ...own('pinterest') },
		...{ app: { ...pinterestApp, environment: 'sandbox' }, accounts: idsOf(pinterest.accounts) },
		...{ life: 30 * DAY, lead: 7 * DAY, exchanged: false, refresh: 'rotated' },
	},
] as const satisfies readonly Network[];

export function network(name: (typeof networks)[number]['name']): Network {
	const found = networks.find((one) => one.name === name);
	if (!found) throw new Error(`There is no network “${name}”.`);
	return found;
}
