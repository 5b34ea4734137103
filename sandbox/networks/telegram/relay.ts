import type { TelegramMessage, TelegramMessageOrigin } from '@gramio/types';
import { messageIn, type Chat, type Stored } from './chats';
import { badRequest } from './errors';
import { formatted } from './entities';
import { remove } from './shown';
import { captionOf } from './sendMedia';
import { post, targetOf } from './send';
import type { Params } from './params';
import type { Handler, TelegramState } from './state';

const BATCH = 100;
const TWO_DAYS = 48 * 3600;
/** What belongs to the place of a message and not to its content. */
const PLACE = new Set([
	'message_id',
	'chat',
	'date',
	'edit_date',
	'from',
	'sender_chat',
	'reply_to_message',
	'reply_markup',
	'message_thread_id',
	'is_topic_message',
	'media_group_id',
	'has_protected_content',
	'forward_origin',
	'effect_id',
]);

function content(message: TelegramMessage): Partial<TelegramMessage> {
	const copy: Partial<TelegramMessage> = structuredClone(message);
	return Object.fromEntries(Object.entries(copy).filter(([name]) => !PLACE.has(name)));
}

function originOf({ forward_origin: origin, sender_chat: channel, from, chat, message_id, date }: TelegramMessage): TelegramMessageOrigin {
	if (origin) return origin;
	if (channel) return { type: 'channel', chat, message_id, date };
	return from ? { type: 'user', sender_user: from, date } : { type: 'hidden_user', sender_user_name: 'unknown', date };
}

function source(params: Params, state: TelegramState, id: number | undefined, action: string): Stored {
	const stored = messageIn(state.chats.find(params.text('from_chat_id')), id, action);
	if (stored.message.has_protected_content)
		throw badRequest(`message has protected content and can't be ${action === 'copy' ? 'copied' : 'forwarded'}`);
	return stored;
}

function forward(params: Params, state: TelegramState, chat: Chat, original: Stored): TelegramMessage {
	return post(params, state, chat, { ...content(original.message), forward_origin: originOf(original.message) }, original.shown).message;
}

export const forwardMessage: Handler = (params, state) => {
	const original = source(params, state, params.integer('message_id'), 'forward');
	return forward(params, state, targetOf(params, state), original);
};

export const copyMessage: Handler = (params, state) => {
	const { message, shown } = source(params, state, params.integer('message_id'), 'copy');
	const chat = targetOf(params, state);
	const copied = content(message);
	if (!params.has('caption') || message.text !== undefined)
		return { message_id: post(params, state, chat, copied, shown).message.message_id };
	const caption = formatted(params, { text: 'caption', entities: 'caption_entities' });
	const bare = { ...copied, caption: undefined, caption_entities: undefined };
	const copy = post(params, state, chat, { ...bare, ...captionOf(caption) }, shown && { ...shown, text: caption.text });
	return { message_id: copy.message.message_id };
};

/** The batch forms skip messages that are not there, and answer the new ids. */
function batch(action: 'forward' | 'copy'): Handler {
	return (params, state) => {
		const ids = idsOf(params);
		if (ids.some((id, index) => index > 0 && id <= (ids[index - 1] ?? 0)))
			throw badRequest('message identifiers must be in a strictly increasing order');
		const from = state.chats.find(params.text('from_chat_id'));
		const originals = ids.flatMap((id) => from.messages.get(id) ?? []).filter(({ message }) => !message.has_protected_content);
		if (originals.length === 0) throw badRequest(`there are no messages to ${action}`);
		const chat = targetOf(params, state, originals.length);
		return originals.map((original) => {
			if (action === 'forward') return { message_id: forward(params, state, chat, original).message_id };
			const copied = content(original.message);
			const bare = params.flag('remove_caption') ? { ...copied, caption: undefined, caption_entities: undefined } : copied;
			const shown = original.shown && params.flag('remove_caption') ? { ...original.shown, text: '' } : original.shown;
			return { message_id: post(params, state, chat, bare, shown).message.message_id };
		});
	};
}
export const forwardMessages = batch('forward');
export const copyMessages = batch('copy');

function idsOf(params: Params): number[] {
	const ids = params.list('message_ids').map(Number);
	if (ids.length === 0) throw badRequest('message identifiers are not specified');
	if (ids.length > BATCH) throw badRequest(`too many message identifiers specified: at most ${BATCH}`);
	return ids;
}

/** In a private chat only messages younger than 48 hours go; an administrator of a channel or group deletes any. */
function checkAge(chat: Chat, { message }: Stored, state: TelegramState): void {
	if (chat.info.type === 'private' && state.now() - message.date > TWO_DAYS) throw badRequest("message can't be deleted for everyone");
}

/** https://core.telegram.org/bots/api#deletemessage */
export const deleteMessage: Handler = (params, state) => {
	const chat = state.chats.find(params.text('chat_id'));
	const stored = messageIn(chat, params.integer('message_id'), 'delete');
	checkAge(chat, stored, state);
	remove(state, chat, stored);
	return true;
};

export const deleteMessages: Handler = (params, state) => {
	const chat = state.chats.find(params.text('chat_id'));
	for (const id of idsOf(params)) {
		const stored = chat.messages.get(id);
		if (stored) remove(state, chat, stored);
	}
	return true;
};
