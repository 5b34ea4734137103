import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { chatAction } from '../chatAction';
import { chat } from '../fields';
import { additionalFieldsOf, addressed, business, topic } from '../message';

/** https://core.telegram.org/bots/api#sendchataction */
export const sendChatAction = operation({
	resource: 'message',
	operation: 'sendChatAction',
	effect: 'send',
	name: 'Send Chat Action',
	action: 'Send a chat action',
	description: 'Show for up to five seconds what the bot is doing',
	fields: [chat, chatAction, additionalFieldsOf(business, topic)],
	run: async ({ action, ...input }, api) => {
		await api.send(repeatable('sendChatAction', { ...addressed(input), action }));
		return { action, sent: true };
	},
});
