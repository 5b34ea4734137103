import { randomBytes } from 'node:crypto';
import { gmailError } from '../errors';
import { invalid, missing, type Call } from './call';
import type { Stored } from './mailbox';
import { decodeWords, headOf, leaves, readable, readPart, type Part } from './mime';

export const formats = ['full', 'metadata', 'minimal', 'raw'] as const;
export type Format = (typeof formats)[number];

/** A body without a file name, beyond this size, is fetched like a file. */
const INLINE_BYTES = 4 * 1024 * 1024;

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Texts of messages: reading them is most of the work of a search. */
const texts = new WeakMap<Stored, string>();

/** What a person reads in it, as far as it is kept. */
export function textOf(message: Stored): string {
	const known = texts.get(message) ?? (message.whole ? readable(readPart(message.raw)) : '');
	texts.set(message, known);
	return known;
}

export const filesOf = (message: Stored): string[] => (message.whole ? leaves(readPart(message.raw)).flatMap(({ filename }) => filename || []) : []);

export const snippetOf = (message: Stored): string => escaped(textOf(message).slice(0, 1000).replace(/\s+/g, ' ').trim().slice(0, 200));

interface Reading {
	format: Format;
	metadataHeaders?: readonly string[];
	encodedHeaders: boolean;
}

/** How a message is to be shown; a token for metadata only may ask for no more. */
export function readingOf({ query, metadataOnly }: Call, encodedHeaders: boolean): Reading {
	const format = query.choice('format', formats, 'full');
	if (metadataOnly && (format === 'full' || format === 'raw')) throw gmailError(403, `Metadata scope doesn't allow format ${format.toUpperCase()}`, 'forbidden');
	return { format, metadataHeaders: format === 'metadata' ? query.list('metadataHeaders') : undefined, encodedHeaders };
}

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages#Message */
export function messageResource(message: Stored, reading: Reading): object {
	const { id, threadId, labels, at, historyId, size, raw } = message;
	const common = { id, threadId, labelIds: labels, snippet: snippetOf(message), sizeEstimate: size, historyId: String(historyId), internalDate: String(at) };
	if (reading.format === 'minimal') return common;
	if (reading.format === 'raw') return { ...common, raw: raw.toString('base64url') };
	return { ...common, payload: payloadOf(message, reading) };
}

function payloadOf(message: Stored, { format, metadataHeaders = [], encodedHeaders }: Reading): object {
	const part = readPart(message.whole ? message.raw : headOf(message.raw));
	const named = (name: string) => metadataHeaders.length === 0 || metadataHeaders.some((one) => one.toLowerCase() === name.toLowerCase());
	const headers = (fields: Part['fields']) => fields.map(({ name, value }) => ({ name, value: encodedHeaders ? value : decodeWords(value) }));
	if (format === 'metadata') return { mimeType: part.type, headers: headers(part.fields.filter(({ name }) => named(name))) };
	const shown = (one: Part, partId: string): object => ({
		...{ partId, mimeType: one.type, filename: one.filename, headers: headers(one.fields), body: bodyResource(one, message.id, partId) },
		...(one.parts.length > 0 && { parts: one.parts.map((inner, index) => shown(inner, partId === '' ? String(index) : `${partId}.${index}`)) }),
	});
	return shown(part, '');
}

/** An attachment's id is another one at every reading, as at Gmail. */
function bodyResource({ body, filename }: Part, messageId: string, partId: string): object {
	const size = body.length;
	if (filename !== '' || size > INLINE_BYTES) return { attachmentId: `ANGjdJ8${Buffer.from(`${messageId}/${partId}`).toString('base64url')}-${randomBytes(24).toString('hex')}`, size };
	return size === 0 ? { size } : { size, data: body.toString('base64url') };
}

export function attachmentOf(message: Stored, attachmentId: string): object {
	const coded = /^ANGjdJ8([\w-]+)-[\da-f]{48}$/.exec(attachmentId)?.[1];
	const [messageId, partId] = Buffer.from(coded ?? '', 'base64url').toString().split('/');
	if (coded === undefined || messageId !== message.id) throw invalid('Invalid attachment token');
	if (!message.whole) throw missing();
	const indexes = (partId ?? '').split('.').filter(Boolean).map(Number);
	const part = indexes.reduce<Part | undefined>((inner, index) => inner?.parts[index], readPart(message.raw));
	if (!part) throw missing();
	return { size: part.body.length, data: part.body.toString('base64url') };
}
