import { operation } from '../../core/operation';
import { placed, remove } from '../edit';
import { chat, messageId } from '../fields';

/** https://core.telegram.org/bots/api#deletemessage */
export const deleteMessage = operation({
	resource: 'message',
	operation: 'delete',
	effect: 'send',
	name: 'Delete',
	action: 'Delete a message',
	description: 'Delete a message; Telegram allows this within 48 hours',
	fields: [chat, messageId],
	run: async (input, api) => await remove(placed(input), api),
});
