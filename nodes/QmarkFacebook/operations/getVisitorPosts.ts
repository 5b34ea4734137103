import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { pageSize, readable } from '../../networks/facebook/posts';
import { fieldNames, options, page } from '../fields';

const usualFields = 'id,message,from,created_time,permalink_url,full_picture,comments.limit(0).summary(true),reactions.limit(0).summary(true)';

/** https://developers.facebook.com/docs/graph-api/reference/page/visitor_posts */
export const getVisitorPosts = operation({
	resource: 'post',
	operation: 'getAllVisitor',
	effect: 'read',
	scopes: ['pages_read_engagement', 'pages_read_user_content'],
	name: 'Get Many of Others',
	action: 'Get many posts of others',
	description: 'Get many posts that visitors wrote on the page, or that mention it elsewhere',
	fields: [
		page,
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: [
				{ name: 'Mentions and Tags', value: 'tagged', description: 'Public posts in which the page is named or tagged' },
				{ name: 'Posts on the Page', value: 'visitor_posts' },
			],
			default: 'tagged',
		},
		...many,
		{ ...options, options: [fieldNames] },
	],
	run: ({ page: id, type: edge, returnAll, limit, options: { fields } }, api) =>
		api.pages({ url: `/${id}/${edge}`, qs: { fields: readable(fields, usualFields), limit: pageSize(returnAll, limit) } }),
});
