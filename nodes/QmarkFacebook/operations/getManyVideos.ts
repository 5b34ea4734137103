import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { pageSize, readable } from '../../networks/facebook/posts';
import { usualFields } from '../../networks/facebook/videos';
import { fieldNames, options, page } from '../fields';

/** https://developers.facebook.com/docs/graph-api/reference/page/videos */
export const getManyVideos = operation({
	resource: 'video',
	operation: 'getAll',
	effect: 'read',
	scopes: ['pages_read_engagement'],
	name: 'Get Many',
	action: 'Get many videos',
	description: 'Get many videos or reels of a page',
	fields: [
		page,
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: [
				{ name: 'Reels', value: 'video_reels' },
				{ name: 'Videos', value: 'videos', description: 'All that the page uploaded' },
			],
			default: 'videos',
		},
		...many,
		{ ...options, options: [fieldNames] },
	],
	run: ({ page: id, type: edge, returnAll, limit, options: { fields } }, api) =>
		api.pages({ url: `/${id}/${edge}`, qs: { ...(edge === 'videos' && { type: 'uploaded' }), fields: readable(fields, usualFields), limit: pageSize(returnAll, limit) } }),
});
