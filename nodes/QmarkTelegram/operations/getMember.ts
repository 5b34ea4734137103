import type { TelegramChatMember } from '@gramio/types';
import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { chat, userId } from '../fields';
import { memberOf } from '../members';

/** https://core.telegram.org/bots/api#getchatmember */
export const getMember = operation({
	resource: 'member',
	operation: 'get',
	effect: 'read',
	name: 'Get',
	action: 'Get a member of a chat',
	description: 'Get whether a person is in a group or channel, and with which rights',
	fields: [chat, userId],
	run: async (input, api) => await api.send<TelegramChatMember>(repeatable('getChatMember', memberOf(input))),
});
