import type { TelegramStarAmount } from '@gramio/types';
import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';

/** https://core.telegram.org/bots/api#getmystarbalance */
export const getStarBalance = operation({
	resource: 'payment',
	operation: 'getStarBalance',
	effect: 'read',
	name: 'Get Star Balance',
	action: 'Get the balance of Telegram Stars',
	description: 'Get how many Telegram Stars the bot has',
	fields: [],
	run: async (_, api) => await api.send<TelegramStarAmount>(repeatable('getMyStarBalance')),
});
