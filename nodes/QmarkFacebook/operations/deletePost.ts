import { operation } from '../../core/operation';
import { page, postId } from '../fields';
import { fullId } from '../../networks/facebook/posts';
import { remove } from '../../networks/meta/remove';

/** https://developers.facebook.com/docs/pages-api/posts#delete-a-post */
export const deletePost = operation({
	resource: 'post',
	operation: 'delete',
	effect: 'write',
	scopes: ['pages_manage_posts', 'pages_read_engagement'],
	name: 'Delete',
	action: 'Delete a post',
	description: 'Delete a published or scheduled post of a page',
	fields: [page, postId],
	run: async ({ page: id, postId: post }, api) => await remove(api, fullId(id, post)),
});
