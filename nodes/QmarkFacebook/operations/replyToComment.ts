import { operation } from '../../core/operation';
import { facebook } from '../../platforms/facebook';
import { comment } from '../../networks/facebook/comments';
import { attachmentUrl, commentId, commentText, page } from '../fields';

/** https://developers.facebook.com/docs/graph-api/reference/object/comments#publish */
export const replyToComment = operation({
	resource: 'comment',
	operation: 'reply',
	effect: 'write',
	scopes: ['pages_manage_engagement'],
	name: 'Reply',
	action: 'Reply to a comment',
	description: 'Answer a comment publicly as the page',
	limits: { message: facebook.limits.comment },
	fields: [page, commentId, commentText, attachmentUrl],
	run: async ({ commentId: on, message, attachmentUrl: image }, api) => await comment(api, on, { message, attachment_url: image || undefined }),
});
