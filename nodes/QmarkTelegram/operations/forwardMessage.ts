import type { TelegramMessage } from '@gramio/types';
import { operation } from '../../core/operation';
import { call, chatIdOf } from '../../networks/telegram/call';
import { chat, fromChat, messageId } from '../fields';
import { additionalFieldsOf, addressed, effect, messageIdOf, protect, silent, topic } from '../message';

/** https://core.telegram.org/bots/api#forwardmessage */
export const forwardMessage = operation({
	resource: 'message',
	operation: 'forward',
	effect: 'send',
	name: 'Forward',
	action: 'Forward a message',
	description: 'Send a message on, with its origin shown',
	fields: [chat, fromChat, messageId, additionalFieldsOf(silent, protect, topic, effect)],
	run: async ({ fromChatId, messageId: id, ...input }, api) =>
		await api.send<TelegramMessage>(call('forwardMessage', { ...addressed(input), from_chat_id: chatIdOf(fromChatId), message_id: messageIdOf(id) })),
});
