import type { MediaFacts } from './content';

const text = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to);

/** ISO base media files differ by their major brand. https://mp4ra.org/registered-types/brands */
function isoMime(brand: string): string {
	if (brand === 'qt  ') return 'video/quicktime';
	if (brand === 'M4A ' || brand === 'M4B ') return 'audio/mp4';
	if (/^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) return 'image/heic';
	return brand === 'avif' || brand === 'avis' ? 'image/avif' : 'video/mp4';
}

/** Pixels stand in the frame header, which segments of other kinds precede, with as many 0xFF before each as one likes. https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1.2 and B.2.2 */
function jpegPixels(bytes: Buffer): MediaFacts {
	let at = 2;
	while (at + 9 <= bytes.length && bytes[at] === 0xff) {
		const marker = bytes[at + 1] ?? 0;
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
		at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
	}
	return {};
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpPixels(bytes: Buffer): MediaFacts {
	const kind = text(bytes, 12, 16);
	if (kind === 'VP8X' && bytes.length >= 30) return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
	if (kind === 'VP8 ' && bytes.length >= 30) return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
	if (kind !== 'VP8L' || bytes.length < 25) return {};
	const bits = bytes.readUInt32LE(21);
	return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** Where the payload of a box begins. Its `name` is searched for, as boxes nest and only parts of a file may be known. */
function boxAt(bytes: Buffer, name: string, from = 0): number | undefined {
	const at = bytes.indexOf(name, from, 'latin1');
	return at < 0 ? undefined : at + 4;
}

/** Undefined where the header leaves it open: 0 in files made of fragments, all ones where it is not known. ISO/IEC 14496-12, 8.2.2.3 */
function secondsOf(bytes: Buffer, movie: number): number | undefined {
	const isWide = bytes[movie] === 1;
	const scale = bytes.readUInt32BE(movie + (isWide ? 20 : 12));
	const length = isWide ? bytes.readBigUInt64BE(movie + 24) : BigInt(bytes.readUInt32BE(movie + 16));
	const isOpen = length === 0n || length === (isWide ? 0xffff_ffff_ffff_ffffn : 0xffff_ffffn);
	return scale === 0 || isOpen ? undefined : Number(length) / scale;
}

/** As they are shown: phones film upright by a matrix that turns the picture by a quarter. ISO/IEC 14496-12, 8.3.2 */
function trackPixels(bytes: Buffer, track: number): MediaFacts {
	const matrix = track + (bytes[track] === 1 ? 52 : 40);
	if (matrix + 44 > bytes.length) return {};
	const [width, height] = [bytes.readUInt32BE(matrix + 36) / 65_536, bytes.readUInt32BE(matrix + 40) / 65_536];
	const isTurned = bytes.readInt32BE(matrix) === 0 && bytes.readInt32BE(matrix + 16) === 0 && bytes.readInt32BE(matrix + 4) !== 0;
	return isTurned ? { width: height, height: width } : { width, height };
}

/** Length and pixels of an MP4 or MOV, from its movie and track headers. ISO/IEC 14496-12, 8.2.2 and 8.3.2 */
function videoFacts(bytes: Buffer): MediaFacts {
	const movie = boxAt(bytes, 'mvhd');
	if (movie === undefined || movie + 32 > bytes.length) return {};
	const seconds = secondsOf(bytes, movie);
	const facts: MediaFacts = seconds === undefined ? {} : { seconds };
	// Sound tracks have no pixels.
	for (let track = boxAt(bytes, 'tkhd', movie); track !== undefined; track = boxAt(bytes, 'tkhd', track)) {
		const { width = 0, height = 0 } = trackPixels(bytes, track);
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
	if (/^(\xef\xbb\xbf)?\s*<(!doctype html|html)/i.test(text(bytes, 0, 64))) return { mime: 'text/html' };
	return undefined;
}
