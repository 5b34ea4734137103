import { operation } from '../../core/operation';
import { say } from '../../networks/linkedin/comments';
import { postIn } from '../../networks/linkedin/entity';
import { commentFields, commentText } from '../communityFields';
import { author, postId } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api#create-a-comment */
export const createComment = operation({
	resource: 'comment',
	operation: 'create',
	effect: 'write',
	scopes: ['w_member_social_feed', 'w_organization_social_feed'],
	name: 'Create',
	action: 'Create a comment',
	description: 'Comment on a post as yourself or as a page',
	fields: [author, postId, commentText, commentFields],
	run: async ({ author: by, postId: post, text, additionalFields: { escape } }, api) => await say(api, postIn(post), { author: by, text, escapes: escape }),
});
