export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export interface Decoded {
	text: string;
	encoding: Encoding;
	/** The bytes are no UTF, and nothing in them says what they are. */
	guessed: boolean;
}

const startsWith = (bytes: Buffer, ...first: number[]) => first.every((byte, index) => bytes[index] === byte);

/** Every other byte of Latin text in UTF-16 is zero. */
function zerosIn(bytes: Buffer, parity: 0 | 1): number {
	let count = 0;
	const end = Math.min(bytes.length, 4096);
	for (let at = parity; at < end; at += 2) if (bytes[at] === 0) count++;
	return count / Math.max(1, end / 2);
}

function utf16Of(bytes: Buffer): Encoding | undefined {
	if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
	if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
	const [even, odd] = [zerosIn(bytes, 0), zerosIn(bytes, 1)];
	if (odd > 0.3 && even < 0.1) return 'utf-16le';
	return even > 0.3 && odd < 0.1 ? 'utf-16be' : undefined;
}

/** What Windows-1252 has where Latin-1 has control characters, 80 to 9F. https://encoding.spec.whatwg.org/index-windows-1252.txt */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand, as Node versions differ: some read 80 to 9F as Latin-1 does. */
const windows1252 = (bytes: Buffer) => bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (sign) => windows.charAt(sign.charCodeAt(0) - 0x80));

/** The text, undefined where the bytes are not in this encoding. A byte order mark is not part of it. */
function read(bytes: Buffer, encoding: Encoding): string | undefined {
	if (encoding === 'windows-1252') return windows1252(bytes);
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** Reads a text file; `chosen` is `detect`, or the encoding it has to be in. Undefined where the bytes are not in it. */
export function decode(bytes: Buffer, chosen: 'detect' | 'utf-8' | 'utf-16' | 'windows-1252' = 'detect'): Decoded | undefined {
	const utf16 = chosen === 'detect' || chosen === 'utf-16' ? utf16Of(bytes) : undefined;
	const encoding = utf16 ?? (chosen === 'utf-16' ? 'utf-16le' : chosen === 'detect' ? 'utf-8' : chosen);
	const text = read(bytes, encoding);
	if (text !== undefined) return { text, encoding, guessed: false };
	return chosen === 'detect' && !utf16 ? { text: windows1252(bytes), encoding: 'windows-1252', guessed: true } : undefined;
}
