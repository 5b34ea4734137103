import { operation } from '../../core/operation';
import { call } from '../../networks/telegram/call';
import { edit, placed } from '../edit';
import { chat, messageId } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { additionalFieldsOf, addressed, business } from '../message';

/** https://core.telegram.org/bots/api#editmessagereplymarkup */
export const editReplyMarkup = operation({
	resource: 'message',
	operation: 'editReplyMarkup',
	effect: 'send',
	name: 'Edit Keyboard',
	action: 'Edit the buttons of a message',
	description: 'Replace the buttons under a message and nothing else; without any they disappear',
	fields: [chat, messageId, inlineKeyboard, additionalFieldsOf(business)],
	run: async (input, api) => await edit(placed(input), call('editMessageReplyMarkup', { ...addressed(input), ...placed(input) }), api),
});
