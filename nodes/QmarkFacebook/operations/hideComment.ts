import { operation } from '../../core/operation';
import { commentId, page } from '../fields';

/** https://developers.facebook.com/docs/graph-api/reference/comment#updating */
export const hideComment = operation({
	resource: 'comment',
	operation: 'hide',
	effect: 'write',
	scopes: ['pages_manage_engagement'],
	name: 'Hide or Show',
	action: 'Hide or show a comment',
	description: 'Hide the comment of a visitor from everybody else, or show it again',
	fields: [page, commentId, { displayName: 'Hide', name: 'hide', type: 'boolean', default: true, description: 'Whether to hide the comment; off shows it again' }],
	run: async ({ commentId: id, hide }, api) => {
		await api.send({ method: 'POST', url: `/${id}`, body: { is_hidden: hide }, idempotent: true });
		return { id, is_hidden: hide };
	},
});
