import { CRLF } from './headers';

/** Characters of an encoded line: https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
const LINE = 76;

const hex = (byte: number) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** One line without its end; blanks at the end would be lost. */
function quotedLine(line: string): string {
	const bytes = [...Buffer.from(line)];
	const coded = bytes.map((byte, index) => {
		const isBlank = byte === 0x20 || byte === 0x09;
		const isSafe = (byte > 0x20 && byte < 0x7f && byte !== 0x3d) || (isBlank && index < bytes.length - 1);
		return isSafe ? String.fromCharCode(byte) : hex(byte);
	});
	let room = LINE - 1;
	let out = '';
	for (const [index, one] of coded.entries()) {
		// The last one needs no room for the mark of a broken line.
		if (one.length > room + (index === coded.length - 1 ? 1 : 0)) {
			out += `=${CRLF}`;
			room = LINE - 1;
		}
		out += one;
		room -= one.length;
	}
	return out;
}

export const base64Lines = (bytes: Buffer): string => bytes.toString('base64').replace(/.{76}(?=.)/g, `$&${CRLF}`);

/** Needs no encoding: short ASCII lines that no server touches and that cannot be taken for the edge of a part. */
const isPlain = (lines: readonly string[]) => lines.every((line) => line.length <= LINE && /^[\x20-\x7e\t]*$/.test(line) && !/[ \t]$|^--|^From /.test(line));

/** A text as it travels: as it is, in quoted-printable, or in base64 where that is shorter. */
export function encodedText(text: string): { encoding: '7bit' | 'quoted-printable' | 'base64'; body: string } {
	const lines = text.replace(/\r\n|\r/g, '\n').split('\n');
	if (isPlain(lines)) return { encoding: '7bit', body: lines.join(CRLF) };
	const base64 = base64Lines(Buffer.from(lines.join(CRLF)));
	const quoted = lines.map(quotedLine).join(CRLF);
	return quoted.length <= base64.length ? { encoding: 'quoted-printable', body: quoted } : { encoding: 'base64', body: base64 };
}
