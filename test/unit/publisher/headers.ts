/** Beginnings of files, byte by byte as the formats' specifications have them. */
const ascii = (text: string) => Buffer.from(text, 'latin1');
const big = (...values: number[]) => Buffer.concat(values.map((value) => Buffer.from([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255])));
const big16 = (...values: number[]) => Buffer.concat(values.map((value) => Buffer.from([value >>> 8, value & 255])));
const little16 = (...values: number[]) => Buffer.concat(values.map((value) => Buffer.from([value & 255, value >>> 8])));
const little = (value: number, bytes: number) => Buffer.from(Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** index) % 256));

/** https://www.w3.org/TR/png/#11IHDR */
export const png = (width: number, height: number) => Buffer.concat([ascii('\x89PNG\r\n\x1a\n'), big(13), ascii('IHDR'), big(width, height), Buffer.from([8, 6, 0, 0, 0]), big(0), big(0), ascii('IEND'), big(0xae42_6082)]);

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
export const gif = (width: number, height: number, version = '89a') => Buffer.concat([ascii(`GIF${version}`), little16(width, height), Buffer.alloc(8)]);

const riff = (form: string, chunk: string, payload: Buffer) => Buffer.concat([ascii('RIFF'), little(payload.length + 12, 4), ascii(form), ascii(chunk), little(payload.length, 4), payload]);

/** https://developers.google.com/speed/webp/docs/riff_container */
export const webp = {
	lossy: (width: number, height: number) => riff('WEBP', 'VP8 ', Buffer.concat([Buffer.from([0x30, 1, 0, 0x9d, 1, 0x2a]), little16(width, height), Buffer.alloc(8)])),
	lossless: (width: number, height: number) => riff('WEBP', 'VP8L', Buffer.concat([Buffer.from([0x2f]), little(width - 1 + (height - 1) * 16_384, 4), Buffer.alloc(8)])),
	extended: (width: number, height: number) => riff('WEBP', 'VP8X', Buffer.concat([Buffer.from([0x10, 0, 0, 0]), little(width - 1, 3), little(height - 1, 3)])),
};

export const wav = () => riff('WAVE', 'fmt ', Buffer.alloc(16));
export const avi = () => riff('AVI ', 'LIST', Buffer.alloc(16));
export const bmp = (width: number, height: number) => Buffer.concat([ascii('BM'), Buffer.alloc(12), little(40, 4), little(width, 4), little(height, 4), Buffer.alloc(28)]);

/** Of little-endian and of big-endian order, with width and height in its first directory. https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf */
export const tiff = {
	little: (width: number, height: number) =>
		Buffer.concat([ascii('II*\0'), little(8, 4), little16(2), little16(256, 4), little(1, 4), little(width, 4), little16(257, 4), little(1, 4), little(height, 4), Buffer.alloc(64)]),
	big: (width: number, height: number) => Buffer.concat([ascii('MM\0*'), big(8), big16(2), big16(256, 4), big(1), big(width), big16(257, 4), big(1), big(height), Buffer.alloc(64)]),
};

const segment = (marker: number, payload: Buffer) => Buffer.concat([Buffer.from([0xff, marker]), big16(payload.length + 2), payload]);
const exif = segment(0xe1, Buffer.concat([ascii('Exif\0\0MM\0*'), big(8), big16(0), Buffer.alloc(600)]));

/** https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2. `frame`: the marker of its frame header, such as 0xc0 for baseline and 0xc2 for progressive. */
export const jpeg = (width: number, height: number, frame = 0xc0, between: readonly Buffer[] = [segment(0xe0, ascii('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'))]) =>
	Buffer.concat([Buffer.from([0xff, 0xd8]), ...between, segment(frame, Buffer.concat([Buffer.from([8]), big16(height, width), Buffer.from([3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1])])), Buffer.alloc(32)]);

export const segments = {
	exif,
	/** A thumbnail of 160 × 120 within the EXIF data. */
	thumbnail: segment(0xe1, Buffer.concat([ascii('Exif\0\0MM\0*'), big(8), big16(0), jpeg(160, 120)])),
	comment: segment(0xfe, ascii('\xff\xc0 is no frame here')),
	tables: Buffer.concat([segment(0xdb, Buffer.alloc(65)), segment(0xc4, Buffer.alloc(29)), segment(0xcc, Buffer.alloc(4))]),
	fill: Buffer.from([0xff, 0xff, 0xff]),
};

const box = (name: string, ...payload: Buffer[]) => {
	const content = Buffer.concat(payload);
	return Buffer.concat([big(content.length + 8), ascii(name), content]);
};
const long = (value: bigint) => big(Number(value >> 32n), Number(value & 0xffff_ffffn));

export interface Film {
	brand?: string;
	/** Box version 1 has 64-bit times. */
	version?: 0 | 1;
	scale?: number;
	length?: bigint;
	tracks?: readonly { width: number; height: number; turned?: boolean }[];
}

/** ISO/IEC 14496-12: its type, then the movie header and one header a track. */
export function film({ brand = 'isom', version = 0, scale = 1000, length = 6000n, tracks = [{ width: 720, height: 1280 }] }: Film = {}): Buffer {
	const time = (value: bigint) => (version === 1 ? long(value) : big(Number(value)));
	const movie = box('mvhd', Buffer.from([version, 0, 0, 0]), time(0n), time(0n), big(scale), time(length), Buffer.alloc(80));
	const one = 0x1_0000;
	const upright = big(one, 0, 0, 0, one, 0, 0, 0, 0x4000_0000);
	const turned = big(0, one, 0, 0x1_0000_0000 - one, 0, 0, 0, 0, 0x4000_0000);
	const trackOf = ({ width, height, turned: isTurned }: { width: number; height: number; turned?: boolean }) =>
		box('trak', box('tkhd', Buffer.from([version, 0, 0, 7]), time(0n), time(0n), big(1, 0), time(length), Buffer.alloc(16), isTurned ? turned : upright, big(width * one, height * one)));
	return Buffer.concat([box('ftyp', ascii(brand), big(512), ascii('isomiso2')), box('moov', movie, ...tracks.map(trackOf)), box('mdat', Buffer.alloc(64))]);
}

/** Formats that are known by their first bytes alone. */
export const plain = {
	webm: Buffer.concat([ascii('\x1a\x45\xdf\xa3'), Buffer.alloc(32)]),
	ogg: Buffer.concat([ascii('OggS'), Buffer.alloc(32)]),
	taggedSong: Buffer.concat([ascii('ID3\x04'), Buffer.alloc(32)]),
	song: Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(32)]),
	pdf: Buffer.concat([ascii('%PDF-1.7\n'), Buffer.alloc(32)]),
	page: Buffer.from('<!DOCTYPE html>\n<html lang="fr"><title>404</title></html>'),
	pageWithMark: Buffer.from('\ufeff\n <html><title>404</title></html>'),
	zip: Buffer.concat([ascii('PK\x03\x04'), Buffer.alloc(32)]),
	text: Buffer.from('Rose est une rose est une rose'),
};
