import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { chat, userId } from '../fields';
import { memberOf, permissions, permissionsOf, until, untilOf } from '../members';

/** https://core.telegram.org/bots/api#restrictchatmember */
export const restrictMember = operation({
	resource: 'member',
	operation: 'restrict',
	effect: 'send',
	name: 'Restrict',
	action: 'Restrict a member of a chat',
	description: 'Set what a person may do in a supergroup, for some time or for ever',
	fields: [chat, userId, permissions, until],
	run: async ({ permissions: preset, until_date: date, ...input }, api) => {
		const shared = { use_independent_chat_permissions: true, ...untilOf(date) };
		await api.send(repeatable('restrictChatMember', { ...memberOf(input), permissions: permissionsOf(preset), ...shared }));
		return { ...memberOf(input), permissions: preset, ...untilOf(date) };
	},
});
