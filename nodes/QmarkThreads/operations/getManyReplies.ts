import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { newestFirst, pageSize, postId, replyShown } from '../fields';

/** https://developers.facebook.com/docs/threads/retrieve-and-manage-replies/replies-and-conversations#retrieve-replies */
export const getManyReplies = operation({
	resource: 'reply',
	operation: 'getAll',
	effect: 'read',
	scopes: ['threads_basic', 'threads_read_replies'],
	name: 'Get Many',
	action: 'Get many replies',
	description: 'Get the replies to a post, those to the post itself only',
	fields: [postId, newestFirst, ...many],
	run: ({ postId: id, newestFirst: reverse, ...wanted }, api) => api.pages({ url: `/${id}/replies`, qs: { fields: replyShown, reverse, limit: pageSize(wanted) } }),
});
