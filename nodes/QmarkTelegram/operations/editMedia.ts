import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { call } from '../../networks/telegram/call';
import { edit, placed } from '../edit';
import { caption, chat, messageId } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { attached, file, mediaType } from '../media';
import { addressed, captionOf } from '../message';

/** https://core.telegram.org/bots/api#editmessagemedia */
export const editMedia = operation({
	resource: 'message',
	operation: 'editMedia',
	effect: 'send',
	name: 'Edit Media',
	action: 'Edit the media of a message',
	description: 'Replace the file, the caption and the buttons of a message',
	limits: { caption: telegram.limits.caption },
	fields: [chat, messageId, mediaType, ...file, ...caption, inlineKeyboard],
	run: async (input, api) => {
		const { media, files } = await attached('file', input.type, input, api);
		const parameters = { ...addressed(input), ...placed(input), media: { type: input.type, media, ...captionOf(input) } };
		return await edit(placed(input), call('editMessageMedia', parameters, files), api);
	},
});
