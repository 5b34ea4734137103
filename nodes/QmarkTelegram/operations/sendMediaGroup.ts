import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { albumItems, mediaSource, mediaUrls, sendAlbum } from '../album';
import { caption, chat } from '../fields';
import { captionAbove, spoiler } from '../mediaOptions';
import { additionalFields } from '../message';

/** https://core.telegram.org/bots/api#sendmediagroup */
export const sendMediaGroup = operation({
	resource: 'message',
	operation: 'sendMediaGroup',
	effect: 'send',
	name: 'Send Album',
	action: 'Send an album',
	description: 'Send two to ten photos, videos, documents or audio files as one album',
	limits: { caption: telegram.limits.caption },
	fields: [chat, mediaSource, albumItems, mediaUrls, ...caption, additionalFields(captionAbove, spoiler)],
	run: async (input, api) => await sendAlbum(input, api),
});
