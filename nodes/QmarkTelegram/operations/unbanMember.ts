import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { chat, userId } from '../fields';
import { memberOf } from '../members';

/** https://core.telegram.org/bots/api#unbanchatmember */
export const unbanMember = operation({
	resource: 'member',
	operation: 'unban',
	effect: 'send',
	name: 'Unban',
	action: 'Unban a member of a chat',
	description: 'Let a banned person join a supergroup or channel again',
	fields: [
		chat,
		userId,
		{ displayName: 'Only if Banned', name: 'onlyIfBanned', type: 'boolean', default: true, description: 'Whether to leave a person alone who is a member; otherwise such a person is removed, and may come back' },
	],
	run: async ({ onlyIfBanned, ...input }, api) => {
		await api.send(repeatable('unbanChatMember', { ...memberOf(input), only_if_banned: onlyIfBanned }));
		return { ...memberOf(input), banned: false };
	},
});
