import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { account, listed, mediaShown, pageSize } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media */
export const getManyMedia = operation({
	resource: 'media',
	operation: 'getAll',
	effect: 'read',
	scopes: ['instagram_basic', 'pages_read_engagement'],
	name: 'Get Many',
	action: 'Get many media',
	description: 'Get posts and reels of the account, or its live stories, newest first',
	fields: [account, listed, ...many],
	run: ({ account: id, type: edge, ...wanted }, api) => api.pages({ url: `/${id}/${edge}`, qs: { fields: mediaShown, limit: pageSize(wanted) } }),
});
