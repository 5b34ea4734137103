import type { TelegramMessage, TelegramUser } from '@gramio/types';
import { seed } from '../seed';
import { messageIn, type Chat } from './chats';
import { ApiError } from './errors';
import { pollText } from './sendOther';
import { show } from './shown';
import type { TelegramState } from './state';
import { push } from './updates';

/** What people do in the sandbox: `{message}` writes to the bot, `{press}` a button, `{vote}` in a poll, `{block}` the bot. Answers a refusal. */
export function incoming(state: TelegramState, name: string, value: unknown): string | undefined {
	const wish: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
	try {
		const chat = state.chats.find(String(wish.chat_id ?? seed.telegram.customer.id));
		if (name === 'message') return say(state, chat, wish.text);
		if (name === 'press') return press(state, chat, wish);
		if (name === 'vote') return vote(state, chat, wish);
		chat.refusal = new ApiError(403, 'Forbidden: bot was blocked by the user');
		return undefined;
	} catch (error) {
		return `"telegram.${name}" is refused: ${error instanceof Error ? error.message : String(error)}.`;
	}
}

/** In a private chat the person is the chat. */
function person({ info }: Chat): TelegramUser {
	const { customer } = seed.telegram;
	const { id, first_name, username } = info.type === 'private' ? info : customer;
	return { id, is_bot: false, first_name: first_name ?? 'Someone', ...(username && { username }), language_code: 'fr' };
}

function say(state: TelegramState, chat: Chat, text: unknown): string | undefined {
	if (typeof text !== 'string' || text === '') return '"telegram.message" needs a "text".';
	const command = /^\/\w+/.exec(text)?.[0];
	const content: Omit<TelegramMessage, 'message_id' | 'chat'> = {
		...(chat.info.type === 'channel' ? { sender_chat: chat.info } : { from: person(chat) }),
		date: state.now(),
		text,
		...(command && { entities: [{ type: 'bot_command', offset: 0, length: command.length }] }),
	};
	const { message } = state.chats.add(chat, content);
	if (chat.info.type === 'channel') push(state, 'channel_post', { channel_post: message });
	else push(state, 'message', { message });
	return undefined;
}

function press(state: TelegramState, chat: Chat, { message_id: id, data }: Record<string, unknown>): string | undefined {
	const { message } = messageIn(chat, Number(id), 'press a button of');
	const markup = message.reply_markup;
	const buttons = markup && 'inline_keyboard' in markup ? markup.inline_keyboard.flat() : [];
	if (!buttons.some(({ callback_data: known }) => known === data))
		return `"telegram.press": message ${String(id)} has no button with callback data "${String(data)}".`;
	const query = {
		id: `${state.world.clock.now()}${state.lastUpdateId}`,
		from: person(chat),
		message,
		chat_instance: String(chat.info.id),
		data: String(data),
	};
	state.callbacks.add(query.id);
	push(state, 'callback_query', { callback_query: query });
	return undefined;
}

function vote(state: TelegramState, chat: Chat, { message_id: id, option, count = 1 }: Record<string, unknown>): string | undefined {
	const stored = messageIn(chat, Number(id), 'vote in');
	const { poll } = stored.message;
	const chosen = poll?.options[Number(option)];
	if (!poll || !chosen || poll.is_closed) return `"telegram.vote": message ${String(id)} has no open poll with option ${String(option)}.`;
	chosen.voter_count += Number(count);
	poll.total_voter_count += Number(count);
	show(state, chat, stored, { kind: 'poll', text: pollText(poll), media: [] });
	push(state, 'poll', { poll });
	return undefined;
}
