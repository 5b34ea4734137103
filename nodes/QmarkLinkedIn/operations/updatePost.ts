import { operation } from '../../core/operation';
import { postUrn, update } from '../../networks/linkedin/posts';
import { linkedin } from '../../platforms/linkedin';
import { postId } from '../fields';
import { requiredText } from '../postFields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api#update-posts */
export const updatePost = operation({
	resource: 'post',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['w_member_social'],
	name: 'Update',
	action: 'Update a post',
	description: 'Change the text of a post; its files and links stay as they are',
	limits: { text: linkedin.limits.text },
	fields: [postId, requiredText],
	run: async (input, api) => await update(api, postUrn(input.postId), input.text),
});
