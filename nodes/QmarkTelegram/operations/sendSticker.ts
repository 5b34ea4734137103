import { operation } from '../../core/operation';
import { chat } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { file, sendFile } from '../media';
import { additionalFields } from '../message';

/** https://core.telegram.org/bots/api#sendsticker */
export const sendSticker = operation({
	resource: 'message',
	operation: 'sendSticker',
	effect: 'send',
	name: 'Send Sticker',
	action: 'Send a sticker',
	description: 'Send a sticker: WebP by URL or file, TGS and WebM by file or file ID',
	fields: [
		chat,
		...file,
		inlineKeyboard,
		additionalFields({ displayName: 'Emoji', name: 'emoji', type: 'string', default: '', placeholder: 'e.g. 🌸', description: 'What an uploaded sticker stands for' }),
	],
	run: async (input, api) => await sendFile('sticker', input, api),
});
