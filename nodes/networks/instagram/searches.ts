import { listSearch } from '../../core/search';
import { instagram } from '../../platforms/instagram';
import { pagesRequest } from './accounts';
import type { Page } from './accounts';

export const searchAccounts = listSearch<Page>(
	instagram,
	pagesRequest,
	({ instagram_business_account: account }) =>
		account && { name: `@${account.username}`, value: account.id, url: `https://www.instagram.com/${account.username}/` },
);
