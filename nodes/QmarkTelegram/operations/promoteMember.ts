import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { chat, userId } from '../fields';
import { memberOf, rights, rightsOf } from '../members';

/** https://core.telegram.org/bots/api#promotechatmember */
export const promoteMember = operation({
	resource: 'member',
	operation: 'promote',
	effect: 'send',
	name: 'Promote',
	action: 'Promote a member of a chat',
	description: 'Make a person an administrator with exactly these rights; without any they are a member again',
	fields: [chat, userId, rights],
	run: async ({ rights: chosen, ...input }, api) => {
		await api.send(repeatable('promoteChatMember', { ...memberOf(input), ...rightsOf(chosen) }));
		return { ...memberOf(input), rights: chosen };
	},
});
