import { operation } from '../../core/operation';
import { commentId } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment#updating */
export const hideComment = operation({
	resource: 'comment',
	operation: 'hide',
	effect: 'write',
	scopes: ['instagram_basic', 'instagram_manage_comments', 'pages_read_engagement'],
	name: 'Hide',
	action: 'Hide or show a comment',
	description: 'Hide a comment from everyone but its author, or show it again',
	fields: [
		commentId,
		{ displayName: 'Hide', name: 'hide', type: 'boolean', default: true, description: 'Whether to hide the comment; off shows it again' },
	],
	run: async ({ commentId: id, hide }, api) => {
		await api.send({ method: 'POST', url: `/${id}`, body: { hide }, idempotent: true });
		return { id, hidden: hide };
	},
});
