/** Headers of an RFC 2822 message by lower-case name, unfolded and decoded; of a repeated one the first, as Gmail shows it. */
export function readHeaders(message: string): Map<string, string> {
	const head = message.split(/\r?\n\r?\n/, 1)[0] ?? '';
	const headers = new Map<string, string>();
	for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
		const [, name = '', value = ''] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
		if (name !== '' && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), decodeWords(value.trim()));
	}
	return headers;
}

/** Encoded words; white space between two of them is none. https://www.rfc-editor.org/rfc/rfc2047 */
function decodeWords(text: string): string {
	const joined = text.replace(/(\?=)\s+(?==\?)/g, '$1');
	return joined.replace(/=\?([\w-]+)\?([BQ])\?([^?\s]*)\?=/gi, (word, charset: string, encoding: string, coded: string) => {
		const bytes = encoding.toUpperCase() === 'B' ? Buffer.from(coded, 'base64') : quoted(coded);
		try {
			return new TextDecoder(charset).decode(bytes);
		} catch {
			return word;
		}
	});
}

function quoted(coded: string): Buffer {
	const bytes = coded.replace(/_/g, ' ').replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1');
}

/** The bare addresses of a To, Cc or Bcc header; undefined when one of them is no address. */
export function addressesOf(header: string): string[] | undefined {
	// A comma in a quoted display name separates nothing.
	const parts = header.match(/(?:"(?:\\.|[^"\\])*"|[^,"])+/g) ?? [];
	const addresses = parts.map((part) => (/<([^<>]*)>/.exec(part)?.[1] ?? part).trim()).filter((address) => address !== '');
	return addresses.every((address) => /^[^\s@]+@[^\s@]+$/.test(address)) ? addresses : undefined;
}
