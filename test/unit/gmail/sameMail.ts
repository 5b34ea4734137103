import { simpleParser } from 'mailparser';
import type { AddressObject, ParsedMail } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Upload } from '../../../nodes/core/upload';
import { composeMessage } from '../../../nodes/networks/gmail/mime/compose';
import type { Composed, Mail } from '../../../nodes/networks/gmail/mime/compose';
import type { Address } from '../../../nodes/networks/gmail/mime/addresses';
import { plainTextOf } from '../../../nodes/networks/gmail/mime/plainText';

/** A file of the input as n8n would give it, in pieces of `piece` bytes. */
export const uploadOf = (name: string, mime: string, bytes: Buffer, piece = 1000): Upload & { bytes: Buffer } => ({
	...{ name, mime, size: bytes.length, bytes },
	async *read() {
		for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
	},
	body: async () => bytes,
	part: () => new File([new Uint8Array(bytes)], name, { type: mime }),
});

export async function bytesOf(composed: Composed): Promise<Buffer> {
	const pieces: Uint8Array[] = [];
	for await (const piece of composed.read()) pieces.push(piece);
	return Buffer.concat(pieces);
}

const bytesIn = async (file: Upload) => {
	const pieces: Uint8Array[] = [];
	for await (const piece of file.read()) pieces.push(piece);
	return Buffer.concat(pieces);
};

const person = ({ name = '', address }: Address) => ({ name, address });

/** The same message as nodemailer writes it. */
export async function byNodemailer(mail: Mail): Promise<Buffer> {
	const { from, to = [], cc = [], bcc = [], replyTo = [], subject = '', text, html, inline = [], attachments = [], headers = [], inReplyTo, references, date, messageId, key } = mail;
	const composer = new MailComposer({
		...{ from: from && person(from), to: to.map(person), cc: cc.map(person), bcc: bcc.map(person), replyTo: replyTo.map(person), subject },
		...{ text: text ?? (html === undefined ? '' : plainTextOf(html)), html, inReplyTo, references, date, messageId, newline: '\r\n' },
		headers: [...headers.map(({ name: name, value }) => ({ key: name, value })), ...(key === undefined ? [] : [{ key: 'X-QMARK-ID', value: key }])],
		attachments: [
			...(await Promise.all(inline.map(async ({ file, contentId }) => ({ filename: file.name, contentType: file.mime, content: await bytesIn(file), cid: contentId, contentDisposition: 'inline' as const })))),
			...(await Promise.all(attachments.map(async (file) => ({ filename: file.name, contentType: file.mime, content: await bytesIn(file) })))),
		],
	});
	const node = composer.compile();
	Object.assign(node, { keepBcc: true });
	return await node.build();
}

const people = (found: AddressObject | AddressObject[] | undefined) => [found ?? []].flat().flatMap(({ value }) => value.map(({ name, address }) => `${name}|${address ?? ''}`));
const sameEnds = (text = '') => text.replace(/\r\n/g, '\n').replace(/\n+$/, '');

/** mailparser decodes the headers that it knows. */
const decoded = async (value: unknown) => (await simpleParser(`Subject: ${String(value)}\r\n\r\n`)).subject;

/** What a reader makes of it. */
export const shown = async (parsed: ParsedMail, custom: readonly string[] = []) => ({
	...{ from: people(parsed.from), to: people(parsed.to), cc: people(parsed.cc), bcc: people(parsed.bcc), replyTo: people(parsed.replyTo) },
	...{ subject: parsed.subject ?? '', text: sameEnds(parsed.text), html: parsed.html ? sameEnds(parsed.html) : false },
	...{ inReplyTo: parsed.inReplyTo, references: [parsed.references ?? []].flat() },
	custom: await Promise.all(custom.map(async (name) => await decoded(parsed.headers.get(name.toLowerCase())))),
	files: parsed.attachments.map(({ filename, contentType, cid, contentDisposition, content }) => ({ filename, contentType, cid, contentDisposition, bytes: content.toString('base64') })),
});

/** Images stay as `cid:`: the texts of both are to be compared as they were written. */
const options = { skipImageLinks: true, skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true };
export const parsed = async (bytes: Buffer) => await simpleParser(bytes, options);

/** Our message and nodemailer's, as mailparser reads them. */
export async function both(mail: Mail) {
	const names = (mail.headers ?? []).map(({ name }) => name);
	const ours = composeMessage(mail);
	const bytes = await bytesOf(ours);
	return { size: ours.size, bytes, ours: await shown(await parsed(bytes), names), theirs: await shown(await parsed(await byNodemailer(mail)), names) };
}

/** What is wrong with the form of a message: every rule that can be read off its bytes. */
export function faultsOf(bytes: Buffer): string[] {
	const text = bytes.toString('latin1');
	const faults: string[] = [];
	if (/[^\x00-\x7f]/.test(text)) faults.push('not ASCII');
	if (/\r(?!\n)|(?<!\r)\n/.test(text)) faults.push('a lone CR or LF');
	const lines = text.split('\r\n');
	const head = lines.slice(0, lines.indexOf(''));
	const breakable = (line: string) => /\S\s+\S/.test(line.replace(/^[\w-]+:/, '').trim());
	faults.push(...head.filter((line) => line.length > 78 && breakable(line)).map((line) => `a line to fold: ${line}`));
	faults.push(...lines.filter((line) => line.length > 998).map((line) => `a line of ${line.length}`));
	faults.push(...(text.match(/=\?[^?\s]+\?[BQ]\?[^?\s]*\?=/g) ?? []).filter((word) => word.length > 75).map((word) => `a word of ${word.length}: ${word}`));
	return faults;
}
