import { operation } from '../../core/operation';
import { chatIdOf, repeatable } from '../../networks/telegram/call';
import { chat } from '../fields';

/** https://core.telegram.org/bots/api#getchatmembercount */
export const getMembersCount = operation({
	resource: 'chat',
	operation: 'getMembersCount',
	effect: 'read',
	name: 'Get Members Count',
	action: 'Get the number of members of a chat',
	description: 'Get how many members a group or channel has',
	fields: [chat],
	run: async ({ chatId }, api) => ({
		chat_id: chatIdOf(chatId),
		count: await api.send<number>(repeatable('getChatMemberCount', { chat_id: chatIdOf(chatId) })),
	}),
});
