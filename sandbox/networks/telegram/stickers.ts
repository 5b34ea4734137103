import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { badRequest } from './errors';
import { keep, stickerOf } from './media';
import type { Handler, TelegramState } from './state';

/** The sandbox's own sticker set. */
export const SET = 'CameliaFlowers';
const samples = ['bouquet-camelia.jpg', 'tulipes-vase.jpg'];

/** The set's files come to life when it is first asked for. */
function filesOf(state: TelegramState) {
	const { dealings, files } = state;
	if (dealings.stickers.length === 0) {
		dealings.stickers = samples.map((name) => {
			const head = readFileSync(join(__dirname, '../media', name));
			return keep(state, 'sticker', { filename: name, mime: 'image/jpeg', size: head.length, head }).file_id;
		});
	}
	return dealings.stickers.flatMap((id) => files.get(id) ?? []);
}

/** https://core.telegram.org/bots/api#getstickerset */
export const getStickerSet: Handler = (params, state) => {
	if (params.text('name').toLowerCase() !== SET.toLowerCase()) throw badRequest('STICKERSET_INVALID');
	return { name: SET, title: 'Camélia', sticker_type: 'regular', stickers: filesOf(state).map((file) => ({ ...stickerOf(file), set_name: SET, emoji: '🌸' })) };
};
