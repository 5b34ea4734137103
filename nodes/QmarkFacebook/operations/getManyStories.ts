import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { spanOf } from '../../networks/facebook/insights';
import { pageSize } from '../../networks/facebook/posts';
import { options, page, since, until } from '../fields';

/** https://developers.facebook.com/docs/page-stories-api */
export const getManyStories = operation({
	resource: 'story',
	operation: 'getAll',
	effect: 'read',
	scopes: ['pages_read_engagement'],
	name: 'Get Many',
	action: 'Get many stories',
	description: 'Get many stories of a page, those that show now and those that are over',
	fields: [
		page,
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Archived', value: 'ARCHIVED', description: 'Those whose 24 hours are over' },
				{ name: 'Published', value: 'PUBLISHED', description: 'Those of the last 24 hours' },
			],
			default: 'all',
		},
		...many,
		{ ...options, options: [since, until] },
	],
	run: ({ page: id, status, returnAll, limit, options: span }, api) =>
		api.pages({ url: `/${id}/stories`, qs: { ...(status !== 'all' && { status }), ...spanOf(span), limit: pageSize(returnAll, limit) } }),
});
