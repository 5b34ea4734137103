import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { call, chatIdOf } from '../../networks/telegram/call';
import { caption, chat, fromChat, messageId } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { captionAbove } from '../mediaOptions';
import { addressed, captionOf, messageIdOf, ownAdditionalFields } from '../message';

/** https://core.telegram.org/bots/api#copymessage */
export const copyMessage = operation({
	resource: 'message',
	operation: 'copy',
	effect: 'send',
	name: 'Copy',
	action: 'Copy a message',
	description: 'Send the content of a message as a new one; a caption given here replaces its own',
	limits: { caption: telegram.limits.caption },
	fields: [chat, fromChat, messageId, ...caption, inlineKeyboard, ownAdditionalFields(captionAbove)],
	run: async (input, api) => {
		const source = { from_chat_id: chatIdOf(input.fromChatId), message_id: messageIdOf(input.messageId) };
		return await api.send<{ message_id: number }>(call('copyMessage', { ...addressed(input), ...source, ...captionOf(input) }));
	},
});
