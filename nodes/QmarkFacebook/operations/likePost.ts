import { operation } from '../../core/operation';
import { setLike } from '../../networks/facebook/likes';
import { like, page, postId } from '../fields';

/** https://developers.facebook.com/docs/graph-api/reference/object/likes */
export const likePost = operation({
	resource: 'post',
	operation: 'like',
	effect: 'write',
	scopes: ['pages_manage_engagement'],
	name: 'Like or Unlike',
	action: 'Like or unlike a post',
	description: 'Like a post, photo or video as the page, or take the like back',
	fields: [page, { ...postId, description: 'The post, photo or video to like' }, like],
	run: async ({ postId: id, like: liked }, api) => {
		await setLike(api, id, liked);
		return { id, liked };
	},
});
