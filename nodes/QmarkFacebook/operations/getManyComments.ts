import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { usualFields } from '../../networks/facebook/comments';
import { fieldNames, options, page, postId } from '../fields';
import { pageSize, readable } from '../../networks/facebook/posts';

/** https://developers.facebook.com/docs/graph-api/reference/object/comments */
export const getManyComments = operation({
	resource: 'comment',
	operation: 'getAll',
	effect: 'read',
	scopes: ['pages_read_engagement', 'pages_read_user_content'],
	name: 'Get Many',
	action: 'Get many comments',
	description: 'Get many comments of a post, or replies to a comment',
	fields: [
		page,
		{ ...postId, displayName: 'Post or Comment ID', description: 'A post, photo or video gives its comments, a comment its replies' },
		...many,
		{
			...options,
			options: [
				fieldNames,
				{ displayName: 'Include Replies', name: 'includeReplies', type: 'boolean', default: true, description: 'Whether to list replies among the comments' },
				{ displayName: 'Newest First', name: 'newestFirst', type: 'boolean', default: true, description: 'Whether to list the newest comments first' },
			],
		},
	],
	run: ({ postId: on, returnAll, limit, options: { fields, includeReplies, newestFirst } }, api) => {
		const order = { filter: includeReplies ? 'stream' : 'toplevel', order: newestFirst ? 'reverse_chronological' : 'chronological' };
		return api.pages({ url: `/${on}/comments`, qs: { ...order, fields: readable(fields, usualFields), limit: pageSize(returnAll, limit) } });
	},
});
