import { operation } from '../../core/operation';
import { bulkFields, sendToOne } from '../bulk';

/** https://core.telegram.org/bots/faq#how-can-i-message-all-of-my-bot-39s-subscribers-at-once */
export const sendBulk = operation({
	resource: 'message',
	operation: 'sendBulk',
	effect: 'send',
	name: 'Send to Many',
	action: 'Send a message to many chats',
	description: 'Send to one chat for each input item at the pace Telegram allows; whoever cannot be reached is reported in the output and stops nobody else',
	fields: bulkFields,
	run: async (input, api) => await sendToOne(input, api),
});
