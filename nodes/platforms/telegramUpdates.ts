import type { TelegramUpdate } from '@gramio/types';
import { telegram } from './telegram';

export type UpdateKind = Exclude<keyof TelegramUpdate, 'update_id'>;

/** Every kind of update of Bot API 10.3, and whether it comes only where it is asked for by name. https://core.telegram.org/bots/api#update */
const kinds: Readonly<Record<UpdateKind, 'always' | 'on request'>> = {
	...{ message: 'always', edited_message: 'always', channel_post: 'always', edited_channel_post: 'always', guest_message: 'always' },
	...{ business_connection: 'always', business_message: 'always', edited_business_message: 'always', deleted_business_messages: 'always' },
	...{ message_reaction: 'on request', message_reaction_count: 'on request', chat_member: 'on request', my_chat_member: 'always', chat_join_request: 'always' },
	...{ callback_query: 'always', inline_query: 'always', chosen_inline_result: 'always', poll: 'always', poll_answer: 'always' },
	...{ shipping_query: 'always', pre_checkout_query: 'always', purchased_paid_media: 'always', subscription: 'always' },
	...{ chat_boost: 'always', removed_chat_boost: 'always', managed_bot: 'always', stopped_message_generation: 'always' },
};

export const isUpdateKind = (name: unknown): name is UpdateKind => typeof name === 'string' && Object.hasOwn(kinds, name);

export const updateKinds: readonly UpdateKind[] = Object.keys(kinds).filter(isUpdateKind);

/** What a bot gets that has asked for nothing by name. https://core.telegram.org/bots/api#getupdates */
export const usualKinds: readonly UpdateKind[] = updateKinds.filter((kind) => kinds[kind] === 'always');

/** https://core.telegram.org/bots/api#setwebhook */
export const webhook = {
	/** Carries the secret token of the webhook. */
	header: 'x-telegram-bot-api-secret-token',
	ports: ['443', '80', '88', '8443'],
	connections: { least: 1, most: 100, usual: 40 },
	/** Characters. Telegram takes longer ones and then delivers nothing: its head of a delivery, address and all, has 4096 bytes. https://github.com/tdlib/telegram-bot-api */
	longest: 3500,
} as const;

/** Milliseconds for which a bot may answer in a business account's chat after the customer's last message. https://core.telegram.org/bots/api#businessbotrights */
export const BUSINESS_WINDOW = 24 * 60 * 60_000;

/** Telegram's own server reaches only public HTTPS addresses; a self-hosted one any. https://core.telegram.org/bots/api#using-a-local-bot-api-server */
export const isOwnServer = (baseUrl: unknown): boolean => !String(baseUrl).startsWith('https://api.telegram.org');

/** Telegram counts money in the smallest unit of its currency. https://core.telegram.org/bots/payments#supported-currencies */
export function majorUnits(amount: number, currency: string): number {
	const digits = telegram.decimals(currency);
	return Number((amount / 10 ** digits).toFixed(digits));
}
