import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { commentFields } from '../comments';
import { mediaId, pageSize } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-media/comments#reading */
export const getManyComments = operation({
	resource: 'comment',
	operation: 'getAll',
	effect: 'read',
	scopes: ['instagram_basic', 'instagram_manage_comments', 'pages_read_engagement'],
	name: 'Get Many',
	action: 'Get many comments',
	description: 'Get the comments on media of the account with their replies, newest first',
	fields: [mediaId, ...many],
	run: ({ mediaId: id, ...wanted }, api) => api.pages({ url: `/${id}/comments`, qs: { fields: commentFields, limit: pageSize(wanted) } }),
});
