import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { fieldNames, options, page, since, until } from '../fields';
import { spanOf } from '../../networks/facebook/insights';
import { listPosts, pageSize, readable, usualFields } from '../../networks/facebook/posts';

/** https://developers.facebook.com/docs/graph-api/reference/page/published_posts */
export const getManyPosts = operation({
	resource: 'post',
	operation: 'getAll',
	effect: 'read',
	scopes: ['pages_read_engagement', 'pages_manage_posts'],
	name: 'Get Many',
	action: 'Get many posts',
	description: 'Get many posts of a page, published or scheduled',
	fields: [
		page,
		...many,
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Published', value: 'published' },
				{ name: 'Scheduled', value: 'scheduled' },
			],
			default: 'published',
			description: 'Which posts to list; scheduled ones come first',
		},
		{ ...options, options: [fieldNames, since, until] },
	],
	run: ({ page: id, returnAll, limit, status, options: { fields, ...span } }, api) =>
		listPosts(api, id, status, { fields: readable(fields, usualFields), limit: pageSize(returnAll, limit) }, spanOf(span)),
});
