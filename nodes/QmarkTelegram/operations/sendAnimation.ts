import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { caption, chat } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { file, sendFile } from '../media';
import { additionalFields } from '../message';
import { captionAbove, duration, height, spoiler, width } from '../mediaOptions';

/** https://core.telegram.org/bots/api#sendanimation */
export const sendAnimation = operation({
	resource: 'message',
	operation: 'sendAnimation',
	effect: 'send',
	name: 'Send Animation',
	action: 'Send an animation',
	description: 'Send a GIF or an MP4 video without sound',
	limits: { caption: telegram.limits.caption },
	fields: [chat, ...file, ...caption, inlineKeyboard, additionalFields(captionAbove, duration, height, spoiler, width)],
	run: async (input, api) => await sendFile('animation', input, api),
});
