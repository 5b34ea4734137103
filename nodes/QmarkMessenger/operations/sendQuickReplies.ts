import { operation } from '../../core/operation';
import { quickRepliesMessage } from '../../networks/messenger/content';
import { sendTo } from '../../networks/messenger/send';
import { quickReplies } from '../contentFields';
import { addressed, options, text } from '../fields';

/** https://developers.facebook.com/docs/messenger-platform/send-messages/quick-replies */
export const sendQuickReplies = operation({
	resource: 'message',
	operation: 'sendQuickReplies',
	effect: 'send',
	scopes: ['pages_messaging', 'instagram_manage_messages'],
	name: 'Send Quick Replies',
	action: 'Send a text with quick replies',
	description: 'Ask a person something with answers to tap',
	fields: [...addressed, text, quickReplies, options],
	run: async ({ text: content, quickReplies: { replies = [] }, ...to }, api) => {
		const ready = quickRepliesMessage(to.channel, content, replies);
		return await sendTo(api, to, async () => ready);
	},
});
