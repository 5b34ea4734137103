import { operation } from '../../core/operation';
import { findHashtag as find } from '../../networks/instagram/hashtags';
import { hashtag } from '../discoveryFields';
import { account } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-hashtag-search */
export const findHashtag = operation({
	resource: 'hashtag',
	operation: 'search',
	effect: 'read',
	scopes: ['instagram_basic', 'pages_read_engagement'],
	name: 'Search',
	action: 'Search a hashtag',
	description: 'Find the ID of a hashtag. The app needs Meta’s review for Instagram Public Content Access.',
	fields: [account, hashtag],
	run: async ({ account: id, hashtag: text }, api) => await find(api, id, text),
});
