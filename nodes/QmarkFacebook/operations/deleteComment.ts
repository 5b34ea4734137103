import { operation } from '../../core/operation';
import { commentId, page } from '../fields';
import { remove } from '../../networks/meta/remove';

/** https://developers.facebook.com/docs/graph-api/reference/comment#deleting */
export const deleteComment = operation({
	resource: 'comment',
	operation: 'delete',
	effect: 'write',
	scopes: ['pages_manage_engagement'],
	name: 'Delete',
	action: 'Delete a comment',
	description: 'Delete a comment under a post of the page',
	fields: [page, commentId],
	run: async ({ commentId: id }, api) => await remove(api, id),
});
