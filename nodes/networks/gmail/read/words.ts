/** Bytes as text: as UTF-8 where they are that, whatever was declared, because Gmail converts most texts; else as declared. */
export function decodeText(bytes: Uint8Array, charset = ''): string {
	// Seven-bit encodings pass for UTF-8; escapes and zero bytes give them away.
	const isCoded = bytes.includes(0x1b) || bytes.includes(0);
	const tries = isCoded ? [[charset, false], ['utf-8', false]] : [['utf-8', true], [charset, false], ['windows-1252', false]];
	for (const [name, fatal] of tries) {
		try {
			return new TextDecoder(String(name), { fatal: fatal === true }).decode(bytes);
		} catch {
			// Not in this one, or a name that nobody knows.
		}
	}
	return Buffer.from(bytes).toString('latin1');
}

const quoted = (coded: string) => Buffer.from(coded.replace(/_/g, ' ').replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1');

const WORD = String.raw`=\?([\w-]+)(?:\*[\w-]*)?\?([BQ])\?([^?\s]*)\?=`;

/** A header's encoded words as text: https://www.rfc-editor.org/rfc/rfc2047. Blanks between two of them are none, and a character may be cut between two. */
export function decodeWords(value: string): string {
	if (!value.includes('=?')) return value;
	return value.replace(new RegExp(`${WORD}(?:\\s*${WORD})*`, 'gi'), (run) => {
		const words = [...run.matchAll(new RegExp(WORD, 'gi'))].map(([, charset = '', way = '', coded = '']) => ({
			charset: charset.toLowerCase(),
			bytes: way.toUpperCase() === 'B' ? Buffer.from(coded, 'base64') : quoted(coded),
		}));
		const joined: typeof words = [];
		for (const word of words) {
			const last = joined.at(-1);
			if (last && last.charset === word.charset) last.bytes = Buffer.concat([last.bytes, word.bytes]);
			else joined.push({ ...word });
		}
		return joined.map(({ bytes, charset }) => decodeText(bytes, charset)).join('');
	});
}
