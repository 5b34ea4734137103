import type { TelegramBusinessConnection } from '@gramio/types';
import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { businessConnection } from '../fields';

/** https://core.telegram.org/bots/api#getbusinessconnection */
export const getBusinessConnection = operation({
	resource: 'businessAccount',
	operation: 'getConnection',
	effect: 'read',
	name: 'Get Connection',
	action: 'Get a business connection',
	description: 'Get whose business account the bot is connected to, and what it may do there',
	fields: [businessConnection],
	run: async ({ businessConnectionId: id }, api) => await api.send<TelegramBusinessConnection>(repeatable('getBusinessConnection', { business_connection_id: id })),
});
