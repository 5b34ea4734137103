import { operation } from '../../core/operation';
import { instagram } from '../../platforms/instagram';
import { commentId, message } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment/replies#creating */
export const replyToComment = operation({
	resource: 'comment',
	operation: 'reply',
	effect: 'write',
	scopes: ['instagram_basic', 'instagram_manage_comments', 'pages_read_engagement'],
	name: 'Reply',
	action: 'Reply to a comment',
	description: 'Answer a comment publicly as the account',
	limits: { message: instagram.limits.comment },
	fields: [commentId, message],
	run: async ({ commentId: id, message: text }, api) => await api.send({ method: 'POST', url: `/${id}/replies`, body: { message: text } }),
});
