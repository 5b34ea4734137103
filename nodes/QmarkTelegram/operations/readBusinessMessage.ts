import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { businessConnection, messageId, userId } from '../fields';
import { messageIdOf, userIdOf } from '../message';

/** https://core.telegram.org/bots/api#readbusinessmessage */
export const readBusinessMessage = operation({
	resource: 'businessAccount',
	operation: 'readMessage',
	effect: 'send',
	name: 'Mark Message as Read',
	action: 'Mark a message to a business account as read',
	description: 'Mark a message to a business account as read; only in chats that were active within the last 24 hours',
	fields: [businessConnection, userId, messageId],
	run: async ({ businessConnectionId: id, userId: user, messageId: message }, api) => {
		const place = { business_connection_id: id, chat_id: userIdOf(user), message_id: messageIdOf(message) };
		await api.send(repeatable('readBusinessMessage', place));
		return { ...place, read: true };
	},
});
