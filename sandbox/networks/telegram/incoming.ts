import type { TelegramUpdate } from '@gramio/types';
import { seed } from '../seed';
import { messageIn, type Chat } from './chats';
import { ApiError } from './errors';
import { isKind, makers } from './makers';
import { contentKinds } from './messageContent';
import { chatIn, numberIn, personIn, textIn, type Wish } from './people';
import { pollText } from './sendOther';
import { bot } from './send';
import { show } from './shown';
import type { TelegramState } from './state';
import { push, type UpdateKind } from './updates';

const { channel, customer, group } = seed.telegram;

/** Persons for `updates`, each in a private chat of their own. */
const FIRST_SUBSCRIBER = 6_000_000_000;
const MOST_UPDATES = 100_000;

function make<K extends UpdateKind>(state: TelegramState, kind: K, wish: Wish): undefined {
	const made: Omit<TelegramUpdate, 'update_id'> = { [kind]: makers[kind](state, wish) };
	push(state, kind, made);
	return undefined;
}

const messageKind = ({ info }: Chat, isEdited = false): UpdateKind => (info.type === 'channel' ? (isEdited ? 'edited_channel_post' : 'channel_post') : isEdited ? 'edited_message' : 'message');

type Action = (state: TelegramState, wish: Wish) => string | undefined;

const say: Action = (state, wish) => {
	const chat = state.chats.find(String(wish.chat_id ?? customer.id));
	const { text, content } = wish;
	if ((typeof text !== 'string' || text === '') && content === undefined) return '"telegram.message" needs a "text", or a "content".';
	if (content !== undefined && !contentKinds.includes(String(content))) return `"telegram.message": "content" must be one of ${contentKinds.join(', ')}.`;
	return make(state, messageKind(chat), wish);
};

const press: Action = (state, wish) => {
	const chat = state.chats.find(String(wish.chat_id ?? customer.id));
	const { message_id: id, data } = wish;
	const markup = messageIn(chat, Number(id), 'press a button of').message.reply_markup;
	const buttons = markup && 'inline_keyboard' in markup ? markup.inline_keyboard.flat() : [];
	if (!buttons.some(({ callback_data: known }) => known === data)) return `"telegram.press": message ${String(id)} has no button with callback data "${String(data)}".`;
	return make(state, 'callback_query', wish);
};

const vote: Action = (state, wish) => {
	const chat = state.chats.find(String(wish.chat_id ?? customer.id));
	const { message_id: id, option, count = 1 } = wish;
	const stored = messageIn(chat, Number(id), 'vote in');
	const { poll } = stored.message;
	const chosen = poll?.options[Number(option)];
	if (!poll || !chosen || poll.is_closed) return `"telegram.vote": message ${String(id)} has no open poll with option ${String(option)}.`;
	chosen.voter_count += Number(count);
	poll.total_voter_count += Number(count);
	show(state, chat, stored, { kind: 'poll', text: pollText(poll), media: [] });
	push(state, 'poll', { poll });
	if (!poll.is_anonymous) push(state, 'poll_answer', { poll_answer: { poll_id: poll.id, user: personIn(chat, wish), option_ids: [Number(option)], option_persistent_ids: [chosen.persistent_id] } });
	return undefined;
};

const block: Action = (state, wish) => {
	const chat = state.chats.find(String(wish.chat_id ?? customer.id));
	chat.refusal = new ApiError(403, 'Forbidden: bot was blocked by the user');
	return make(state, 'my_chat_member', { ...wish, old: 'member', new: 'kicked' });
};

const unblock: Action = (state, wish) => {
	chatIn(state, wish, customer.id).refusal = undefined;
	return make(state, 'my_chat_member', { ...wish, old: 'kicked', new: 'member' });
};

/** Somebody follows a deep link: in the private chat, or with `chat_id` of a group by adding the bot to it. */
const start: Action = (state, wish) => {
	const chat = state.chats.find(String(wish.chat_id ?? customer.id));
	const command = chat.info.type === 'private' ? '/start' : `/start@${bot.username}`;
	return make(state, 'message', { ...wish, text: `${command} ${textIn(wish, 'payload', '')}`.trim() });
};

const album: Action = (state, wish) => {
	const chat = state.chats.find(String(wish.chat_id ?? customer.id));
	const id = `${state.world.clock.now()}${chat.lastMessageId}`;
	const most = Math.min(numberIn(wish, 'count', 2), 10);
	for (let item = 0; item < most; item++) make(state, messageKind(chat), { ...wish, content: 'photo', album: id, caption: item === 0 ? wish.caption : undefined });
	return undefined;
};

const edit: Action = (state, wish) => make(state, messageKind(chatIn(state, wish, customer.id), true), wish);

/** Groups tell of their members by messages too. */
const moves =
	(service: 'joined' | 'left', statuses: { old: string; new: string }): Action =>
	(state, wish) => {
		const chat = chatIn(state, wish, group.id);
		chat.members += service === 'joined' ? 1 : -1;
		if (chat.info.type !== 'channel') make(state, 'message', { ...wish, chat_id: chat.info.id, content: service });
		return make(state, 'chat_member', { ...wish, chat_id: chat.info.id, ...statuses });
	};

const update: Action = (state, { kind, ...wish }) => {
	if (!isKind(kind)) return `"telegram.update" needs a "kind" of ${Object.keys(makers).join(', ')}.`;
	return make(state, kind, wish);
};

/** So many at once, in as many chats. */
const updates: Action = (state, { kind = 'message', count, chats = 100, ...wish }) => {
	const [all, width] = [Number(count), Number(chats)];
	if (!isKind(kind)) return `"telegram.updates": "kind" must be one of ${Object.keys(makers).join(', ')}.`;
	if (!Number.isInteger(all) || all < 1 || all > MOST_UPDATES) return `"telegram.updates" needs a "count" from 1 to ${MOST_UPDATES}.`;
	if (!Number.isInteger(width) || width < 1) return '"telegram.updates": "chats" must be a whole number from 1.';
	for (let index = 0; index < all; index++) {
		const id = FIRST_SUBSCRIBER + (index % width);
		make(state, kind, { text: `Bonjour ${index}`, ...wish, user_id: id, ...(kind === 'message' && { chat_id: id }) });
	}
	return undefined;
};

/** What people do in the sandbox, by the name of its setting. */
const actions: Readonly<Record<string, Action>> = {
	...{ message: say, press, vote, block, unblock, start, album, edit, update, updates },
	join: moves('joined', { old: 'left', new: 'member' }),
	leave: moves('left', { old: 'member', new: 'left' }),
	joinRequest: (state, wish) => make(state, 'chat_join_request', { chat_id: channel.id, ...wish }),
	react: (state, wish) => make(state, 'message_reaction', wish),
	pay: (state, wish) => make(state, 'message', { ...wish, content: 'payment' }),
	business: (state, wish) => make(state, 'business_message', wish),
};

export const actionNames = Object.keys(actions);

/** Does what a setting says. Answers a refusal. */
export function incoming(state: TelegramState, name: string, value: unknown): string | undefined {
	const wish: Wish = typeof value === 'object' && value !== null ? { ...value } : {};
	try {
		return actions[name]?.(state, wish);
	} catch (error) {
		return `"telegram.${name}" is refused: ${error instanceof Error ? error.message : String(error)}.`;
	}
}
