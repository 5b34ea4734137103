import type { TelegramChatMemberUpdated, TelegramMessage, TelegramUpdate } from '@gramio/types';
import { seed } from '../seed';
import { messageIn, type Chat } from './chats';
import { messageContent } from './messageContent';
import { openQuery } from './payments';
import { botUser, chatIn, customer, memberAs, numberIn, personIn, textIn, type Wish } from './people';
import type { TelegramState } from './state';
import type { UpdateKind } from './updates';

type Makers = { readonly [K in UpdateKind]: (state: TelegramState, wish: Wish) => NonNullable<TelegramUpdate[K]> };

const { channel, group, customer: person } = seed.telegram;

const serial = (state: TelegramState): string => `${state.world.clock.now()}${state.lastUpdateId}`;

/** Somebody writes. In a channel the channel itself is the author. */
function written(state: TelegramState, chat: Chat, wish: Wish, more: Partial<TelegramMessage> = {}): TelegramMessage {
	const author = chat.info.type === 'channel' ? { sender_chat: chat.info } : { from: personIn(chat, wish) };
	return state.chats.add(chat, { ...author, date: state.now(), ...more, ...messageContent(state, chat, wish) }).message;
}

/** A message of before in other words: the one that the wish names, or one that is written first. */
function edited(state: TelegramState, wish: Wish, otherwise: number, more: Partial<TelegramMessage> = {}): TelegramMessage {
	const chat = chatIn(state, wish, otherwise);
	const message = wish.message_id === undefined ? written(state, chat, { ...wish, text: 'Bonjour' }, more) : messageIn(chat, Number(wish.message_id), 'edit').message;
	return Object.assign(message, { text: textIn(wish, 'text', 'Bonsoir'), edit_date: state.now() });
}

const connection = (wish: Wish): { business_connection_id: string } => ({ business_connection_id: textIn(wish, 'business_connection_id', 'SANDBOX-business-connection') });

/** `from: "owner"`: the business itself writes to its customer. */
const businessAuthor = (wish: Wish): Partial<TelegramMessage> => ({
	...connection(wish),
	...(wish.from === 'owner' && { from: { id: 5_000_000_002, is_bot: false, first_name: 'Camille', username: 'camille_demo' } }),
});

const invite = (wish: Wish) =>
	typeof wish.link === 'string' && {
		invite_link: { invite_link: `https://t.me/+SANDBOX${wish.link}`, creator: botUser, creates_join_request: false, is_primary: false, is_revoked: false, name: wish.link },
	};

function membership(state: TelegramState, wish: Wish, chat: Chat, user: ReturnType<typeof personIn>, otherwise: { from: string; to: string }): TelegramChatMemberUpdated {
	return {
		chat: chat.info,
		from: wish.by === 'bot' ? botUser : personIn(chat, wish),
		date: state.now(),
		old_chat_member: memberAs(textIn(wish, 'old', otherwise.from), user),
		new_chat_member: memberAs(textIn(wish, 'new', otherwise.to), user),
		...invite(wish),
	};
}

const reactionTo = (emoji: unknown) => (typeof emoji === 'string' && emoji !== '' ? [{ type: 'emoji' as const, emoji: emoji === '👍' ? ('👍' as const) : ('❤' as const) }] : []);

const money = (wish: Wish) => ({ currency: 'EUR' as const, total_amount: numberIn(wish, 'amount', 2490), invoice_payload: textIn(wish, 'payload', 'order-1') });

const poll = (wish: Wish) => ({
	...{ id: textIn(wish, 'poll_id', '5200000000000000001'), question: 'Quelle couleur ?', total_voter_count: 2, is_closed: wish.closed === true, is_anonymous: true, type: 'regular' as const },
	...{ allows_multiple_answers: false, allows_revoting: true, members_only: false },
	options: ['Rouge', 'Blanc'].map((text, index) => ({ persistent_id: `option-${index}`, text, voter_count: index * 2 })),
});

