import type { MediaFacts } from './content';

const text = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to);

/** ISO base media files differ by their major brand. https://mp4ra.org/registered-types/brands */
function isoMime(brand: string): string {
	if (brand === 'qt  ') return 'video/quicktime';
	if (brand === 'M4A ' || brand === 'M4B ') return 'audio/mp4';
	if (/^(heic|heix|mif1)$/.test(brand)) return 'image/heic';
	return brand === 'avif' ? 'image/avif' : 'video/mp4';
}

/** Pixels stand in the frame header, which segments of other kinds precede. https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2 */
function jpegPixels(bytes: Buffer): MediaFacts {
	for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
		const marker = bytes[at + 1] ?? 0;
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
	}
	return {};
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpPixels(bytes: Buffer): MediaFacts {
	const kind = text(bytes, 12, 16);
	if (bytes.length < 30) return {};
	if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
	if (kind === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
	const bits = bytes.readUInt32LE(21);
	return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** Where the payload of a box begins, and where it ends. `name` is searched for, as boxes nest and only parts of a file may be known. */
function boxAt(bytes: Buffer, name: string, from = 0): number | undefined {
	const at = bytes.indexOf(name, from, 'latin1');
	return at < 0 ? undefined : at + 4;
}

/** Length and pixels of an MP4 or MOV, from its movie and track headers. ISO/IEC 14496-12, 8.2.2 and 8.3.2 */
function videoFacts(bytes: Buffer): MediaFacts {
	const movie = boxAt(bytes, 'mvhd');
	if (movie === undefined || movie + 32 > bytes.length) return {};
	const wide = bytes[movie] === 1;
	const scale = bytes.readUInt32BE(movie + (wide ? 20 : 12));
	const length = wide ? Number(bytes.readBigUInt64BE(movie + 24)) : bytes.readUInt32BE(movie + 16);
	const facts: MediaFacts = scale > 0 ? { seconds: length / scale } : {};
	// Sound tracks have no pixels.
	for (let track = boxAt(bytes, 'tkhd', movie); track !== undefined; track = boxAt(bytes, 'tkhd', track)) {
		const end = track + (bytes[track] === 1 ? 88 : 76);
		if (end + 8 > bytes.length) break;
		const [width, height] = [bytes.readUInt32BE(end) / 65_536, bytes.readUInt32BE(end + 4) / 65_536];
		if (width > 0 && height > 0) return { ...facts, width, height };
	}
	return facts;
}

/** What the first bytes of a file say it is; undefined for what is none of the formats that networks take or refuse by name. */
export function mediaFacts(bytes: Buffer): MediaFacts | undefined {
	if (bytes.length < 12) return undefined;
	if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return { mime: 'image/jpeg', ...jpegPixels(bytes) };
	if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n' && bytes.length >= 24) return { mime: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
	if (/^GIF8[79]a/.test(text(bytes, 0, 6))) return { mime: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
	if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return { mime: 'image/webp', ...webpPixels(bytes) };
	if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WAVE') return { mime: 'audio/wav' };
	if (text(bytes, 4, 8) === 'ftyp') {
		const mime = isoMime(text(bytes, 8, 12));
		return { mime, ...(mime.startsWith('video/') && videoFacts(bytes)) };
	}
	if (text(bytes, 0, 2) === 'BM') return { mime: 'image/bmp' };
	if (/^(II\*\0|MM\0\*)/.test(text(bytes, 0, 4))) return { mime: 'image/tiff' };
	if (text(bytes, 0, 4) === '\x1a\x45\xdf\xa3') return { mime: 'video/webm' };
	if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 11) === 'AVI') return { mime: 'video/x-msvideo' };
	if (text(bytes, 0, 4) === 'OggS') return { mime: 'audio/ogg' };
	if (text(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return { mime: 'audio/mpeg' };
	if (text(bytes, 0, 5) === '%PDF-') return { mime: 'application/pdf' };
	if (/^\s*<(!doctype|html)/i.test(text(bytes, 0, 64))) return { mime: 'text/html' };
	return undefined;
}
