import type { TelegramChatInviteLink } from '@gramio/types';
import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { call, chatIdOf } from '../../networks/telegram/call';
import { chat } from '../fields';
import { linkName } from '../invitation';

/** https://core.telegram.org/bots/api#createchatsubscriptioninvitelink */
export const createSubscriptionLink = operation({
	resource: 'chat',
	operation: 'createSubscriptionLink',
	effect: 'write',
	name: 'Create Subscription Link',
	action: 'Create a paid invite link for a channel',
	description: 'Create a link whose members pay Telegram Stars every 30 days',
	limits: { name: telegram.limits.inviteLinkName },
	fields: [
		chat,
		{ displayName: 'Stars a Month', name: 'price', type: 'number', default: 100, typeOptions: { minValue: 1, maxValue: 10000 }, description: 'What a member pays every 30 days, from 1 to 10000 Stars' },
		linkName,
	],
	run: async ({ chatId, price, name }, api) =>
		await api.send<TelegramChatInviteLink>(call('createChatSubscriptionInviteLink', { chat_id: chatIdOf(chatId), name, subscription_period: telegram.subscriptionPeriod, subscription_price: price })),
});
