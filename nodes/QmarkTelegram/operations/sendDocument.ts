import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { caption, chat } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { file, sendFile } from '../media';
import { additionalFields } from '../message';
import { keepType } from '../mediaOptions';

/** https://core.telegram.org/bots/api#senddocument */
export const sendDocument = operation({
	resource: 'message',
	operation: 'sendDocument',
	effect: 'send',
	name: 'Send Document',
	action: 'Send a document',
	description: 'Send any file as it is',
	limits: { caption: telegram.limits.caption },
	fields: [chat, ...file, ...caption, inlineKeyboard, additionalFields(keepType)],
	run: async (input, api) => await sendFile('document', input, api),
});
