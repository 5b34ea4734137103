import type { TelegramSticker } from '@gramio/types';
import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';

/** https://core.telegram.org/bots/api#getforumtopiciconstickers */
export const getTopicIcons = operation({
	resource: 'topic',
	operation: 'getIconStickers',
	effect: 'read',
	name: 'Get Icon Stickers',
	action: 'Get the icons that topics can have',
	description: 'Get the emoji that every bot may use as the icon of a topic',
	fields: [],
	run: async (_, api) => await api.send<TelegramSticker[]>(repeatable('getForumTopicIconStickers')),
});
