import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { caption, chat } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { file, sendFile } from '../media';
import { additionalFields } from '../message';
import { captionAbove, duration, height, spoiler, startAt, streaming, width } from '../mediaOptions';

/** https://core.telegram.org/bots/api#sendvideo */
export const sendVideo = operation({
	resource: 'message',
	operation: 'sendVideo',
	effect: 'send',
	name: 'Send Video',
	action: 'Send a video',
	description: 'Send an MP4 video',
	limits: { caption: telegram.limits.caption },
	fields: [chat, ...file, ...caption, inlineKeyboard, additionalFields(captionAbove, duration, height, spoiler, startAt, streaming, width)],
	run: async (input, api) => await sendFile('video', input, api),
});
