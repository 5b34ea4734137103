import { operation } from '../../core/operation';
import { remove } from '../../networks/meta/remove';
import { commentId } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment#deleting */
export const deleteComment = operation({
	resource: 'comment',
	operation: 'delete',
	effect: 'write',
	scopes: ['instagram_basic', 'instagram_manage_comments', 'pages_read_engagement'],
	name: 'Delete',
	action: 'Delete a comment',
	description: 'Delete a comment on media of the account, with its replies',
	fields: [commentId],
	run: async ({ commentId: id }, api) => await remove(api, id),
});
