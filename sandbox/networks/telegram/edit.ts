import type { TelegramMessage } from '@gramio/types';
import { messageIn, type Chat, type Stored } from './chats';
import { badRequest } from './errors';
import { formatted } from './entities';
import { replyMarkup } from './keyboard';
import type { MediaKind } from './media';
import type { Params } from './params';
import { captionOf, inputMedia } from './sendMedia';
import { show, type Shown } from './shown';
import type { Handler, TelegramState } from './state';

const MEDIA_MEMBERS = ['photo', 'video', 'animation', 'audio', 'voice', 'document'] as const;
const CAPTION_MEMBERS = ['caption', 'caption_entities'] as const;
const EDITABLE = new Map<unknown, MediaKind>([
	['photo', 'photo'],
	['video', 'video'],
	['animation', 'animation'],
	['audio', 'audio'],
	['document', 'document'],
	['live_photo', 'photo'],
]);

interface Edited {
	chat: Chat;
	stored: Stored;
}

/** The message to edit; only the bot's own, and not a forwarded one. */
function editable(params: Params, state: TelegramState): Edited {
	if (params.has('inline_message_id')) throw badRequest('MESSAGE_ID_INVALID');
	if (!params.has('chat_id')) throw badRequest('chat_id is empty');
	const chat = state.chats.find(params.text('chat_id'));
	if (!params.has('message_id')) throw badRequest('message identifier is not specified');
	const stored = messageIn(chat, params.integer('message_id'), 'edit');
	const { from, forward_origin: forwarded } = stored.message;
	if (forwarded || (from && !from.is_bot)) throw badRequest("message can't be edited");
	return { chat, stored };
}

/** Replaces members of the message; an omitted keyboard is removed. @throws ApiError when nothing differs. */
function apply(
	params: Params,
	state: TelegramState,
	{ chat, stored }: Edited,
	members: readonly (keyof TelegramMessage)[],
	change: Partial<TelegramMessage>,
	shown?: Shown,
): TelegramMessage {
	const markup = replyMarkup(params, chat);
	const removed: Partial<TelegramMessage> = Object.fromEntries(members.map((name) => [name, undefined]));
	const reply_markup = markup && markup.inline_keyboard.length > 0 ? markup : undefined;
	const changed: TelegramMessage = { ...stored.message, ...removed, ...change, reply_markup, edit_date: undefined };
	if (sameJson(changed, { ...stored.message, edit_date: undefined })) {
		throw badRequest(
			'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
		);
	}
	stored.message = { ...changed, edit_date: state.now() };
	chat.messages.set(changed.message_id, stored);
	if (shown) show(state, chat, stored, shown);
	return stored.message;
}

function sameJson(one: object, other: object): boolean {
	const ordered = (value: object) =>
		JSON.stringify(
			Object.entries(value)
				.filter(([, member]) => member !== undefined)
				.sort(([a], [b]) => a.localeCompare(b)),
		);
	return ordered(one) === ordered(other);
}

export const editMessageText: Handler = (params, state) => {
	const edited = editable(params, state);
	if (params.has('rich_message')) throw badRequest('the sandbox has no rich messages: use text');
	const { text, entities } = formatted(params, { text: 'text', entities: 'entities' });
	if (text === '') throw badRequest('message text is empty');
	if (text.length > 4096) throw badRequest('MESSAGE_TOO_LONG');
	if (edited.stored.message.text === undefined) throw badRequest('there is no text in the message to edit');
	const change = { text, ...(entities.length > 0 && { entities }) };
	return apply(params, state, edited, ['text', 'entities'], change, { kind: 'text', text, media: [] });
};

export const editMessageCaption: Handler = (params, state) => {
	const edited = editable(params, state);
	const { message, shown } = edited.stored;
	if (!MEDIA_MEMBERS.some((name) => message[name] !== undefined)) throw badRequest('there is no caption in the message to edit');
	const caption = formatted(params, { text: 'caption', entities: 'caption_entities' });
	return apply(params, state, edited, CAPTION_MEMBERS, captionOf(caption), shown && { ...shown, text: caption.text });
};

/** An item of an album keeps its family: photos and videos, or documents, or audio. */
export const editMessageMedia: Handler = async (params, state) => {
	const edited = editable(params, state);
	const { message } = edited.stored;
	if (message.poll || message.location || message.contact) throw badRequest("message can't be edited");
	const { kind, content, shown } = await inputMedia(params, state, params.json('media'), EDITABLE);
	if (message.media_group_id && familyOf(kind) !== familyOf(edited.stored.shown?.kind))
		throw badRequest("message can't be edited: the type of an album's item can't be changed");
	return apply(params, state, edited, [...MEDIA_MEMBERS, ...CAPTION_MEMBERS, 'text', 'entities', 'has_media_spoiler'], content, shown);
};

function familyOf(kind: string | undefined): string | undefined {
	return kind === 'photo' || kind === 'video' ? 'visual' : kind;
}

/** https://core.telegram.org/bots/api#editmessagelivelocation: as long as the location lives. */
function moveLive(params: Params, state: TelegramState, change: (location: NonNullable<TelegramMessage['location']>) => NonNullable<TelegramMessage['location']>): TelegramMessage {
	const edited = editable(params, state);
	const { location, date } = edited.stored.message;
	if (!location?.live_period || state.now() > date + location.live_period) throw badRequest("message can't be edited");
	const changed = change(location);
	return apply(params, state, edited, ['location'], { location: changed }, { kind: 'location', text: `📍 ${changed.latitude}, ${changed.longitude}`, media: [] });
}

export const editMessageLiveLocation: Handler = (params, state) =>
	moveLive(params, state, (location) => ({ ...location, latitude: params.number('latitude'), longitude: params.number('longitude'), ...(params.has('heading') && { heading: params.integer('heading') }) }));

export const stopMessageLiveLocation: Handler = (params, state) => moveLive(params, state, ({ latitude, longitude }) => ({ latitude, longitude }));

export const editMessageReplyMarkup: Handler = (params, state) => apply(params, state, editable(params, state), [], {});
