import { operation } from '../../core/operation';
import { chatIdOf, repeatable } from '../../networks/telegram/call';
import { chat, messageIds } from '../fields';
import { messageIdsOf } from '../message';

/** https://core.telegram.org/bots/api#deletemessages */
export const deleteMessages = operation({
	resource: 'message',
	operation: 'deleteMany',
	effect: 'send',
	name: 'Delete Many',
	action: 'Delete many messages',
	description: 'Delete up to 100 messages of a chat; those that are gone already are skipped',
	fields: [chat, messageIds],
	run: async ({ chatId, messageIds: given }, api) => {
		const parameters = { chat_id: chatIdOf(chatId), message_ids: messageIdsOf(given) };
		await api.send(repeatable('deleteMessages', parameters));
		return { ...parameters, deleted: true };
	},
});
