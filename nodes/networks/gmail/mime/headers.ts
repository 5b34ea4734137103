import { refused } from '../../../core/errors';

export const CRLF = '\r\n';

/** A line with encoded words has at most 76 characters, and an encoded word 75: https://www.rfc-editor.org/rfc/rfc2047#section-2 */
const LINE = 76;
const WORD = 75;
const frame = { open: '=?UTF-8?', close: '?=' } as const;
const FRAME = `${frame.open}Q?${frame.close}`.length;

/** A single word of more characters is encoded, because it could not be folded. */
const LONG_WORD = 60;

/** The most a line may have on its way: https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1 */
const HARD_LINE = 998;

const quotedByte = (byte: number) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** Only what is allowed in a display name too: https://www.rfc-editor.org/rfc/rfc2047#section-5 */
const quotedCharacter = (character: string) => (/[\w!*+/-]/.test(character) && character !== '_' ? character : character === ' ' ? '_' : [...Buffer.from(character)].map(quotedByte).join(''));

/** Nobody may slip a header of their own into the message; other control characters break readers. */
export function oneLine(value: string, field: string): string {
	if (/[\r\n]/.test(value)) throw refused(field, 'holds a line break, which a header cannot have.', `Remove the line break from “${field}”.`);
	const text = value.replaceAll('\t', ' ');
	if (/[\p{Cc}\u2028\u2029]/u.test(text)) throw refused(field, 'holds a control character, which a header cannot have.', `Remove the invisible characters from “${field}”.`);
	return text;
}

/** RFC 2047 encoded words, none of which splits a character; the first is shorter where a header's name stands before it. */
export function encodedWords(text: string, first = WORD): string[] {
	const characters = [...text];
	const inBase64 = characters.map(quotedCharacter).join('').length > Math.ceil(Buffer.byteLength(text) / 3) * 4;
	const lengthOf = (part: string) => FRAME + (inBase64 ? Math.ceil(Buffer.byteLength(part) / 3) * 4 : [...part].map(quotedCharacter).join('').length);
	const parts = [''];
	for (const character of characters) {
		const last = parts.length - 1;
		const longer = `${parts[last]}${character}`;
		if (parts[last] !== '' && lengthOf(longer) > (last === 0 ? first : WORD)) parts.push(character);
		else parts[last] = longer;
	}
	return parts.map((part) => frame.open + (inBase64 ? `B?${Buffer.from(part).toString('base64')}` : `Q?${[...part].map(quotedCharacter).join('')}`) + frame.close);
}

export const isPrintable = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** What would be read as something else, or could not be folded, is encoded as well. */
const needsWords = (text: string) => !isPrintable(text) || text.includes('=?') || / {2}|^ | $/.test(text) || text.split(' ').some(({ length }) => length > LONG_WORD);

/** A header whose parts may stand on lines of their own. */
export function folded(name: string, parts: readonly string[], field = name): string {
	const lines: string[] = [];
	let line = `${name}:`;
	for (const part of parts) {
		if (part.length > HARD_LINE - 1) throw refused(field, `has a word of ${part.length} characters; a line takes ${HARD_LINE}.`, `Shorten “${field}”.`);
		if (line.length + 1 + part.length > LINE) {
			lines.push(line);
			line = '';
		}
		line += ` ${part}`;
	}
	return [...lines, line].join(CRLF);
}

/** Room for the first encoded word behind a header's name. */
export const roomAfter = (name: string): number => LINE - name.length - 2;

/** A header that is read as text, such as the subject. */
export const textHeader = (name: string, value: string): string => {
	const text = oneLine(value, name);
	return folded(name, needsWords(text) ? encodedWords(text, roomAfter(name)) : text.split(' '));
};

/** The person's own header. What is ASCII stays as it is: it may hold URLs or words that are encoded already. */
export function customHeader(name: string, value: string): string {
	if (!/^[!-9;-~]{1,60}$/.test(name)) throw refused('Custom Headers', `“${name}” is not the name of a header.`, 'A name has letters, digits and hyphens, such as X-Campaign.');
	if (/^(from|to|cc|bcc|reply-to|sender|subject|date|message-id|in-reply-to|references|mime-version|content-.*|x-qmark-id)$/i.test(name)) {
		throw refused('Custom Headers', `“${name}” is set by this node.`, 'Use the field of the same name, or take the header out.');
	}
	const field = `Custom Headers: ${name}`;
	const text = oneLine(value, field).trim();
	return folded(name, isPrintable(text) ? text.split(/ +/) : encodedWords(text, roomAfter(name)), field);
}

/** `<id>` of a message, each once: In-Reply-To, References, Message-ID. */
export const idsIn = (text: string): string[] => [...new Set(text.match(/<[^<>\s]+>/g) ?? [])];

/** Characters that a parameter's extended value holds as they are: https://www.rfc-editor.org/rfc/rfc2231#section-7 */
const extended = (character: string) => (/^[\w!#$&+.^`{|}~-]$/.test(character) ? character : [...Buffer.from(character)].map((byte) => quotedByte(byte).replace('=', '%')).join(''));

/** Letters without their accents, anything else as an underscore: for readers that know no extended values. */
const plainly = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\x20-\x7e]|["\\]/gu, '_').slice(-LONG_WORD);

const isPlain = (value: string) => isPrintable(value) && !/["\\%]/.test(value) && value.length <= LONG_WORD;

/** A parameter in parts, each short enough for a line. https://www.rfc-editor.org/rfc/rfc2231#section-3 */
export function parameter(name: string, value: string): string[] {
	if (isPlain(value)) return [`${name}="${value}"`];
	const parts = ["utf-8''"];
	for (const character of value) {
		const longer = `${parts.at(-1)}${extended(character)}`;
		if (longer.length > LONG_WORD) parts.push(extended(character));
		else parts[parts.length - 1] = longer;
	}
	return parts.map((part, index) => `${name}*${index}*=${part}`);
}

/** The same for readers that know only plain values. */
export const plainParameter = (name: string, value: string): string[] => [`${name}="${isPlain(value) ? value : plainly(value)}"`];

/** A header with parameters: `Content-Type: text/plain; charset=utf-8`. */
export const withParameters = (name: string, value: string, parameters: readonly string[]): string => {
	const parts = [value, ...parameters];
	return folded(name, parts.map((part, index) => (index < parts.length - 1 ? `${part};` : part)));
};
