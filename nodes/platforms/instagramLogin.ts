import type { Api } from '../core/api';
import type { Finding, Platform } from '../core/platform';
import { vendor } from './gateway';
import { instagram } from './instagram';
import { exchanged } from './longLived';
import { meta } from './meta';

/** https://developers.facebook.com/docs/instagram-platform/overview: personal accounts have no API. */
const professional = ['BUSINESS', 'MEDIA_CREATOR'];

async function diagnose(api: Api): Promise<Finding[]> {
	const { account_type: type = '', username = '' } = await api.send<{ account_type?: string; username?: string }>(identity);
	if (professional.includes(type)) return [];
	return [{ problem: 'account-type', message: `Instagram account ${username} is a personal account.`, fix: 'In the Instagram app: Settings > Account type and tools > Switch to professional account. Then connect again.' }];
}

const identity = { url: '/me', qs: { fields: 'user_id,username,account_type' } };

/** Instagram without a Facebook page: https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login */
export const instagramLogin = {
	...instagram,
	name: 'Instagram Login',
	credential: 'qmarkInstagramOAuth2Api',
	docs: 'https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login',
	baseUrl: (credentials) => `${vendor(credentials, 'graph.instagram.com')}/${meta.version.default}`,
	identity: { request: identity, nameOf: ({ username, user_id: id }) => String(username ?? id) },
	/** Nothing to ask: the token endpoint listed the permissions. */
	introspect: undefined,
	diagnose,
	complete: undefined,
	token: exchanged('graph.instagram.com', 'ig'),
} as const satisfies Platform;
