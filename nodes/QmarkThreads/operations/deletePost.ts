import { operation } from '../../core/operation';
import { remove } from '../../networks/meta/remove';
import { postId } from '../fields';

/** https://developers.facebook.com/docs/threads/posts/delete-posts */
export const deletePost = operation({
	resource: 'post',
	operation: 'delete',
	effect: 'write',
	scopes: ['threads_basic', 'threads_delete'],
	name: 'Delete',
	action: 'Delete a post',
	description: 'Delete a post or reply of the account; Threads allows 100 a day',
	fields: [postId],
	run: async ({ postId: id }, api) => await remove(api, id),
});
