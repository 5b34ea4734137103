import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { caption, chat } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { file, sendFile } from '../media';
import { additionalFields } from '../message';
import { duration } from '../mediaOptions';

/** https://core.telegram.org/bots/api#sendvoice */
export const sendVoice = operation({
	resource: 'message',
	operation: 'sendVoice',
	effect: 'send',
	name: 'Send Voice',
	action: 'Send a voice message',
	description: 'Send an OGG (Opus), MP3 or M4A file as a voice message',
	limits: { caption: telegram.limits.caption },
	fields: [chat, ...file, ...caption, inlineKeyboard, additionalFields(duration)],
	run: async (input, api) => await sendFile('voice', input, api),
});
