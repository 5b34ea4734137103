import type { TelegramUpdate } from '@gramio/types';
import type { Bot } from '../bot';
import type { UpdateKind } from '../../platforms/telegramUpdates';
import { majorUnits, updateKinds } from '../../platforms/telegramUpdates';
import type { Happening, Reader } from './happening';
import { emojisOf, isoOf, partyOf, personOf, placeOf, placeOfPerson } from './happening';
import { joinRequestReader, memberReader } from './members';
import { callbackReader, messageReader, reactionReader } from './message';

type Readers = { readonly [K in UpdateKind]: Reader<NonNullable<TelegramUpdate[K]>> };

/** What a person does outside of chats. */
const chatWith = ({ id, username }: { id: number; username?: string }) => ({ id, username });

const readers: Readers = {
	message: messageReader,
	edited_message: messageReader,
	channel_post: messageReader,
	edited_channel_post: messageReader,
	business_message: messageReader,
	edited_business_message: messageReader,
	guest_message: messageReader,
	callback_query: callbackReader,
	message_reaction: reactionReader,
	message_reaction_count: ({ chat, message_id: message, date, reactions }, bot) => ({
		chat,
		json: { ...placeOf(chat, bot), messageId: String(message), reactions: reactions.map(({ type, total_count: count }) => ({ reaction: emojisOf([type])[0], count })), at: isoOf(date) },
	}),
	my_chat_member: memberReader,
	chat_member: memberReader,
	chat_join_request: joinRequestReader,
	business_connection: ({ id, user, user_chat_id: chat, date, is_enabled: isEnabled, rights = {} }, bot) => ({
		chat: chatWith(user),
		json: { ...placeOfPerson(user, bot), businessConnectionId: id, userChatId: String(chat), enabled: isEnabled, rights: Object.keys(rights), at: isoOf(date) },
	}),
	deleted_business_messages: ({ business_connection_id: id, chat, message_ids: messages }, bot) => ({
		chat,
		json: { ...placeOf(chat, bot), businessConnectionId: id, messageIds: messages.map(String), ids: messages.map((one) => `telegram:${chat.id}/${one}`), at: isoOf() },
	}),
	inline_query: ({ id, from, query, offset, chat_type: chatType }, bot) => ({
		chat: chatWith(from),
		json: { ...placeOfPerson(from, bot), inlineQueryId: id, query, offset, chatType, at: isoOf() },
	}),
	chosen_inline_result: ({ result_id: id, from, query, inline_message_id: inline }, bot) => ({
		chat: chatWith(from),
		json: { ...placeOfPerson(from, bot), resultId: id, query, inlineMessageId: inline, at: isoOf() },
	}),
	shipping_query: ({ id, from, invoice_payload: payload, shipping_address: address }, bot) => ({
		chat: chatWith(from),
		json: { ...placeOfPerson(from, bot), shippingQueryId: id, payload, address, at: isoOf() },
	}),
	pre_checkout_query: ({ id, from, currency, total_amount: amount, invoice_payload: payload, shipping_option_id: option, order_info: order }, bot) => ({
		chat: chatWith(from),
		json: { ...placeOfPerson(from, bot), preCheckoutQueryId: id, amount: majorUnits(amount, currency), currency, payload, shippingOptionId: option, order, at: isoOf() },
	}),
	purchased_paid_media: ({ from, paid_media_payload: payload }, bot) => ({ chat: chatWith(from), json: { ...placeOfPerson(from, bot), payload, at: isoOf() } }),
	poll: ({ id, question, options, total_voter_count: voters, is_closed: isClosed }, bot) => ({
		json: { provider: 'telegram', account: bot.id, pollId: id, question, options: options.map(({ text, voter_count: votes }) => ({ text, votes })), voters, closed: isClosed, at: isoOf() },
	}),
	poll_answer: ({ poll_id: poll, user, voter_chat: chat, option_ids: options, option_persistent_ids: ids }, bot) => ({
		...((user ?? chat) && { chat: user ? chatWith(user) : chat }),
		json: { provider: 'telegram', account: bot.id, pollId: poll, from: user ? personOf(user) : chat && partyOf(chat), options, optionIds: ids, withdrawn: options.length === 0, at: isoOf() },
	}),
	chat_boost: ({ chat, boost }, bot) => ({
		chat,
		json: { ...placeOf(chat, bot), boostId: boost.boost_id, source: boost.source.source, ...(boost.source.user && { from: { ...personOf(boost.source.user) } }), expiresAt: isoOf(boost.expiration_date), at: isoOf(boost.add_date) },
	}),
	removed_chat_boost: ({ chat, boost_id: id, remove_date: date, source }, bot) => ({
		chat,
		json: { ...placeOf(chat, bot), boostId: id, source: source.source, ...(source.user && { from: { ...personOf(source.user) } }), at: isoOf(date) },
	}),
	managed_bot: ({ user, bot: managed }, bot) => ({ chat: chatWith(user), json: { ...placeOfPerson(user, bot), bot: { ...personOf(managed) }, at: isoOf() } }),
	subscription: ({ user, invoice_payload: payload, state }, bot) => ({ chat: chatWith(user), json: { ...placeOfPerson(user, bot), payload, state, at: isoOf() } }),
	stopped_message_generation: ({ chat, message_thread_id: thread, draft_id: draft }, bot) => ({ chat, json: { ...placeOf(chat, bot), threadId: thread, draftId: String(draft), at: isoOf() } }),
};

function readAs<K extends UpdateKind>(kind: K, update: TelegramUpdate, bot: Bot): Happening {
	const value = update[kind];
	return value === undefined ? { json: {} } : readers[kind](value, bot);
}

/** The one kind that an update is of; undefined for kinds of times to come. */
export const eventIn = (update: TelegramUpdate): UpdateKind | undefined => updateKinds.find((kind) => update[kind] !== undefined);

/** What an update tells. One that Telegram has made in a new way is known by its raw form alone: refused, it would come again for a day and hold up its chat. */
export function readUpdate(event: UpdateKind, update: TelegramUpdate, bot: Bot): Happening {
	try {
		return readAs(event, update, bot);
	} catch {
		return { json: { provider: 'telegram', account: bot.id } };
	}
}
