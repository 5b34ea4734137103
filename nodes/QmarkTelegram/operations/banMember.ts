import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { chat, userId } from '../fields';
import { memberOf, until, untilOf } from '../members';

/** https://core.telegram.org/bots/api#banchatmember */
export const banMember = operation({
	resource: 'member',
	operation: 'ban',
	effect: 'send',
	name: 'Ban',
	action: 'Ban a member from a chat',
	description: 'Remove a person from a group or channel and keep them from coming back',
	fields: [
		chat,
		userId,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [{ displayName: 'Delete Their Messages', name: 'revoke_messages', type: 'boolean', default: false, description: 'Whether to delete all messages of the person in the group; supergroups and channels always do' }, until],
		},
	],
	run: async ({ options: { until_date: date, ...plain }, ...input }, api) => {
		const parameters = { ...memberOf(input), ...untilOf(date), ...plain };
		await api.send(repeatable('banChatMember', parameters));
		return { ...parameters, banned: true };
	},
});
