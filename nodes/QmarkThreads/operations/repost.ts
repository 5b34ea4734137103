import { operation } from '../../core/operation';
import { repost as repostOnce } from '../../networks/threads/repost';
import { postId } from '../fields';

/** https://developers.facebook.com/docs/threads/posts/reposts */
export const repost = operation({
	resource: 'post',
	operation: 'repost',
	effect: 'write',
	scopes: ['threads_basic', 'threads_content_publish'],
	name: 'Repost',
	action: 'Repost a post',
	description: 'Share a post with the followers of the account',
	fields: [postId],
	run: async ({ postId: id }, api) => await repostOnce(api, id),
});
