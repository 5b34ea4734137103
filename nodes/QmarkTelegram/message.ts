import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { refused } from '../core/errors';
import type { InputOf } from '../core/operation';
import type { format } from './fields';
import { markupOf } from './keyboard';
import type { inlineKeyboard } from './keyboard';
import { escapeMarkdown } from './markdown';
import { chatIdOf } from '../networks/telegram/call';
import { telegram } from '../platforms/telegram';

/** Options are named as Telegram names its parameters, so that they travel as they are. */
export const silent = {
	displayName: 'Disable Notification',
	name: 'disable_notification',
	type: 'boolean',
	default: false,
	description: 'Whether to deliver without a sound',
} as const satisfies INodeProperties;

export const protect = {
	displayName: 'Protect Content',
	name: 'protect_content',
	type: 'boolean',
	default: false,
	description: 'Whether to keep people from forwarding and saving the message',
} as const satisfies INodeProperties;

export const topic = {
	displayName: 'Topic ID',
	name: 'message_thread_id',
	type: 'number',
	default: 0,
	description: 'The topic of a forum group: “message_thread_id” of any message in it',
} as const satisfies INodeProperties;

/** https://core.telegram.org/bots/api#replyparameters */
const reply = {
	displayName: 'Reply To',
	name: 'reply_parameters',
	type: 'fixedCollection',
	default: {},
	options: [
		{
			displayName: 'Message',
			name: 'reply',
			values: [
				{ displayName: 'Message ID', name: 'message_id', type: 'number', default: 0, description: 'The message of the same chat to answer' },
				{
					displayName: 'Send Without Reply',
					name: 'allow_sending_without_reply',
					type: 'boolean',
					default: false,
					description: 'Whether to send even if that message is gone',
				},
			],
		},
	],
} as const satisfies INodeProperties;

/** https://core.telegram.org/bots/api#sendmessage: only in private chats. */
export const effect = {
	displayName: 'Message Effect ID',
	name: 'message_effect_id',
	type: 'string',
	default: '',
	placeholder: 'e.g. 5104841245755180586',
	description: 'An animation that the person sees with the message; private chats only',
} as const satisfies INodeProperties;

export const paid = {
	displayName: 'Allow Paid Broadcast',
	name: 'allow_paid_broadcast',
	type: 'boolean',
	default: false,
	description: 'Whether to pay for going beyond 30 messages a second. It spends 0.1 Telegram Stars of the bot’s balance for each message; raise “Messages per Second” in the credential too.',
} as const satisfies INodeProperties;

const directTopic = {
	displayName: 'Direct Messages Topic ID',
	name: 'direct_messages_topic_id',
	type: 'number',
	default: 0,
	description: 'The topic of a channel’s direct messages: “direct_messages_topic.topic_id” of any message in it',
} as const satisfies INodeProperties;

export const business = {
	displayName: 'Business Connection ID',
	name: 'business_connection_id',
	type: 'string',
	default: '',
	description: 'To write in the name of a business account: “business_connection_id” of the update. Only in chats with a message from the person within the last 24 hours.',
} as const satisfies INodeProperties;

export const removeCaption = {
	displayName: 'Remove Captions',
	name: 'remove_caption',
	type: 'boolean',
	default: false,
	description: 'Whether to copy media without their captions',
} as const satisfies INodeProperties;

const delivery = [silent, protect, reply, topic, effect, paid] as const;

const byName = (a: INodeProperties, b: INodeProperties) => a.displayName.localeCompare(b.displayName);

/** The collection of an operation's optional fields. */
export const additionalFieldsOf = <const Fields extends readonly INodeProperties[]>(...fields: Fields) => ({
	displayName: 'Additional Fields',
	name: 'additionalFields' as const,
	type: 'collection' as const,
	placeholder: 'Add Field',
	default: {},
	options: [...fields].sort(byName),
});

/** The optional fields every sent message has, and an operation's own. */
export const additionalFields = <const Own extends readonly INodeProperties[]>(...own: Own) => additionalFieldsOf(...delivery, directTopic, business, ...own);

/** Those of messages that only the bot itself can send: copies and invoices. */
export const ownAdditionalFields = <const Own extends readonly INodeProperties[]>(...own: Own) => additionalFieldsOf(...delivery, directTopic, ...own);

