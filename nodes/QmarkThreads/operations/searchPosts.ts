import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { spanOf } from '../../networks/facebook/insights';
import { foundShown, pageSize } from '../fields';
import { query, searchOptions } from '../searchFields';

/** https://developers.facebook.com/docs/threads/keyword-search */
export const searchPosts = operation({
	resource: 'post',
	operation: 'search',
	effect: 'read',
	scopes: ['threads_basic', 'threads_keyword_search'],
	name: 'Search',
	action: 'Search posts',
	description: 'Find public posts by a word or topic',
	fields: [query, ...many, searchOptions],
	run: ({ query: q, options: { searchType, ...span }, ...wanted }, api) =>
		api.pages({ url: '/keyword_search', qs: { q, search_type: searchType, ...spanOf(span), fields: foundShown, limit: pageSize(wanted) } }),
});
