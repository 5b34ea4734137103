import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { placed } from '../edit';
import { chat, messageId } from '../fields';

/** https://core.telegram.org/bots/api#unpinchatmessage */
export const unpinMessage = operation({
	resource: 'message',
	operation: 'unpin',
	effect: 'send',
	name: 'Unpin',
	action: 'Unpin a message',
	description: 'Take a message away from the top of its chat',
	fields: [chat, messageId],
	run: async (input, api) => {
		await api.send(repeatable('unpinChatMessage', placed(input)));
		return { ...placed(input), pinned: false };
	},
});