/** Those of a poll, which no direct messages of a channel take. */
export const pollAdditionalFields = <const Own extends readonly INodeProperties[]>(...own: Own) => additionalFieldsOf(...delivery, business, ...own);

/** https://core.telegram.org/bots/api#linkpreviewoptions */
export const linkPreview = {
	displayName: 'Link Preview',
	name: 'link_preview_options',
	type: 'fixedCollection',
	default: {},
	options: [
		{
			displayName: 'Preview',
			name: 'preview',
			values: [
				{ displayName: 'Above Text', name: 'show_above_text', type: 'boolean', default: false, description: 'Whether to show the preview above the text' },
				{ displayName: 'Disable', name: 'is_disabled', type: 'boolean', default: false, description: 'Whether to show no preview at all' },
				{ displayName: 'Large Media', name: 'prefer_large_media', type: 'boolean', default: false, description: 'Whether to enlarge the preview’s image' },
				{ displayName: 'URL', name: 'url', type: 'string', default: '', placeholder: 'e.g. https://example.com', description: 'The link to preview; the first one of the text otherwise' },
			],
		},
	],
} as const satisfies INodeProperties;

export function messageIdOf(value: string | number, field = 'Message ID'): number {
	const id = Number(value);
	if (Number.isInteger(id) && id > 0) return id;
	throw refused(field, `“${value}” is not the number of a message.`, 'Use “message_id” of the message, as the operation that sent it answered.');
}

/** The numbers of several messages, each once and in order, as Telegram wants them. */
export function messageIdsOf(given: unknown, most: number = telegram.limits.batch): number[] {
	const parts = [given].flat().flatMap((part) => String(part ?? '').split(/[\s,;|]+/)).filter(Boolean);
	const ids = [...new Set(parts.map((part) => messageIdOf(part, 'Message IDs')))].sort((a, b) => a - b);
	if (ids.length === 0) throw refused('Message IDs', 'names no message.', 'Give at least one number.');
	if (ids.length > most) throw refused('Message IDs', `there are ${ids.length}; Telegram takes ${most} in one call.`, 'Split them over several items.');
	return ids;
}

export function userIdOf(value: string): number {
	const id = Number(value);
	if (Number.isSafeInteger(id) && id > 0) return id;
	throw refused('User ID', `“${value}” is not the number of a person.`, 'Use “from.id” of an update; Telegram finds nobody by name here.');
}

interface Outgoing {
	chatId: string;
	additionalFields?: IDataObject & {
		reply_parameters?: { reply?: { message_id: number; allow_sending_without_reply: boolean } };
		link_preview_options?: { preview?: IDataObject };
	};
	inlineKeyboard?: InputOf<[typeof inlineKeyboard]>['inlineKeyboard'];
}

/** What all kinds of message share, as Telegram's parameters. */
export function addressed({ chatId, additionalFields: { reply_parameters: answer, link_preview_options: link, ...plain } = {}, inlineKeyboard: buttons }: Outgoing): IDataObject {
	const { url, ...preview } = link?.preview ?? {};
	return {
		chat_id: chatIdOf(chatId),
		...plain,
		reply_parameters: answer?.reply && { ...answer.reply, message_id: messageIdOf(answer.reply.message_id, 'Reply To') },
		link_preview_options: link?.preview && { ...preview, ...(url && { url }) },
		reply_markup: markupOf(buttons),
	};
}

type Format = InputOf<typeof format>;

/** An expression may also give a number, or nothing. */
const written = (content: unknown, { parseMode, escape }: Format) => {
	const plain = String(content ?? '');
	return parseMode === 'MarkdownV2' && escape ? escapeMarkdown(plain) : plain;
};

/** The text as it goes out, with its parse mode. */
export const textOf = ({ text, ...markup }: Format & { text: string }) => ({ text: written(text, markup), parse_mode: markup.parseMode });

/** The caption as it goes out, with its parse mode; nothing where there is none. */
export function captionOf({ caption, ...markup }: Format & { caption: string }): { caption?: string; parse_mode?: string } {
	const content = written(caption, markup);
	if (content === '') return {};
	return { caption: content, ...(markup.parseMode && { parse_mode: markup.parseMode }) };
}
