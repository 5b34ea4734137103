import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { surely } from '../edit';
import { chat, userId } from '../fields';
import { memberOf } from '../members';

/** https://core.telegram.org/bots/api#approvechatjoinrequest */
export const approveJoinRequest = operation({
	resource: 'joinRequest',
	operation: 'approve',
	effect: 'send',
	name: 'Approve',
	action: 'Approve a join request',
	description: 'Let a person into the group or channel that they asked to join',
	fields: [chat, userId],
	run: async (input, api) => {
		await surely('approveChatJoinRequest', memberOf(input), telegram.words.answered, api);
		return { ...memberOf(input), approved: true };
	},
});
