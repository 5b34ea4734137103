import { operation } from '../../core/operation';
import { message, page, postId, publishAt } from '../fields';
import { change, fullId } from '../../networks/facebook/posts';

/** https://developers.facebook.com/docs/pages-api/posts#update-a-post: an app may change only what it posted itself. */
export const updatePost = operation({
	resource: 'post',
	operation: 'update',
	effect: 'write',
	scopes: ['pages_manage_posts', 'pages_read_engagement'],
	name: 'Update',
	action: 'Update a post',
	description: 'Change the text, the time or the visibility of a post that this app created',
	fields: [
		page,
		postId,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{ displayName: 'Hidden', name: 'hidden', type: 'boolean', default: true, description: 'Whether to hide the post from the page' },
				message,
				{ ...publishAt, description: 'A new time for a scheduled post, from 10 minutes to 29 days from now' },
				{ displayName: 'Publish Now', name: 'publishNow', type: 'boolean', default: true, description: 'Whether to publish a scheduled or unpublished post at once' },
			],
		},
	],
	run: async ({ page: id, postId: post, updateFields }, api) => await change(api, fullId(id, post), updateFields),
});
