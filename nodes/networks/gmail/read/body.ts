import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { MessageMedia } from '../../../model/message';
import { plainTextOf } from '../mime/plainText';
import { decodeText, decodeWords } from './words';

export type Part = gmail_v1.Schema$MessagePart;

/** A file of a message. Gmail gives it another `id` at every reading: it is good for fetching the file, not for telling it apart. */
export interface GmailMedia extends MessageMedia {
	bytes: number;
	/** Where in the message: this stays the same. */
	partId: string;
	/** As the HTML refers to it, without angle brackets. */
	contentId?: string;
}

/** The first header of that name, decoded; empty where there is none. */
export const headerOf = ({ headers }: Part, name: string): string =>
	decodeWords(headers?.find((one) => one.name?.toLowerCase() === name.toLowerCase())?.value ?? '').trim();

/** A part that stands beside the text, not in it. */
const isFile = (part: Part) => Boolean(part.filename) || /^\s*attachment\b/i.test(headerOf(part, 'Content-Disposition')) || !/^(text|multipart)\//i.test(part.mimeType ?? 'text/plain');

const charsetOf = (part: Part) => /charset\s*=\s*"?([^\s";]+)/i.exec(headerOf(part, 'Content-Type'))?.[1];

const decoded = (part: Part) => decodeText(Buffer.from(part.body?.data ?? '', 'base64url'), charsetOf(part)).replace(/\r\n?/g, '\n');

export const isContainer = ({ mimeType, parts }: Part) => /^multipart\//i.test(mimeType ?? '') || Boolean(parts?.length);

/** Parts in reading order, containers left out; those inside an attached message belong to that. */
export function* leavesOf(part: Part): Generator<Part> {
	const whole = !isContainer(part) || (isFile(part) && part.mimeType !== undefined && !/^multipart\//i.test(part.mimeType ?? ''));
	if (whole) yield part;
	else for (const inner of part.parts ?? []) yield* leavesOf(inner);
}

interface Text {
	plain: string;
	html: string;
}

const joined = (texts: string[]) => texts.filter((text) => text.trim() !== '').join('\n');

/** What a person reads, as text and as HTML. Of alternatives the first plain and the last HTML count; parts one after another are joined. */
function textIn(part: Part): Text {
	if (isContainer(part) && !isFile(part)) {
		const inner = (part.parts ?? []).map(textIn);
		const isChoice = part.mimeType?.toLowerCase() === 'multipart/alternative';
		const plain = isChoice ? (inner.find((one) => one.plain.trim() !== '')?.plain ?? '') : joined(inner.map((one) => one.plain || plainTextOf(one.html)));
		const html = isChoice ? (inner.findLast((one) => one.html !== '')?.html ?? '') : joined(inner.map((one) => one.html));
		return { plain, html };
	}
	if (isFile(part)) return { plain: '', html: '' };
	return part.mimeType?.toLowerCase() === 'text/html' ? { plain: '', html: decoded(part) } : { plain: decoded(part), html: '' };
}

/** The text; made of the HTML where there is none. */
export function textOf(payload: Part): Text {
	const { plain, html } = textIn(payload);
	return { plain: plain.trim() === '' ? plainTextOf(html) : plain.trim(), html };
}

const kindOf = (mime: string): MessageMedia['kind'] => {
	const [family = ''] = mime.toLowerCase().split('/');
	return family === 'image' || family === 'video' || family === 'audio' ? family : 'document';
};

export function mediaOf(payload: Part): GmailMedia[] {
	return [...leavesOf(payload)].filter(isFile).map((part) => {
		const mime = part.mimeType ?? 'application/octet-stream';
		const contentId = headerOf(part, 'Content-ID').replace(/^<|>$/g, '');
		return {
			kind: kindOf(mime),
			...(part.body?.attachmentId && { id: part.body.attachmentId }),
			mime,
			...(part.filename && { fileName: decodeWords(part.filename) }),
			bytes: part.body?.size ?? 0,
			partId: part.partId ?? '',
			...(contentId !== '' && { contentId }),
		};
	});
}

/** Texts that Gmail holds back for their size, like files. */
export const heldBack = (payload: Part): Part[] => [...leavesOf(payload)].filter((part) => !isFile(part) && Boolean(part.body?.attachmentId) && !part.body?.data);
