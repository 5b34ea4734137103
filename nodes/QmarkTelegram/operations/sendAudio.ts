import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { caption, chat } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { file, sendFile } from '../media';
import { additionalFields } from '../message';
import { duration, performer, title } from '../mediaOptions';

/** https://core.telegram.org/bots/api#sendaudio */
export const sendAudio = operation({
	resource: 'message',
	operation: 'sendAudio',
	effect: 'send',
	name: 'Send Audio',
	action: 'Send an audio file',
	description: 'Send an MP3 or M4A file for the music player',
	limits: { caption: telegram.limits.caption },
	fields: [chat, ...file, ...caption, inlineKeyboard, additionalFields(duration, performer, title)],
	run: async (input, api) => await sendFile('audio', input, api),
});
