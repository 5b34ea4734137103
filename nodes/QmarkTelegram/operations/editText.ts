import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { call } from '../../networks/telegram/call';
import { edit, placed } from '../edit';
import { chat, format, messageId, text } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { additionalFieldsOf, addressed, business, linkPreview, textOf } from '../message';

/** https://core.telegram.org/bots/api#editmessagetext */
export const editText = operation({
	resource: 'message',
	operation: 'editText',
	effect: 'send',
	name: 'Edit Text',
	action: 'Edit the text of a message',
	description: 'Replace the text and the buttons of a message',
	limits: { text: telegram.limits.text },
	fields: [chat, messageId, text, ...format, inlineKeyboard, additionalFieldsOf(business, linkPreview)],
	run: async (input, api) => await edit(placed(input), call('editMessageText', { ...addressed(input), ...placed(input), ...textOf(input) }), api),
});
