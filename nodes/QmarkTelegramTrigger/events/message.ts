import type { TelegramCallbackQuery, TelegramMessage, TelegramMessageReactionUpdated } from '@gramio/types';
import type { Message, Party } from '../../model/message';
import { BUSINESS_WINDOW } from '../../platforms/telegramUpdates';
import type { Bot } from '../bot';
import { commandOf } from './command';
import { contentOf } from './content';
import { filesIn } from './files';
import type { Reader } from './happening';
import { botParty, chatOf, emojisOf, isoOf, partyOf, personOf, placeOf } from './happening';

/** A message's number is unique only in its chat. */
const idIn = (chat: { id: number }, message: number) => `${chat.id}/${message}`;

const conversationOf = (bot: Bot, id: number) => `telegram:${bot.id}:${id}`;

/** Who speaks: a channel, or a group that an administrator stays hidden behind, has people or bots of Telegram's stand for it. */
function authorOf({ from, sender_chat: channel, chat, contact }: TelegramMessage): Party {
	if (channel) return partyOf(channel);
	if (!from) return partyOf(chat);
	// Anybody may send on anybody's card: only their own proves a number.
	const isOwnCard = contact?.user_id === from.id;
	return { ...personOf(from), ...(isOwnCard && { phone: contact.phone_number.replace(/\D/g, '') }) };
}

const isOwn = ({ from, sender_business_bot: inName }: TelegramMessage, { id }: Bot): boolean => String(from?.id) === id || String(inName?.id) === id;

/** In a business account's chat the other one is the customer. https://core.telegram.org/bots/api#businessconnection */
const isOut = (message: TelegramMessage, bot: Bot): boolean =>
	isOwn(message, bot) || (message.business_connection_id !== undefined && message.chat.type === 'private' && message.from?.id !== message.chat.id);

export const messageReader: Reader<TelegramMessage> = (message, bot) => {
	const { chat, caption } = message;
	const files = filesIn(message);
	const { kind, text, payload, more } = contentOf(message, files);
	const [id, out, command] = [idIn(chat, message.message_id), isOut(message, bot), commandOf(message, bot)];
	const replied = message.reply_to_message;
	const model: Message = {
		...{ id: `telegram:${id}`, provider: 'telegram', providerMessageId: id, account: bot.id, conversationId: conversationOf(bot, chat.id) },
		...{ direction: out ? 'out' : 'in', from: authorOf(message), to: out || chat.type !== 'private' ? partyOf(chat) : botParty(bot), kind, text },
		media: files.map((file) => ({ kind: file.kind, id: file.id, mime: file.mime, fileName: file.fileName, caption })),
		...{ replyTo: replied && idIn(replied.chat, replied.message_id), payload, sentAt: isoOf(message.date) },
		// In the bot's own chats it may write at any time.
		...(!out && message.business_connection_id !== undefined && { windowClosesAt: new Date(message.date * 1000 + BUSINESS_WINDOW).toISOString() }),
		...(command?.startPayload && { referral: { payload: command.startPayload } }),
	};
	return {
		...{ chat, own: isOwn(message, bot), message },
		json: {
			...model,
			...{ chat: chatOf(chat), messageId: String(message.message_id), threadId: message.message_thread_id, mediaGroupId: message.media_group_id },
			...{ businessConnectionId: message.business_connection_id, guestQueryId: message.guest_query_id, language: message.from?.language_code },
			...(message.edit_date && { editedAt: isoOf(message.edit_date) }),
			...more,
			...command,
		},
	};
};

/** A pressed button is a message of its own: many people press the same one. */
export const callbackReader: Reader<TelegramCallbackQuery> = ({ id, from, message, data, game_short_name: game, inline_message_id: inline }, bot) => {
	const chat = message?.chat;
	const markup = message && 'reply_markup' in message ? message.reply_markup : undefined;
	const buttons = markup && 'inline_keyboard' in markup ? markup.inline_keyboard.flat() : [];
	const text = data === undefined ? '' : (buttons.find((button) => button.callback_data === data)?.text ?? '');
	const model: Message = {
		...{ id: `telegram:callback/${id}`, provider: 'telegram', providerMessageId: `callback/${id}`, account: bot.id, conversationId: conversationOf(bot, chat?.id ?? from.id) },
		...{ direction: 'in', from: personOf(from), to: botParty(bot), kind: 'button', text, media: [], payload: data ?? game },
		...{ replyTo: message && idIn(message.chat, message.message_id), sentAt: isoOf() },
	};
	const more = { callbackQueryId: id, inlineMessageId: inline, ...(message && { chat: chatOf(message.chat), messageId: String(message.message_id) }), language: from.language_code };
	return { chat: chat ?? { id: from.id, username: from.username }, json: { ...model, ...more } };
};

/** A reaction names the message that it stands under, and has no ID of its own: a person has one time for each change. */
export const reactionReader: Reader<TelegramMessageReactionUpdated> = (reaction, bot) => {
	const { chat, message_id: message, user, actor_chat: actor, date, old_reaction: before, new_reaction: after } = reaction;
	const from = user ? personOf(user) : partyOf(actor ?? chat);
	const id = `${idIn(chat, message)}/reaction/${from.id}/${date}/${emojisOf(after).join('')}`;
	const model: Message = {
		...{ id: `telegram:${id}`, provider: 'telegram', providerMessageId: id, account: bot.id, conversationId: conversationOf(bot, chat.id) },
		...{ direction: 'in', from, to: chat.type === 'private' ? botParty(bot) : partyOf(chat), kind: 'reaction', text: emojisOf(after).join(''), media: [] },
		...{ replyTo: idIn(chat, message), sentAt: isoOf(date) },
	};
	return { chat, json: { ...model, ...placeOf(chat, bot), messageId: String(message), reactionsBefore: emojisOf(before), reactions: emojisOf(after) } };
};
