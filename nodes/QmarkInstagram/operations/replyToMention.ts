import { operation } from '../../core/operation';
import { instagram } from '../../platforms/instagram';
import { mentionCommentId, mentionMediaId } from '../discoveryFields';
import { account, message } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentions */
export const replyToMention = operation({
	resource: 'mention',
	operation: 'reply',
	effect: 'write',
	scopes: ['instagram_basic', 'instagram_manage_comments', 'pages_read_engagement'],
	name: 'Reply',
	action: 'Reply to a mention',
	description: 'Answer publicly where somebody named the account, in a caption or a comment',
	limits: { message: instagram.limits.comment },
	fields: [account, mentionMediaId, mentionCommentId, message],
	run: async ({ account: id, mediaId, commentId: comment, message: text }, api) =>
		await api.send({ method: 'POST', url: `/${id}/mentions`, body: { media_id: mediaId, comment_id: comment || undefined, message: text } }),
});
