import { listSearch } from '../../core/search';
import { tiktok } from '../../platforms/tiktok';
import type { User } from './account';
import { userOf } from './account';

/** The one account that is connected. https://developers.tiktok.com/doc/tiktok-api-v2-get-user-info */
export const searchTikTokAccounts = listSearch<User>(
	tiktok,
	async function* (_, api) {
		yield await userOf(api);
	},
	({ open_id: value, display_name: name = value }) => ({ name, value }),
);
