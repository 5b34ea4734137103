import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { surely } from '../edit';
import { chat, userId } from '../fields';
import { memberOf } from '../members';

/** https://core.telegram.org/bots/api#declinechatjoinrequest */
export const declineJoinRequest = operation({
	resource: 'joinRequest',
	operation: 'decline',
	effect: 'send',
	name: 'Decline',
	action: 'Decline a join request',
	description: 'Keep a person out of the group or channel that they asked to join',
	fields: [chat, userId],
	run: async (input, api) => {
		await surely('declineChatJoinRequest', memberOf(input), telegram.words.answered, api);
		return { ...memberOf(input), declined: true };
	},
});
