import type { TelegramStickerSet } from '@gramio/types';
import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';

/** https://core.telegram.org/bots/api#getstickerset */
export const getStickerSet = operation({
	resource: 'sticker',
	operation: 'getSet',
	effect: 'read',
	name: 'Get Set',
	action: 'Get a sticker set',
	description: 'Get the stickers of a set, each with the file ID to send it by',
	fields: [{ displayName: 'Name', name: 'name', type: 'string', required: true, default: '', placeholder: 'e.g. CameliaFlowers', description: 'The last part of the set’s t.me/addstickers/… link' }],
	run: async ({ name }, api) => await api.send<TelegramStickerSet>(repeatable('getStickerSet', { name })),
});
