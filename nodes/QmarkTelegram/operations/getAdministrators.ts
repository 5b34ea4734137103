import type { TelegramChatMember } from '@gramio/types';
import { operation } from '../../core/operation';
import { chatIdOf, repeatable } from '../../networks/telegram/call';
import { chat } from '../fields';

/** https://core.telegram.org/bots/api#getchatadministrators */
export const getAdministrators = operation({
	resource: 'chat',
	operation: 'getAdministrators',
	effect: 'read',
	name: 'Get Administrators',
	action: 'Get the administrators of a chat',
	description: 'Get the people who administer a group or channel, with their rights',
	fields: [chat],
	run: async ({ chatId }, api) => await api.send<TelegramChatMember[]>(repeatable('getChatAdministrators', { chat_id: chatIdOf(chatId) })),
});
