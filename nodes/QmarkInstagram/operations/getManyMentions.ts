import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { account, pageSize } from '../fields';

const shown = 'id,caption,media_type,media_product_type,media_url,permalink,timestamp,username,like_count,comments_count';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/tags */
export const getManyMentions = operation({
	resource: 'mention',
	operation: 'getAll',
	effect: 'read',
	scopes: ['instagram_basic', 'instagram_manage_comments', 'pages_read_engagement'],
	name: 'Get Many Tagged',
	action: 'Get many media the account is tagged on',
	description: 'Get many images, carousels and reels of others on which the account is tagged. Instagram lists no captions and comments that name it: it tells of them by the event “mentions”.',
	fields: [account, ...many],
	run: ({ account: id, ...wanted }, api) => api.pages({ url: `/${id}/tags`, qs: { fields: shown, limit: pageSize(wanted) } }),
});
