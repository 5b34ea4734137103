import { operation } from '../../core/operation';
import { setLike } from '../../networks/instagram/likes';
import { like } from '../discoveryFields';
import { account, commentId } from '../fields';

/** https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/user-likes */
export const likeComment = operation({
	resource: 'comment',
	operation: 'like',
	effect: 'write',
	scopes: ['instagram_basic', 'instagram_manage_engagement', 'pages_read_engagement'],
	name: 'Like or Unlike',
	action: 'Like or unlike a comment',
	description: 'Like a comment or a reply as the account, or take the like back',
	fields: [account, commentId, like],
	run: async ({ account: id, commentId: comment, like: liked }, api) => {
		await setLike(api, id, { comment_id: comment }, liked);
		return { id: comment, liked };
	},
});
