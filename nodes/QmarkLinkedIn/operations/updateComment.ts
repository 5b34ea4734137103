import { operation } from '../../core/operation';
import { change } from '../../networks/linkedin/comments';
import { commentFields, commentId, commentText } from '../communityFields';
import { author } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api#edit-a-comment */
export const updateComment = operation({
	resource: 'comment',
	operation: 'update',
	effect: 'write',
	scopes: ['w_member_social_feed', 'w_organization_social_feed'],
	name: 'Update',
	action: 'Update a comment',
	description: 'Change the text of a comment of yours or of your page',
	fields: [{ ...author, description: 'Whose comment it is' }, commentId, commentText, commentFields],
	run: async ({ author: by, commentId: comment, text, additionalFields: { escape } }, api) => await change(api, comment, { author: by, text, escapes: escape }),
});
