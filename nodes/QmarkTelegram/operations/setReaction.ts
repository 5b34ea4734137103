import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { placed } from '../edit';
import { chat, messageId } from '../fields';

/** https://core.telegram.org/bots/api#setmessagereaction */
export const setReaction = operation({
	resource: 'message',
	operation: 'setReaction',
	effect: 'send',
	name: 'Set Reaction',
	action: 'Set a reaction on a message',
	description: 'React to a message with an emoji; an empty one takes the reaction back',
	fields: [
		chat,
		messageId,
		{ displayName: 'Emoji', name: 'emoji', type: 'string', default: '👍', description: 'One of the emoji that Telegram offers as reactions' },
		{ displayName: 'Big', name: 'big', type: 'boolean', default: false, description: 'Whether to show the reaction with a big animation' },
	],
	run: async ({ emoji, big, ...input }, api) => {
		const reaction = emoji === '' ? [] : [{ type: 'emoji', emoji }];
		await api.send(repeatable('setMessageReaction', { ...placed(input), reaction, is_big: big }));
		return { ...placed(input), reaction };
	},
});
