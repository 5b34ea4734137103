import { operation } from '../../core/operation';
import { call, chatIdOf } from '../../networks/telegram/call';
import { chat, fromChat, messageIds } from '../fields';
import { additionalFieldsOf, addressed, messageIdsOf, protect, silent, topic } from '../message';

/** https://core.telegram.org/bots/api#forwardmessages */
export const forwardMessages = operation({
	resource: 'message',
	operation: 'forwardMany',
	effect: 'send',
	name: 'Forward Many',
	action: 'Forward many messages',
	description: 'Send up to 100 messages on, with their origin shown; albums stay together',
	fields: [chat, fromChat, messageIds, additionalFieldsOf(silent, protect, topic)],
	run: async ({ fromChatId, messageIds: given, ...input }, api) =>
		await api.send<{ message_id: number }[]>(call('forwardMessages', { ...addressed(input), from_chat_id: chatIdOf(fromChatId), message_ids: messageIdsOf(given) })),
});
