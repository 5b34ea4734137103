import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { placed } from '../edit';
import { chat, messageId } from '../fields';

/** https://core.telegram.org/bots/api#pinchatmessage */
export const pinMessage = operation({
	resource: 'message',
	operation: 'pin',
	effect: 'send',
	name: 'Pin',
	action: 'Pin a message',
	description: 'Keep a message at the top of its chat',
	fields: [
		chat,
		messageId,
		{ displayName: 'Disable Notification', name: 'silent', type: 'boolean', default: false, description: 'Whether to pin without telling the members' },
	],
	run: async (input, api) => {
		await api.send(repeatable('pinChatMessage', { ...placed(input), disable_notification: input.silent }));
		return { ...placed(input), pinned: true };
	},
});
