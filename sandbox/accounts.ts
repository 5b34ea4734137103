import { seed } from './networks/seed';
import { seedTokens } from './networks/meta/tokens';

/** One credential of the sandbox's business, as a person would fill it in. */
export interface Account {
	name: string;
	type: string;
	data: Record<string, unknown>;
	/** Connected through its network's consent page; the others are complete as they are. */
	consent: boolean;
}

const { telegram, meta, instagramLogin, threads, google, tiktok, linkedin, pinterest } = seed;

/** Every credential type that needs no key of the n8n itself, behind the gateway at `origin`. */
export const accountsAt = (origin: string): Account[] => {
	const oauth = (network: string, clientId: string, clientSecret: string, data: Record<string, unknown> = {}): Account => ({
		name: `QMARK ${network} (sandbox)`,
		type: `qmark${network.replaceAll(' ', '')}OAuth2Api`,
		data: { clientId, clientSecret, gateway: origin, ...data },
		consent: true,
	});
	return [
		{ name: 'QMARK Telegram (sandbox)', type: 'qmarkTelegramApi', data: { accessToken: telegram.token, baseUrl: `${origin}/api.telegram.org` }, consent: false },
		oauth('Meta', meta.appId, meta.appSecret, { features: ['ads', 'facebook', 'instagram', 'leads', 'messages', 'whatsapp'] }),
		{ name: 'QMARK Meta System User (sandbox)', type: 'qmarkMetaSystemUserApi', data: { accessToken: seedTokens.systemUser, clientSecret: meta.appSecret, gateway: origin }, consent: false },
		oauth('Instagram', instagramLogin.appId, instagramLogin.appSecret),
		oauth('Threads', threads.appId, threads.appSecret),
		oauth('Gmail', google.clientId, google.clientSecret, { access: 'full' }),
		oauth('Google Ads', google.clientId, google.clientSecret, { loginCustomerId: google.managerId }),
		oauth('YouTube', google.clientId, google.clientSecret, { features: ['analytics', 'manage'] }),
		oauth('TikTok', tiktok.clientKey, tiktok.clientSecret),
		oauth('LinkedIn', linkedin.clientId, linkedin.clientSecret),
		oauth('Pinterest', pinterest.appId, pinterest.appSecret),
	];
};
