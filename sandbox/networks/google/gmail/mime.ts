/** One header as it stands in the message, unfolded but not decoded. */
export interface Field {
	name: string;
	value: string;
}

/** A part of a message, its body without its transfer encoding. */
export interface Part {
	fields: Field[];
	type: string;
	filename: string;
	charset: string;
	body: Buffer;
	parts: Part[];
}

/** Where the headers end and the body begins. */
function bodyStart(raw: Buffer): { end: number; start: number } {
	const crlf = raw.indexOf('\r\n\r\n');
	const lf = raw.indexOf('\n\n');
	if (crlf >= 0 && (lf < 0 || crlf < lf)) return { end: crlf, start: crlf + 4 };
	return lf >= 0 ? { end: lf, start: lf + 2 } : { end: raw.length, start: raw.length };
}

/** The bytes up to the empty line. */
export const headOf = (raw: Buffer): Buffer => raw.subarray(0, bodyStart(raw).end);
export const bodyOf = (raw: Buffer): Buffer => raw.subarray(bodyStart(raw).start);

/** Headers in their order. */
export function fieldsOf(raw: Buffer): Field[] {
	const lines = headOf(raw).toString('utf8').replace(/\r?\n[ \t]/g, ' ').split(/\r?\n/);
	return lines.flatMap((line) => {
		const [, name, value = ''] = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line) ?? [];
		return name === undefined ? [] : [{ name, value: value.trim() }];
	});
}

/** Of a repeated header the first, as it was sent: a comma inside an encoded word separates nothing. Empty where there is none. */
export const sentValueOf = (fields: readonly Field[], name: string): string => fields.find((field) => field.name.toLowerCase() === name.toLowerCase())?.value ?? '';

/** The same, decoded. */
export const valueOf = (fields: readonly Field[], name: string): string => decodeWords(sentValueOf(fields, name));

/** Headers of an RFC 2822 message by lower-case name, decoded; of a repeated one the first. */
export function readHeaders(message: string): Map<string, string> {
	const headers = new Map<string, string>();
	for (const { name, value } of fieldsOf(Buffer.from(message))) if (!headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), decodeWords(value));
	return headers;
}

/** Encoded words; white space between two of them is none. https://www.rfc-editor.org/rfc/rfc2047 */
export function decodeWords(text: string): string {
	if (!text.includes('=?')) return text;
	const joined = text.replace(/(\?=)\s+(?==\?)/g, '$1');
	return joined.replace(/=\?([\w-]+)(?:\*[\w-]+)?\?([BQ])\?([^?\s]*)\?=/gi, (word, charset: string, encoding: string, coded: string) => {
		const bytes = encoding.toUpperCase() === 'B' ? Buffer.from(coded, 'base64') : quoted(coded.replace(/_/g, ' '));
		return decodeText(bytes, charset) ?? word;
	});
}

/** Undefined where the charset is unknown. */
export function decodeText(bytes: Uint8Array, charset: string): string | undefined {
	try {
		return new TextDecoder(charset || 'utf-8').decode(bytes);
	} catch {
		return undefined;
	}
}

const quoted = (coded: string): Buffer =>
	Buffer.from(coded.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1');

/** The bare addresses of a To, Cc or Bcc header; undefined when one of them is no address. */
export function addressesOf(header: string): string[] | undefined {
	// A comma in a quoted display name separates nothing.
	const parts = header.match(/(?:"(?:\\.|[^"\\])*"|[^,"])+/g) ?? [];
	const addresses = parts.map((part) => (/<([^<>]*)>/.exec(part)?.[1] ?? part).trim()).filter((address) => address !== '');
	return addresses.every((address) => /^[^\s@]+@[^\s@]+$/.test(address)) ? addresses : undefined;
}

/** `text/plain; charset="utf-8"`, with the long parameters of https://www.rfc-editor.org/rfc/rfc2231 put together. */
export function structured(header: string): { value: string; params: Record<string, string> } {
	const [value = ''] = header.split(';', 1);
	const params: Record<string, string> = {};
	const pieces: Record<string, { text: string; coded: boolean }[]> = {};
	for (const [, name = '', quotedText, bare = ''] of header.matchAll(/;\s*([^\s=;]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s]*))/g)) {
		const [, key = '', index = '0', star] = /^([^*]+)(?:\*(\d+))?(\*)?$/.exec(name.toLowerCase()) ?? [];
		const text = quotedText?.replace(/\\(.)/g, '$1') ?? bare;
		if (!name.includes('*')) params[key] ??= decodeWords(text);
		else (pieces[key] ??= [])[Number(index)] = { text, coded: star === '*' };
	}
	for (const [key, parts] of Object.entries(pieces)) {
		const [, charset, rest] = /^([^']*)'[^']*'(.*)$/s.exec(parts[0]?.text ?? '') ?? [];
		const bytes = parts.map(({ text, coded }, index) => {
			const own = index === 0 && rest !== undefined ? rest : text;
			return coded ? quoted(own.replaceAll('%', '=')) : Buffer.from(own);
		});
		params[key] = decodeText(Buffer.concat(bytes), charset ?? 'utf-8') ?? '';
	}
	return { value: value.trim().toLowerCase(), params };
}

/** The tree of a message. https://www.rfc-editor.org/rfc/rfc2046 */
export function readPart(raw: Buffer): Part {
	const fields = fieldsOf(raw);
	const field = (name: string) => fields.find((one) => one.name.toLowerCase() === name)?.value ?? '';
	const { value, params } = structured(field('content-type'));
	const type = value === '' ? 'text/plain' : value;
	const filename = structured(field('content-disposition')).params.filename ?? params.name ?? '';
	const part = { fields, type, filename, charset: params.charset ?? '', body: Buffer.alloc(0), parts: [] };
	const body = bodyOf(raw);
	if (type.startsWith('multipart/') && params.boundary) return { ...part, parts: split(body, params.boundary).map(readPart) };
	return { ...part, body: transferred(body, field('content-transfer-encoding').toLowerCase()) };
}

/** Bodies between the boundaries. */
export function split(body: Buffer, boundary: string): Buffer[] {
	const text = `\r\n${body.toString('latin1')}`;
	const mark = new RegExp(`\\r?\\n--${boundary.replace(/[^\w]/g, '\\$&')}(--)?[ \\t]*(?=\\r?\\n|$)`, 'g');
	const parts: Buffer[] = [];
	let from: number | undefined;
	for (const found of text.matchAll(mark)) {
		if (from !== undefined) parts.push(Buffer.from(text.slice(from, found.index).replace(/^\r?\n/, ''), 'latin1'));
		from = found.index + found[0].length;
		if (found[1]) return parts;
	}
	return from === undefined ? parts : [...parts, Buffer.from(text.slice(from).replace(/^\r?\n/, ''), 'latin1')];
}

function transferred(body: Buffer, encoding: string): Buffer {
	if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
	if (encoding === 'quoted-printable') return quoted(body.toString('latin1').replace(/=[ \t]*\r?\n/g, ''));
	return body;
}

/** All parts that are no containers, in reading order. */
export const leaves = (part: Part): Part[] => (part.parts.length > 0 ? part.parts.flatMap(leaves) : [part]);

/** What a person reads: the plain text, or the page's without its tags. */
export function readable(part: Part): string {
	const all = leaves(part).filter(({ filename }) => filename === '');
	const plain = all.find(({ type }) => type === 'text/plain');
	const text = ({ body, charset }: Part) => decodeText(body, charset) ?? body.toString('latin1');
	if (plain) return text(plain);
	const page = all.find(({ type }) => type === 'text/html');
	return page ? text(page).replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&') : '';
}
