import { operation } from '../../core/operation';
import { mediaId } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/comment-moderation */
export const enableComments = operation({
	resource: 'media',
	operation: 'enableComments',
	effect: 'write',
	scopes: ['instagram_basic', 'instagram_manage_comments', 'pages_read_engagement'],
	name: 'Turn Comments On or Off',
	action: 'Turn comments on or off',
	description: 'Let people comment on media of the account, or stop that',
	fields: [mediaId, { displayName: 'Comments', name: 'enabled', type: 'boolean', default: false, description: 'Whether people may comment' }],
	run: async ({ mediaId: id, enabled }, api) => {
		await api.send({ method: 'POST', url: `/${id}`, body: { comment_enabled: enabled }, idempotent: true });
		return { id, is_comment_enabled: enabled };
	},
});
