import { PlatformError } from '../../../core/errors';
import type { Upload } from '../../../core/upload';
import { CRLF } from './headers';
import { base64Lines } from './text';

/** What a message is made of, in order: ASCII text, and files that travel in base64. */
export type Piece = string | Upload;

/** Bytes of a full line of 76 characters. */
const LINE = 57;
/** Lines that are made at once: flat in memory whatever the size of the file. */
const BLOCK = LINE * 1024;

/** Bytes that a piece has on the wire. */
export function size(piece: Piece): number {
	if (typeof piece === 'string') return piece.length;
	const ends = Math.max(0, Math.ceil(piece.size / LINE) - 1) * CRLF.length;
	return Math.ceil(piece.size / 3) * 4 + ends;
}

/** The file in lines of base64. One that is not as long as was said would break the request in the middle. */
async function* encodedFile(file: Upload): AsyncGenerator<string> {
	let rest = Buffer.alloc(0);
	let count = 0;
	for await (const piece of file.read()) {
		count += piece.length;
		for (let at = 0; at < piece.length; at += BLOCK) {
			const bytes = Buffer.concat([rest, piece.subarray(at, at + BLOCK)]);
			// The last bytes are kept back, so that every block but the last ends in a full line.
			const whole = Math.floor((bytes.length - 1) / LINE) * LINE;
			if (whole > 0) yield base64Lines(bytes.subarray(0, whole)) + CRLF;
			rest = bytes.subarray(whole);
		}
	}
	if (count !== file.size) {
		const message = `The file “${file.name}” has ${count} bytes, not ${file.size} as n8n says.`;
		throw new PlatformError({ verdict: 'fix-input', code: 'input', message, hint: 'Make the file anew and run the item again.' });
	}
	yield base64Lines(rest);
}

/** All bytes in order, made as they are asked for. */
export async function* streamOf(pieces: readonly Piece[]): AsyncGenerator<Uint8Array> {
	for (const piece of pieces) {
		if (typeof piece === 'string') yield Buffer.from(piece, 'latin1');
		else for await (const lines of encodedFile(piece)) yield Buffer.from(lines, 'latin1');
	}
}
