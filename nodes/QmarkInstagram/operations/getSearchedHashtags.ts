import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { instagram } from '../../platforms/instagram';
import { account } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/recently_searched_hashtags */
export const getSearchedHashtags = operation({
	resource: 'hashtag',
	operation: 'getAllSearched',
	effect: 'read',
	scopes: ['instagram_basic', 'pages_read_engagement'],
	name: 'Get Many Searched',
	action: 'Get many searched hashtags',
	description: 'Get the hashtags that the account asked for within seven days, of the 30 it may',
	fields: [account, ...many],
	run: ({ account: id }, api) => api.pages({ url: `/${id}/recently_searched_hashtags`, qs: { fields: 'id,name', limit: instagram.limits.searchedHashtags } }),
});
