import type { TelegramMessage } from '@gramio/types';
import { seed } from '../seed';
import { businessAuthor } from './business';
import { nameOf, type Chat, type Stored } from './chats';
import { formatted } from './entities';
import { badRequest } from './errors';
import { replyMarkup } from './keyboard';
import { objectOf, type Params } from './params';
import type { Shown } from './shown';
import type { Handler, TelegramState } from './state';
import type { TimelineEntry } from '../world';

/** What a kind of message adds to the common fields. */
export type Content = Partial<TelegramMessage>;

/** The bot as a message's author. */
export const bot = { ...seed.telegram.bot, is_bot: true };

/** The chat of a sending call, counted against the rate limits. `messages` is the number of items of an album. */
export function targetOf(params: Params, state: TelegramState, messages = 1): Chat {
	const chat = state.chats.find(params.text('chat_id'));
	state.limiter.spend({ id: chat.info.id, isGroup: chat.info.type === 'supergroup' || chat.info.type === 'group' }, messages);
	return chat;
}

/** Stores a message with everything all kinds of message share, and shows it on the timeline. */
export function post(params: Params, state: TelegramState, chat: Chat, content: Content, shown?: Shown): Stored {
	const stored = state.chats.add(chat, { ...author(chat), date: state.now(), ...common(params, chat), ...businessAuthor(params, chat, state.now()), ...content });
	if (shown) {
		const account = chat.info.type === 'private' ? `${nameOf(chat.info)} (private chat)` : nameOf(chat.info);
		stored.shown = shown;
		stored.timelineId = state.world.timeline.add({ network: 'telegram', account, url: linkTo(state, chat, stored), ...buttonsOf(stored), ...shown });
	}
	return stored;
}

/** Buttons that a person can press on the timeline: those that open an address. */
function buttonsOf({ message: { reply_markup: markup } }: Stored): Pick<TimelineEntry, 'buttons'> {
	const keys = markup && 'inline_keyboard' in markup ? markup.inline_keyboard.flat() : [];
	const buttons = keys.flatMap((key) => ('url' in key && typeof key.url === 'string' ? [{ text: key.text, url: key.url }] : []));
	return buttons.length > 0 ? { buttons } : {};
}

function author(chat: Chat): Content {
	return chat.info.type === 'channel' ? { sender_chat: chat.info } : { from: bot };
}

/** Reply, topic, keyboard and protection. https://core.telegram.org/bots/api#replyparameters */
function common(params: Params, chat: Chat): Content {
	const thread = params.integer('message_thread_id');
	if (thread !== undefined && !chat.topics.has(thread)) throw badRequest('message thread not found');
	const markup = replyMarkup(params, chat);
	const replied = repliedTo(params, chat);
	return {
		...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }),
		...(replied && { reply_to_message: replied }),
		...(params.flag('protect_content') && { has_protected_content: true }),
		...(params.has('message_effect_id') && { effect_id: params.text('message_effect_id') }),
		...(markup && { reply_markup: markup }),
	};
}

function repliedTo(params: Params, chat: Chat): TelegramMessage | undefined {
	if (!params.has('reply_parameters')) return undefined;
	const { message_id: id, allow_sending_without_reply: optional } = objectOf(params.json('reply_parameters'), 'reply parameters');
	const stored = chat.messages.get(Number(id));
	if (!stored && optional !== true) throw badRequest('message to be replied not found');
	return stored && { ...stored.message, reply_to_message: undefined };
}

/** Where a person reads the message: `t.me/<name>/<id>` in public chats, `t.me/c/<id>/<id>` elsewhere. */
export function linkTo(state: TelegramState, chat: Chat, { message }: Stored): string {
	const { username, type, id } = chat.info;
	const place = username && type !== 'private' ? username : `c/${String(Math.abs(id)).replace(/^100/, '')}`;
	return `${state.world.origin}/t.me/${place}/${message.message_id}`;
}

export const sendMessage: Handler = (params, state) => {
	const chat = targetOf(params, state);
	const { text, entities } = formatted(params, { text: 'text', entities: 'entities' });
	if (text === '') throw badRequest('message text is empty');
	if (text.length > 4096) throw badRequest('message is too long');
	const preview = params.has('link_preview_options') && {
		link_preview_options: objectOf(params.json('link_preview_options'), 'link preview options'),
	};
	return post(params, state, chat, { text, ...(entities.length > 0 && { entities }), ...preview }, { kind: 'text', text, media: [] })
		.message;
};
