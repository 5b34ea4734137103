import type { TelegramChatMember, TelegramUser } from '@gramio/types';
import { seed } from '../seed';
import type { Chat } from './chats';
import { bot } from './send';
import type { TelegramState } from './state';

/** What a test says of a happening: any of its fields may be missing. */
export type Wish = Readonly<Record<string, unknown>>;

export const textIn = (wish: Wish, name: string, otherwise: string): string => (typeof wish[name] === 'string' ? wish[name] : otherwise);

export const numberIn = (wish: Wish, name: string, otherwise: number): number => (wish[name] === undefined ? otherwise : Number(wish[name]));

/** The chat that a wish names, also one that the bot may not write to. */
export function chatIn(state: TelegramState, wish: Wish, otherwise: number): Chat {
	const id = String(wish.chat_id ?? otherwise);
	return state.chats.named(id.replace(/^@/, '')) ?? state.chats.find(id);
}

/** In a private chat the person is the chat; elsewhere it is the customer unless `user_id` says who. */
export function personIn({ info }: Chat, wish: Wish = {}): TelegramUser {
	const { customer } = seed.telegram;
	const id = numberIn(wish, 'user_id', info.type === 'private' ? info.id : customer.id);
	const [name, username] = id === info.id ? [info.first_name, info.username] : id === customer.id ? [customer.first_name, customer.username] : [`Person ${id}`, undefined];
	return { id, is_bot: false, first_name: name ?? 'Someone', ...(username && { username }), language_code: 'fr' };
}

export const customer = (wish: Wish = {}): TelegramUser => {
	const { id, first_name, username } = seed.telegram.customer;
	const given = numberIn(wish, 'user_id', id);
	return given === id ? { id, is_bot: false, first_name, username, language_code: 'fr' } : { id: given, is_bot: false, first_name: `Person ${given}`, language_code: 'fr' };
};

const rights = {
	...{ can_be_edited: false, is_anonymous: false, can_manage_chat: true, can_delete_messages: true, can_manage_video_chats: true, can_restrict_members: true, can_promote_members: false },
	...{ can_change_info: true, can_invite_users: true, can_post_stories: true, can_edit_stories: true, can_delete_stories: true, can_send_welcome_messages: false },
};

/** https://core.telegram.org/bots/api#chatmember */
export function memberAs(status: string, user: TelegramUser): TelegramChatMember {
	if (status === 'administrator') return { status, user, ...rights };
	if (status === 'kicked') return { status, user, until_date: 0 };
	return status === 'left' ? { status, user } : { status: 'member', user };
}

export const botUser: TelegramUser = bot;
