import { listSearch } from '../core/search';
import { instagram } from '../platforms/instagram';

interface Page {
	instagram_business_account?: { id: string; username: string };
}

/** Accounts are reached through the pages they are linked to. https://developers.facebook.com/docs/instagram-platform/instagram-api-with-facebook-login/get-started */
export const searchAccounts = listSearch<Page>(
	instagram,
	{ url: '/me/accounts', qs: { fields: 'instagram_business_account{id,username}', limit: 100 } },
	({ instagram_business_account: account }) =>
		account && { name: `@${account.username}`, value: account.id, url: `https://www.instagram.com/${account.username}/` },
);
