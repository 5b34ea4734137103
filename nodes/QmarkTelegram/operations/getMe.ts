import type { TelegramUser } from '@gramio/types';
import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';

/** https://core.telegram.org/bots/api#getme */
export const getMe = operation({
	resource: 'bot',
	operation: 'getMe',
	effect: 'read',
	name: 'Get Me',
	action: 'Get the bot',
	description: 'Get the ID, name and abilities of the connected bot',
	fields: [],
	run: async (_, api) => await api.send<TelegramUser>(repeatable('getMe')),
});
