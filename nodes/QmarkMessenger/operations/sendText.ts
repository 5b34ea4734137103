import { operation } from '../../core/operation';
import { textMessage } from '../../networks/messenger/content';
import { sendTo } from '../../networks/messenger/send';
import { addressed, options, text } from '../fields';

/** https://developers.facebook.com/docs/messenger-platform/send-messages */
export const sendText = operation({
	resource: 'message',
	operation: 'sendText',
	effect: 'send',
	scopes: ['pages_messaging', 'instagram_manage_messages'],
	name: 'Send Text',
	action: 'Send a text message',
	description: 'Answer a person with a text',
	fields: [...addressed, text, options],
	run: async ({ text: content, ...to }, api) => {
		const ready = textMessage(to.channel, content);
		return await sendTo(api, to, async () => ready);
	},
});
