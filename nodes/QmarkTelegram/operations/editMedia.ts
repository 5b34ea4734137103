import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { call } from '../../networks/telegram/call';
import { edit, placed } from '../edit';
import { caption, chat, messageId } from '../fields';
import { inlineKeyboard } from '../keyboard';
import { attached, file, mediaType } from '../media';
import { captionAbove, spoiler } from '../mediaOptions';
import { additionalFieldsOf, addressed, business, captionOf } from '../message';

/** https://core.telegram.org/bots/api#editmessagemedia */
export const editMedia = operation({
	resource: 'message',
	operation: 'editMedia',
	effect: 'send',
	name: 'Edit Media',
	action: 'Edit the media of a message',
	description: 'Replace the file, the caption and the buttons of a message',
	limits: { caption: telegram.limits.caption },
	fields: [chat, messageId, mediaType, ...file, ...caption, inlineKeyboard, additionalFieldsOf(business, captionAbove, spoiler)],
	run: async (input, api) => {
		const { has_spoiler, show_caption_above_media, ...additionalFields } = input.additionalFields;
		const { media, files } = await attached('file', input.type, input, api);
		const parameters = { ...addressed({ ...input, additionalFields }), ...placed(input), media: { type: input.type, media, ...captionOf(input), has_spoiler, show_caption_above_media } };
		return await edit(placed(input), call('editMessageMedia', parameters, files), api);
	},
});
