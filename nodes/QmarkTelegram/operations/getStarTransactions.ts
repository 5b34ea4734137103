import type { TelegramStarTransaction } from '@gramio/types';
import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';

/** https://core.telegram.org/bots/api#getstartransactions */
export const getStarTransactions = operation({
	resource: 'payment',
	operation: 'getStarTransactions',
	effect: 'read',
	name: 'Get Star Transactions',
	action: 'Get many transactions in Telegram Stars',
	description: 'Get many transactions of the bot in Telegram Stars, the oldest first',
	fields: [...many],
	run: (_, api) => api.pages<TelegramStarTransaction>(repeatable('getStarTransactions', { offset: 0, limit: 100 })),
});
