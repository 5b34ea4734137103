/** What the first bytes of a file say it is. Pixels are those of the image, when its header has them. */
export interface Sniffed {
	mime: string;
	width?: number;
	height?: number;
}

/** Recognises the formats that social networks take; undefined for anything else. */
export function sniff(head: Buffer): Sniffed | undefined {
	const ascii = (from: number, to: number) => head.toString('latin1', from, to);
	if (head.length < 12) return undefined;
	if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return { mime: 'image/jpeg', ...jpegPixels(head) };
	if (ascii(0, 8) === '\x89PNG\r\n\x1a\n' && head.length >= 24)
		return { mime: 'image/png', width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
	if (/^GIF8[79]a/.test(ascii(0, 6))) return { mime: 'image/gif', width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
	if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return { mime: 'image/webp', ...webpPixels(head) };
	if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WAVE') return { mime: 'audio/wav' };
	if (ascii(4, 8) === 'ftyp') return { mime: isoMime(ascii(8, 12)) };
	if (ascii(0, 4) === '\x1a\x45\xdf\xa3') return { mime: 'video/webm' };
	if (ascii(0, 4) === 'OggS') return { mime: 'audio/ogg' };
	if (ascii(0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)) return { mime: 'audio/mpeg' };
	if (ascii(0, 5) === '%PDF-') return { mime: 'application/pdf' };
	if (ascii(0, 4) === 'PK\x03\x04') return { mime: 'application/zip' };
	if (/^\s*<(!doctype|html)/i.test(ascii(0, 64))) return { mime: 'text/html' };
	return undefined;
}

/** ISO base media files differ by their major brand. https://mp4ra.org/registered-types/brands */
function isoMime(brand: string): string {
	if (brand === 'qt  ') return 'video/quicktime';
	if (brand === 'M4A ' || brand === 'M4B ') return 'audio/mp4';
	if (/^(heic|heix|mif1)$/.test(brand)) return 'image/heic';
	return brand === 'avif' ? 'image/avif' : 'video/mp4';
}

/** Walks the segments to the frame header (SOF). */
function jpegPixels(head: Buffer): { width?: number; height?: number } {
	let at = 2;
	while (at + 9 < head.length && head[at] === 0xff) {
		const marker = head[at + 1] ?? 0;
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) };
		at += 2 + head.readUInt16BE(at + 2);
	}
	return {};
}

function webpPixels(head: Buffer): { width?: number; height?: number } {
	const kind = head.toString('latin1', 12, 16);
	if (head.length < 30) return {};
	if (kind === 'VP8X') return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
	if (kind === 'VP8 ') return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
	const bits = head.readUInt32LE(21);
	return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