/** Every kind of update as Telegram makes it, in the words that a test gives or in words of the sandbox's own. https://core.telegram.org/bots/api#update */
export const makers: Makers = {
	message: (state, wish) => written(state, chatIn(state, wish, person.id), wish),
	edited_message: (state, wish) => edited(state, wish, person.id),
	channel_post: (state, wish) => written(state, chatIn(state, wish, channel.id), wish),
	edited_channel_post: (state, wish) => edited(state, wish, channel.id),
	guest_message: (state, wish) => written(state, chatIn(state, wish, group.id), { text: `@${botUser.username ?? ''} Bonjour`, ...wish }, { guest_query_id: serial(state) }),
	business_connection: (state, wish) => {
		const user = customer(wish);
		const id = connection(wish).business_connection_id;
		return { id, user, user_chat_id: user.id, date: state.now(), is_enabled: wish.enabled !== false, rights: { can_reply: true, can_read_messages: true } };
	},
	business_message: (state, wish) => {
		const chat = chatIn(state, wish, person.id);
		return { ...written(state, chat, wish), ...businessAuthor(wish) };
	},
	edited_business_message: (state, wish) => ({ ...edited(state, wish, person.id), ...businessAuthor(wish) }),
	deleted_business_messages: (state, wish) => ({ ...connection(wish), chat: chatIn(state, wish, person.id).info, message_ids: Array.isArray(wish.message_ids) ? wish.message_ids.map(Number) : [1] }),
	message_reaction: (state, wish) => {
		const chat = chatIn(state, wish, group.id);
		const { emoji = '👍', old } = wish;
		return { chat: chat.info, message_id: numberIn(wish, 'message_id', 1), user: personIn(chat, wish), date: state.now(), old_reaction: reactionTo(old), new_reaction: reactionTo(emoji) };
	},
	message_reaction_count: (state, wish) => ({
		...{ chat: chatIn(state, wish, channel.id).info, message_id: numberIn(wish, 'message_id', 1), date: state.now() },
		reactions: [{ type: { type: 'emoji', emoji: '👍' }, total_count: numberIn(wish, 'count', 3) }],
	}),
	inline_query: (state, wish) => ({ id: serial(state), from: customer(wish), query: textIn(wish, 'query', 'tulipes'), offset: '', chat_type: 'private' }),
	chosen_inline_result: (_, wish) => ({ result_id: textIn(wish, 'result_id', '1'), from: customer(wish), query: textIn(wish, 'query', 'tulipes') }),
	callback_query: (state, wish) => {
		const chat = chatIn(state, wish, person.id);
		const query = { id: serial(state), from: personIn(chat, wish), chat_instance: String(chat.info.id), data: textIn(wish, 'data', 'yes') };
		state.callbacks.add(query.id);
		const stored = wish.message_id === undefined ? undefined : chat.messages.get(Number(wish.message_id));
		return { ...query, message: stored?.message ?? { chat: chat.info, message_id: numberIn(wish, 'message_id', 1), date: 0 } };
	},
	shipping_query: (state, wish) => ({
		...{ id: openQuery(state, serial(state)), from: customer(wish), invoice_payload: textIn(wish, 'payload', 'order-1') },
		shipping_address: { country_code: 'FR', state: '', city: 'Nantes', street_line1: '1 rue des Fleurs', street_line2: '', post_code: '44000' },
	}),
	pre_checkout_query: (state, wish) => ({ id: openQuery(state, serial(state)), from: customer(wish), ...money(wish) }),
	purchased_paid_media: (_, wish) => ({ from: customer(wish), paid_media_payload: textIn(wish, 'payload', 'photos-1') }),
	poll: (_, wish) => poll(wish),
	poll_answer: (_, wish) => {
		const option_ids = Array.isArray(wish.options) ? wish.options.map(Number) : [0];
		return { poll_id: textIn(wish, 'poll_id', '5200000000000000001'), user: customer(wish), option_ids, option_persistent_ids: option_ids.map((id) => `option-${id}`) };
	},
	my_chat_member: (state, wish) => membership(state, wish, chatIn(state, wish, person.id), botUser, { from: 'member', to: 'kicked' }),
	chat_member: (state, wish) => {
		const chat = chatIn(state, wish, group.id);
		return membership(state, wish, chat, personIn(chat, wish), { from: 'left', to: 'member' });
	},
	chat_join_request: (state, wish) => {
		const from = customer(wish);
		const chat = chatIn(state, wish, channel.id);
		chat.requests.add(from.id);
		return { chat: chat.info, from, user_chat_id: from.id, date: state.now(), bio: 'Fleuriste', ...invite(wish) };
	},
	chat_boost: (state, wish) => ({
		chat: chatIn(state, wish, channel.id).info,
		boost: { boost_id: 'SANDBOX-boost', add_date: state.now(), expiration_date: state.now() + 30 * 86_400, source: { source: 'premium', user: customer(wish) } },
	}),
	removed_chat_boost: (state, wish) => ({ chat: chatIn(state, wish, channel.id).info, boost_id: 'SANDBOX-boost', remove_date: state.now(), source: { source: 'premium', user: customer(wish) } }),
	managed_bot: (_, wish) => ({ user: customer(wish), bot: { id: 7_000_000_002, is_bot: true, first_name: 'Camélia Pro', username: 'camelia_pro_bot' } }),
	subscription: (_, wish) => ({ user: customer(wish), invoice_payload: textIn(wish, 'payload', 'club'), state: 'active' }),
	stopped_message_generation: (state, wish) => ({ chat: chatIn(state, wish, person.id).info, draft_id: numberIn(wish, 'draft_id', 1) }),
};

export const isKind = (name: unknown): name is UpdateKind => typeof name === 'string' && Object.hasOwn(makers, name);
