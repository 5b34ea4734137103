import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { caption, chat } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { file, sendFile } from '../media';
import { additionalFields } from '../message';
import { captionAbove, spoiler } from '../mediaOptions';

/** https://core.telegram.org/bots/api#sendphoto */
export const sendPhoto = operation({
	resource: 'message',
	operation: 'sendPhoto',
	effect: 'send',
	name: 'Send Photo',
	action: 'Send a photo',
	description: 'Send a photo of up to 10 MB',
	limits: { caption: telegram.limits.caption },
	fields: [chat, ...file, ...caption, inlineKeyboard, additionalFields(captionAbove, spoiler)],
	run: async (input, api) => await sendFile('photo', input, api),
});
