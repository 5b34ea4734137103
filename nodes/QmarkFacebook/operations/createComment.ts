import { operation } from '../../core/operation';
import { facebook } from '../../platforms/facebook';
import { comment } from '../../networks/facebook/comments';
import { attachmentUrl, commentText, page, postId } from '../fields';

/** https://developers.facebook.com/docs/graph-api/reference/object/comments#publish */
export const createComment = operation({
	resource: 'comment',
	operation: 'create',
	effect: 'write',
	scopes: ['pages_manage_engagement'],
	name: 'Create',
	action: 'Create a comment',
	description: 'Comment on a post, photo or video as the page',
	limits: { message: facebook.limits.comment },
	fields: [page, { ...postId, description: 'The post, photo or video to comment on' }, commentText, attachmentUrl],
	run: async ({ postId: on, message, attachmentUrl: image }, api) => await comment(api, on, { message, attachment_url: image || undefined }),
});
