import { operation } from '../../core/operation';
import { instagram } from '../../platforms/instagram';
import { mediaId, message } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-media/comments#creating */
export const createComment = operation({
	resource: 'comment',
	operation: 'create',
	effect: 'write',
	scopes: ['instagram_basic', 'instagram_manage_comments', 'pages_read_engagement'],
	name: 'Create',
	action: 'Create a comment',
	description: 'Comment on media of the account',
	limits: { message: instagram.limits.comment },
	fields: [mediaId, message],
	run: async ({ mediaId: id, message: text }, api) => await api.send({ method: 'POST', url: `/${id}/comments`, body: { message: text } }),
});
