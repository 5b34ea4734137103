import { operation } from '../../core/operation';
import { postUrn, remove } from '../../networks/linkedin/posts';
import { postId } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api#delete-posts */
export const deletePost = operation({
	resource: 'post',
	operation: 'delete',
	effect: 'write',
	idempotent: true,
	scopes: ['w_member_social'],
	name: 'Delete',
	action: 'Delete a post',
	description: 'Delete a post for good',
	fields: [postId],
	run: async (input, api) => await remove(api, postUrn(input.postId)),
});
