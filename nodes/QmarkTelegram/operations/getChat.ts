import type { TelegramChatFullInfo } from '@gramio/types';
import { operation } from '../../core/operation';
import { chatIdOf, repeatable } from '../../networks/telegram/call';
import { chat } from '../fields';

/** https://core.telegram.org/bots/api#getchat */
export const getChat = operation({
	resource: 'chat',
	operation: 'get',
	effect: 'read',
	name: 'Get',
	action: 'Get a chat',
	description: 'Get what Telegram knows about a person, group or channel',
	fields: [chat],
	run: async ({ chatId }, api) => await api.send<TelegramChatFullInfo>(repeatable('getChat', { chat_id: chatIdOf(chatId) })),
});
