import { operation } from '../../core/operation';
import { call, chatIdOf } from '../../networks/telegram/call';
import { chat, fromChat, messageIds } from '../fields';
import { additionalFieldsOf, addressed, messageIdsOf, protect, removeCaption, silent, topic } from '../message';

/** https://core.telegram.org/bots/api#copymessages */
export const copyMessages = operation({
	resource: 'message',
	operation: 'copyMany',
	effect: 'send',
	name: 'Copy Many',
	action: 'Copy many messages',
	description: 'Send the content of up to 100 messages as new ones; albums stay together',
	fields: [chat, fromChat, messageIds, additionalFieldsOf(silent, protect, topic, removeCaption)],
	run: async ({ fromChatId, messageIds: given, ...input }, api) =>
		await api.send<{ message_id: number }[]>(call('copyMessages', { ...addressed(input), from_chat_id: chatIdOf(fromChatId), message_ids: messageIdsOf(given) })),
});
