import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { hashtagMedia } from '../../networks/instagram/hashtags';
import { hashtag } from '../discoveryFields';
import { account, pageSize } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-api-with-facebook-login/hashtag-search */
export const getHashtagMedia = operation({
	resource: 'hashtag',
	operation: 'getAllMedia',
	effect: 'read',
	scopes: ['instagram_basic', 'pages_read_engagement'],
	name: 'Get Many Media',
	action: 'Get many media with a hashtag',
	description: 'Get many public images and videos with a hashtag. The app needs Meta’s review for Instagram Public Content Access.',
	fields: [
		account,
		hashtag,
		{
			displayName: 'Order',
			name: 'order',
			type: 'options',
			options: [
				{ name: 'Most Popular', value: 'top' },
				{ name: 'Most Recent', value: 'recent', description: 'Those of the last 24 hours' },
			],
			default: 'top',
		},
		...many,
	],
	run: ({ account: id, hashtag: text, order, ...wanted }, api) => hashtagMedia(api, id, text, order, pageSize(wanted)),
});
