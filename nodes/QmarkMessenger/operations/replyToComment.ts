import { operation } from '../../core/operation';
import { textMessage } from '../../networks/messenger/content';
import { replyPrivately } from '../../networks/messenger/send';
import { channel, page, text } from '../fields';

/** https://developers.facebook.com/docs/messenger-platform/discovery/private-replies */
export const replyToComment = operation({
	resource: 'message',
	operation: 'replyToComment',
	effect: 'send',
	scopes: ['pages_messaging', 'instagram_manage_messages'],
	name: 'Send Private Reply',
	action: 'Send a private reply to a comment',
	description: 'Answer a comment by a message: one for each comment, within 7 days',
	fields: [
		page,
		channel,
		{ displayName: 'Comment ID', name: 'commentId', type: 'string', required: true, default: '', placeholder: 'e.g. 122100000000000001_122400000000000002', description: 'A comment on a post of the page, or of its Instagram account' },
		text,
		{ displayName: 'Commented At', name: 'commentedAt', type: 'dateTime', default: '', description: 'When the comment was written: after 7 days nothing is sent. Empty leaves that to Meta.' },
	],
	run: async ({ commentId: comment, commentedAt, text: content, ...from }, api) => {
		textMessage(from.channel, content);
		return await replyPrivately(api, { ...from, comment, text: content, commentedAt });
	},
});
