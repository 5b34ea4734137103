import { operation } from '../../core/operation';
import { chat, format, text } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { additionalFields, linkPreview } from '../message';
import { sendText as send, splitLong } from '../text';

/** https://core.telegram.org/bots/api#sendmessage */
export const sendText = operation({
	resource: 'message',
	operation: 'sendText',
	effect: 'send',
	name: 'Send Text',
	action: 'Send a text message',
	description: 'Send a text to a person, group or channel',
	fields: [chat, text, ...format, inlineKeyboard, additionalFields(linkPreview, splitLong)],
	run: async (input, api) => await send(input, api),
});
