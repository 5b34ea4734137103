import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { asOwner, pageSize, reads } from '../../networks/pinterest/requests';
import { adAccountId, options } from '../fields';
import { query } from '../listFields';

/** https://developers.pinterest.com/docs/api/v5/search_user_boards-get */
export const searchBoards = operation({
	resource: 'board',
	operation: 'search',
	effect: 'read',
	scopes: ['boards:read', 'boards:read_secret'],
	name: 'Search',
	action: 'Search boards',
	description: 'Find boards of the account by a word',
	fields: [query, ...many, options(adAccountId)],
	run: ({ query: wanted, options: more, ...size }, api) => api.pages(reads('/search/boards', { query: wanted, ...asOwner(more), ...pageSize(size) })),
});
