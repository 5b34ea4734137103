import type { TelegramMessage } from '@gramio/types';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Api } from '../core/api';
import { PlatformError, refused } from '../core/errors';
import type { InputOf } from '../core/operation';
import { call, chatIdOf } from '../networks/telegram/call';
import { newChatOf, runOf } from '../networks/telegram/run';
import { telegram } from '../platforms/telegram';
import { format, givenFileId, givenText, recipient } from './fields';
import { inlineKeyboard } from './keyboard';
import { givenBinary, givenUrl, sendFile, source } from './media';
import { additionalFieldsOf, addressed, effect, linkPreview, paid, protect, silent, textOf } from './message';
import { checkLength } from './text';

const files = ['document', 'photo', 'video'];

/** None is required: what one recipient lacks is reported for that one, and the others get their message. */
export const bulkFields = [
	recipient,
	{
		displayName: 'Content',
		name: 'content',
		type: 'options',
		default: 'text',
		options: [
			{ name: 'Document', value: 'document' },
			{ name: 'Photo', value: 'photo' },
			{ name: 'Text', value: 'text' },
			{ name: 'Video', value: 'video' },
		],
	},
	{ ...source, default: 'fileId', hint: 'Send a file once by “Send Photo” and the like, and use its file ID here: it is the fastest way', displayOptions: { show: { content: files } } },
	{ ...givenUrl, displayOptions: { show: { content: files, source: ['url'] } } },
	{ ...givenFileId, displayOptions: { show: { content: files, source: ['fileId'] } } },
	{ ...givenBinary, displayOptions: { show: { content: files, source: ['binary'] } } },
	{ ...givenText, description: 'The message, or the text under the file' },
	...format,
	inlineKeyboard,
	additionalFieldsOf(silent, protect, effect, paid, linkPreview),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{ displayName: 'Allow Duplicates', name: 'allowDuplicates', type: 'boolean', default: false, description: 'Whether a chat that stands in the list twice gets the message twice' },
			{
				displayName: 'Fall Back to Plain Text',
				name: 'plainText',
				type: 'boolean',
				default: false,
				description: 'Whether to send the text as it is written, markup and all, where Telegram cannot read its markup',
			},
		],
	},
] as const satisfies readonly INodeProperties[];

type Input = InputOf<typeof bulkFields>;

async function send({ content, additionalFields, ...input }: Input, api: Api): Promise<TelegramMessage> {
	const { link_preview_options: preview, ...fields } = additionalFields;
	const text = String(input.text ?? '');
	checkLength({ text, parseMode: input.parseMode }, content === 'text' ? telegram.limits.text : telegram.limits.caption);
	if (content !== 'text') {
		if (input.source !== 'binary' && !(input.source === 'url' ? input.url : input.fileId)) throw refused('Source', 'names no file.', 'Fill in its “URL” or “File ID”.');
		return await sendFile(content, { ...input, caption: text, additionalFields: fields }, api);
	}
	if (text.trim() === '') throw refused('Text', 'is empty.', 'Fill in “Text”, or check the expression that should.');
	return await api.send(call('sendMessage', { ...addressed({ ...input, additionalFields: { ...fields, link_preview_options: preview } }), ...textOf({ ...input, text }) }));
}

/** Sends, and once more as plain text where the markup is what Telegram refuses. */
async function sendReadable(input: Input, api: Api): Promise<{ message: TelegramMessage & { newChatId?: string }; plainText?: true }> {
	const message = await send(input, api).catch((error: unknown) => {
		if (input.options.plainText && error instanceof PlatformError && telegram.words.markup.test(error.message)) return undefined;
		throw error;
	});
	return message ? { message } : { message: await send({ ...input, parseMode: '', escape: false }, api), plainText: true };
}

/** Why a recipient has no message, in a word. */
function statusOf(error: PlatformError) {
	if (error.verdict === 'unknown') return 'in-doubt';
	if (error.verdict === 'wait' || error.verdict === 'retry') return 'not-sent';
	return telegram.chatStateOf(error) ?? 'refused';
}

function failed(error: PlatformError, moved?: string): IDataObject {
	const newChatId = newChatOf(error) ?? moved;
	return { status: statusOf(error), ...(newChatId && { newChatId }), reason: error.message, hint: error.hint };
}

/** One recipient of many: whatever becomes of the message is the item's result. Only a bot that may not act at all ends the run. */
export async function sendToOne(input: Input, api: Api): Promise<IDataObject> {
	const { moved, served } = runOf(api);
	const chat = String(input.chatId ?? '').trim() === '' ? '' : chatIdOf(input.chatId);
	if (chat === '') return { chat_id: '', status: 'refused', reason: 'Chat: is empty.', hint: 'Fill in “Chat”, or check the expression that should.' };
	const place = moved.get(chat) ?? chat.toLowerCase();
	const duplicate = { chat_id: chat, status: 'duplicate', reason: 'This chat has been in the list before.', hint: 'Nothing was sent again; “Allow Duplicates” changes that.' };
	if (!input.options.allowDuplicates) {
		if (served.has(place)) return { ...duplicate, ...(moved.has(chat) && { newChatId: place }) };
		served.add(place);
	}
	const sent = async () => {
		const { message: { message_id, newChatId }, ...how } = await sendReadable(input, api);
		return { chat_id: chat, status: 'sent', message_id, ...(newChatId && { newChatId }), ...how };
	};
	return await sent().catch((error: unknown) => {
		if (!(error instanceof PlatformError) || error.verdict === 'reconnect') {
			// Tried again, it is no duplicate of itself.
			for (const claimed of [place, moved.get(chat) ?? place]) served.delete(claimed);
			throw error;
		}
		const next = newChatOf(error);
		return next && served.has(next) ? { ...duplicate, newChatId: next } : { chat_id: chat, ...failed(error, moved.get(chat)) };
	});
}
