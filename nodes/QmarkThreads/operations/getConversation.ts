import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { newestFirst, pageSize, postId, replyShown } from '../fields';

/** https://developers.facebook.com/docs/threads/retrieve-and-manage-replies/replies-and-conversations#retrieve-conversations */
export const getConversation = operation({
	resource: 'reply',
	operation: 'getConversation',
	effect: 'read',
	scopes: ['threads_basic', 'threads_read_replies'],
	name: 'Get Conversation',
	action: 'Get a conversation',
	description: 'Get all replies below a post, those to other replies too, as one list',
	fields: [postId, newestFirst, ...many],
	run: ({ postId: id, newestFirst: reverse, ...wanted }, api) => api.pages({ url: `/${id}/conversation`, qs: { fields: replyShown, reverse, limit: pageSize(wanted) } }),
});
