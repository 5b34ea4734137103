import type { TelegramWebhookInfo } from '@gramio/types';
import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';

/** https://core.telegram.org/bots/api#getwebhookinfo */
export const getWebhookInfo = operation({
	resource: 'bot',
	operation: 'getWebhookInfo',
	effect: 'read',
	name: 'Get Webhook Info',
	action: 'Get the webhook of the bot',
	description: 'Get where the updates of the bot go and whether they arrive',
	fields: [],
	run: async (_, api) => await api.send<TelegramWebhookInfo>(repeatable('getWebhookInfo')),
});
