import { operation } from '../../core/operation';
import { say } from '../../networks/linkedin/comments';
import { commentIn } from '../../networks/linkedin/entity';
import { commentFields, commentId, commentText } from '../communityFields';
import { author } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api#create-a-comment */
export const replyToComment = operation({
	resource: 'comment',
	operation: 'reply',
	effect: 'write',
	scopes: ['w_member_social_feed', 'w_organization_social_feed'],
	name: 'Reply',
	action: 'Reply to a comment',
	description: 'Answer a comment as yourself or as a page',
	fields: [author, commentId, commentText, commentFields],
	run: async ({ author: by, commentId: comment, text, additionalFields: { escape } }, api) => {
		const { urn, post } = commentIn(comment);
		return await say(api, post, { author: by, text, escapes: escape }, urn);
	},
});
