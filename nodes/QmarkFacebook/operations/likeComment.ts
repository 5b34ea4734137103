import { operation } from '../../core/operation';
import { setLike } from '../../networks/facebook/likes';
import { commentId, like, page } from '../fields';

/** https://developers.facebook.com/docs/graph-api/reference/object/likes */
export const likeComment = operation({
	resource: 'comment',
	operation: 'like',
	effect: 'write',
	scopes: ['pages_manage_engagement'],
	name: 'Like or Unlike',
	action: 'Like or unlike a comment',
	description: 'Like a comment as the page, or take the like back',
	fields: [page, commentId, like],
	run: async ({ commentId: id, like: liked }, api) => {
		await setLike(api, id, liked);
		return { id, liked };
	},
});
