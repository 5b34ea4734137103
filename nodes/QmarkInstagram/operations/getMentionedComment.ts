import { operation } from '../../core/operation';
import { mentionedComment } from '../../networks/instagram/mentions';
import { account, commentId } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentioned_comment */
export const getMentionedComment = operation({
	resource: 'mention',
	operation: 'getComment',
	effect: 'read',
	scopes: ['instagram_basic', 'instagram_manage_comments', 'pages_read_engagement'],
	name: 'Get Comment',
	action: 'Get a comment that mentions the account',
	description: 'Get a comment on somebody else’s media that names the account',
	fields: [account, { ...commentId, description: 'The comment_id that the event “mentions” of QMARK Meta Trigger gave' }],
	run: async ({ account: id, commentId: comment }, api) => await mentionedComment(api, id, comment),
});
