import { operation } from '../../core/operation';
import { postIn } from '../../networks/linkedin/entity';
import { setComments } from '../../networks/linkedin/socialMetadata';
import { author, postId } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/social-metadata-api#enable-or-disable-comments-on-a-thread */
export const updateSocialMetadata = operation({
	resource: 'socialMetadata',
	operation: 'update',
	effect: 'write',
	scopes: ['w_member_social_feed', 'w_organization_social_feed'],
	name: 'Open or Close Comments',
	action: 'Open or close the comments of a post',
	description: 'Let people comment on a post, or not any more: closing deletes the comments that are there',
	fields: [
		{ ...author, description: 'Whose post it is' },
		postId,
		{ displayName: 'Comments', name: 'commentsState', type: 'options', options: [{ name: 'Closed', value: 'CLOSED' }, { name: 'Open', value: 'OPEN' }], default: 'OPEN' },
		{
			displayName: 'Delete Existing Comments',
			name: 'deletesComments',
			type: 'boolean',
			default: false,
			description: 'Whether it is meant that every comment under the post is deleted: LinkedIn does so when comments are closed',
			displayOptions: { show: { commentsState: ['CLOSED'] } },
		},
	],
	run: async ({ author: by, postId: post, commentsState, deletesComments }, api) => await setComments(api, postIn(post), { author: by, commentsState, deletesComments }),
});
