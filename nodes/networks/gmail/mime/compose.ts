import { randomBytes } from 'node:crypto';
import { refused } from '../../../core/errors';
import type { Upload } from '../../../core/upload';
import { gmail } from '../../../platforms/gmail';
import { addressHeader } from './addresses';
import type { Address } from './addresses';
import { CRLF, customHeader, folded, idsIn, oneLine, parameter, plainParameter, textHeader, withParameters } from './headers';
import { plainTextOf } from './plainText';
import { size, streamOf } from './stream';
import type { Piece } from './stream';
import { encodedText } from './text';

/** A file inside a message; with a `contentId` the HTML shows it as `cid:…`. */
export interface InlineImage {
	file: Upload;
	contentId: string;
}

export interface Mail {
	/** The account's own address unless given. */
	from?: Address;
	to?: readonly Address[];
	cc?: readonly Address[];
	bcc?: readonly Address[];
	replyTo?: readonly Address[];
	subject?: string;
	text?: string;
	/** Without a `text` beside it, one is made of it. */
	html?: string;
	inline?: readonly InlineImage[];
	attachments?: readonly Upload[];
	headers?: readonly { name: string; value: string }[];
	/** `Message-ID` of the message that is answered. */
	inReplyTo?: string;
	/** `Message-ID`s of the conversation so far. */
	references?: string;
	date?: Date;
	messageId?: string;
	/** By which a message is found again whose answer was lost: the private header X-QMARK-ID. */
	key?: string;
}

/** A message as it travels. */
export interface Composed {
	/** Bytes in all. */
	size: number;
	/** The bytes, in pieces, made as they are asked for. Each call begins anew. */
	read(): AsyncIterable<Uint8Array>;
}

/** Name of the header that carries `Mail.key`. Gmail keeps private headers, while it may replace Message-ID. */
export const KEY_HEADER = 'X-QMARK-ID';

interface Part {
	headers: string[];
	body: Piece[];
}

/** `=_` occurs in no encoded text, and a plain one has no line that begins with hyphens; small letters, as forms keep no others. */
export const newBoundary = (): string => `qmark=_${randomBytes(16).toString('hex')}`;

function textPart(kind: 'plain' | 'html', text: string): Part {
	const { encoding, body } = encodedText(text);
	return { headers: [withParameters('Content-Type', `text/${kind}`, ['charset=utf-8']), `Content-Transfer-Encoding: ${encoding}`], body: [body] };
}

/** Messages and multiparts may not travel in base64, so they go as files of no known kind. https://www.rfc-editor.org/rfc/rfc2046#section-5.2.1 */
function typeOf(mime: string): string[] {
	const [, type = '', , charset] = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)\s*(;\s*charset="?([\w.-]+)"?)?/.exec(mime) ?? [];
	if (type === '' || /^(message|multipart)\//i.test(type)) return ['application/octet-stream'];
	return charset ? [type, `charset=${charset}`] : [type];
}

function filePart(file: Upload, contentId?: string): Part {
	const name = oneLine(file.name, 'Attachments');
	const [type = '', ...charset] = typeOf(file.mime);
	const disposition = contentId === undefined ? 'attachment' : 'inline';
	const headers = [withParameters('Content-Type', type, [...charset, ...plainParameter('name', name)]), 'Content-Transfer-Encoding: base64'];
	if (contentId !== undefined) headers.push(folded('Content-ID', [`<${contentIdOf(contentId)}>`]));
	return { headers: [...headers, withParameters('Content-Disposition', disposition, parameter('filename', name))], body: [file] };
}

function contentIdOf(text: string): string {
	const id = text.trim().replace(/^cid:/i, '').replace(/^<(.*)>$/, '$1');
	if (/^[\w.!#$%&'*+/=?^`{|}~@-]{1,200}$/.test(id)) return id;
	throw refused('Inline Images', `“${text}” is not a content ID.`, 'Use letters, digits, dots and hyphens, such as logo, and show it in the HTML as cid:logo.');
}

const rendered = ({ headers, body }: Part): Piece[] => [headers.join(CRLF) + CRLF + CRLF, ...body];

/** A level is there only where it holds more than one part. */
function multipart(kind: 'mixed' | 'alternative' | 'related', parts: readonly Part[]): Part {
	const [only, ...others] = parts;
	if (only && others.length === 0) return only;
	const boundary = newBoundary();
	const body = parts.flatMap((part, index): Piece[] => [`${index === 0 ? '' : CRLF}--${boundary}${CRLF}`, ...rendered(part)]);
	return { headers: [withParameters('Content-Type', `multipart/${kind}`, [`boundary="${boundary}"`])], body: [...body, `${CRLF}--${boundary}--${CRLF}`] };
}

function contentOf({ text, html, inline = [], attachments = [] }: Mail): Part {
	const images = inline.map(({ file, contentId }) => filePart(file, contentId));
	const files = attachments.map((file) => filePart(file));
	if (html === undefined) return multipart('mixed', [textPart('plain', text ?? ''), ...images, ...files]);
	const shown = multipart('related', [textPart('html', html), ...images]);
	return multipart('mixed', [multipart('alternative', [textPart('plain', text ?? plainTextOf(html)), shown]), ...files]);
}

const idHeader = (name: string, ids = '') => (idsIn(ids).length > 0 ? [folded(name, idsIn(ids))] : []);

/** https://www.rfc-editor.org/rfc/rfc5322#section-3.3 */
const dateHeader = (date?: Date) => (date ? [`Date: ${date.toUTCString().replace('GMT', '+0000')}`] : []);

function checkRecipients({ to = [], cc = [], bcc = [] }: Mail) {
	const count = to.length + cc.length + bcc.length;
	const { recipients: most } = gmail.limits;
	if (count > most) throw refused('To, CC and BCC', `have ${count} recipients; Gmail takes ${most} for a message.`, 'Send several messages, or one item for each person.');
}

/** Writes a message for Gmail; its size is known before a file is read. https://developers.google.com/workspace/gmail/api/guides/sending */
export function composeMessage(mail: Mail): Composed {
	checkRecipients(mail);
	const { from, to, cc, bcc, replyTo, subject = '', headers = [], inReplyTo, references, date, messageId, key } = mail;
	const content = contentOf(mail);
	const head = [
		...addressHeader('From', from && [from]),
		...addressHeader('To', to),
		...addressHeader('Cc', cc),
		// Gmail reads the hidden recipients here, and takes the header out.
		...addressHeader('Bcc', bcc),
		...addressHeader('Reply-To', replyTo),
		textHeader('Subject', subject),
		...dateHeader(date),
		...idHeader('Message-ID', messageId),
		...idHeader('In-Reply-To', inReplyTo),
		...idHeader('References', references),
		...headers.map(({ name, value }) => customHeader(name, value)),
		...(key === undefined ? [] : [folded(KEY_HEADER, [oneLine(key, KEY_HEADER)])]),
		'MIME-Version: 1.0',
		...content.headers,
	];
	const pieces = rendered({ headers: head, body: content.body });
	return { size: pieces.reduce((sum, piece) => sum + size(piece), 0), read: () => streamOf(pieces) };
}
