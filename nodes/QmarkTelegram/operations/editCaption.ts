import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { call } from '../../networks/telegram/call';
import { edit, placed } from '../edit';
import { caption, chat, messageId } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { captionAbove } from '../mediaOptions';
import { additionalFieldsOf, addressed, business, captionOf } from '../message';

/** https://core.telegram.org/bots/api#editmessagecaption */
export const editCaption = operation({
	resource: 'message',
	operation: 'editCaption',
	effect: 'send',
	name: 'Edit Caption',
	action: 'Edit the caption of a message',
	description: 'Replace the caption and the buttons of a message; an empty caption removes it',
	limits: { caption: telegram.limits.caption },
	fields: [chat, messageId, ...caption, inlineKeyboard, additionalFieldsOf(business, captionAbove)],
	run: async (input, api) => await edit(placed(input), call('editMessageCaption', { ...addressed(input), ...placed(input), ...captionOf(input) }), api),
});
