import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { asOwner, reads } from '../../networks/pinterest/requests';
import { adAccountId, options } from '../fields';
import { query } from '../listFields';

/** https://developers.pinterest.com/docs/api/v5/search_user_pins-list */
export const searchPins = operation({
	resource: 'pin',
	operation: 'search',
	effect: 'read',
	scopes: ['boards:read', 'boards:read_secret', 'pins:read', 'pins:read_secret'],
	name: 'Search',
	action: 'Search pins',
	description: 'Find Pins of the account by a word',
	fields: [query, ...many, options(adAccountId)],
	run: ({ query: wanted, options: more }, api) => api.pages(reads('/search/pins', { query: wanted, ...asOwner(more) })),
});
