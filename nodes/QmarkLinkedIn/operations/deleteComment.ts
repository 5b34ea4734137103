import { operation } from '../../core/operation';
import { remove } from '../../networks/linkedin/comments';
import { commentId } from '../communityFields';
import { author } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api#delete-a-comment */
export const deleteComment = operation({
	resource: 'comment',
	operation: 'delete',
	effect: 'write',
	scopes: ['w_member_social_feed', 'w_organization_social_feed'],
	name: 'Delete',
	action: 'Delete a comment',
	description: 'Delete a comment of yours, or one under a post of your page',
	fields: [{ ...author, description: 'Whose comment it is, or the page whose post it stands under' }, commentId],
	run: async ({ author: by, commentId: comment }, api) => await remove(api, comment, by),
});
