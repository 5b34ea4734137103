import { operation } from '../../core/operation';
import { chat } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { ownFile, sendFile } from '../media';
import { diameter, duration } from '../mediaOptions';
import { additionalFields } from '../message';

/** https://core.telegram.org/bots/api#sendvideonote */
export const sendVideoNote = operation({
	resource: 'message',
	operation: 'sendVideoNote',
	effect: 'send',
	name: 'Send Video Note',
	action: 'Send a video note',
	description: 'Send a square MP4 video of up to a minute as a round video message',
	fields: [chat, ...ownFile, inlineKeyboard, additionalFields(diameter, duration)],
	run: async (input, api) => await sendFile('video_note', input, api),
});
