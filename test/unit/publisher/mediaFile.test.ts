import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import imageSize from 'image-size';
import { mediaFacts } from '../../../nodes/model/mediaFile';
import { root } from '../../support/sources';
import { avi, bmp, film, gif, jpeg, plain, png, segments, tiff, wav, webp } from './headers';
import { randomFrom } from './random';

const folder = join(root, 'sandbox', 'networks', 'media');
const sample = (name: string) => readFileSync(join(folder, name));
const pictures = readdirSync(folder).filter((name) => /\.(jpg|png)$/.test(name));

/** What another library reads, by the names of ours. */
function oracle(bytes: Buffer) {
	const { width, height, type } = imageSize(bytes);
	return { mime: `image/${type === 'jpg' ? 'jpeg' : (type ?? '')}`, width, height };
}

test('the sandbox has nine pictures to read, or more', () => expect(pictures.length).toBeGreaterThanOrEqual(9));

test.each(pictures)('%s is read as image-size reads it', (name) => expect(mediaFacts(sample(name))).toEqual(oracle(sample(name))));

test.each([
	['PNG', png(1080, 1350), 'image/png', 1080, 1350],
	['PNG of one pixel', png(1, 1), 'image/png', 1, 1],
	['PNG of 70,000 pixels', png(70_000, 3), 'image/png', 70_000, 3],
	['GIF 89a', gif(480, 270), 'image/gif', 480, 270],
	['GIF 87a', gif(65_535, 1, '87a'), 'image/gif', 65_535, 1],
	['lossy WebP', webp.lossy(1080, 566), 'image/webp', 1080, 566],
	['lossy WebP as large as it can be', webp.lossy(16_383, 16_382), 'image/webp', 16_383, 16_382],
	['lossy WebP that is shown scaled', webp.lossy(0x4000 + 1080, 0x8000 + 566), 'image/webp', 1080, 566],
	['lossless WebP', webp.lossless(1081, 16_384), 'image/webp', 1081, 16_384],
	['lossless WebP of one pixel', webp.lossless(1, 1), 'image/webp', 1, 1],
	['extended WebP', webp.extended(4000, 16_000), 'image/webp', 4000, 16_000],
	['baseline JPEG', jpeg(1080, 1350), 'image/jpeg', 1080, 1350],
	['progressive JPEG', jpeg(1080, 1350, 0xc2), 'image/jpeg', 1080, 1350],
	['JPEG with EXIF data before its frame', jpeg(3024, 4032, 0xc0, [segments.exif]), 'image/jpeg', 3024, 4032],
	['JPEG with a thumbnail before its frame', jpeg(3024, 4032, 0xc0, [segments.thumbnail]), 'image/jpeg', 3024, 4032],
	['JPEG with tables and a comment before its frame', jpeg(640, 480, 0xc2, [segments.exif, segments.tables, segments.comment]), 'image/jpeg', 640, 480],
])('%s is read as image-size reads it', (_, bytes, mime, width, height) => {
	expect(mediaFacts(bytes)).toEqual({ mime, width, height });
	expect(oracle(bytes)).toEqual({ mime, width, height });
});

test('fill bytes before a JPEG’s frame are passed over, as its specification allows them', () => {
	expect(mediaFacts(jpeg(640, 480, 0xc0, [segments.fill, segments.exif, segments.fill]))).toEqual({ mime: 'image/jpeg', width: 640, height: 480 });
});

test.each([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc9, 0xcf])('frame header %i of a JPEG tells its pixels', (marker) => expect(mediaFacts(jpeg(12, 34, marker))).toEqual({ mime: 'image/jpeg', width: 12, height: 34 }));

test.each([
	['BMP', bmp(640, 480), 'image/bmp'],
	['little-endian TIFF', tiff.little(640, 480), 'image/tiff'],
	['big-endian TIFF', tiff.big(640, 480), 'image/tiff'],
])('%s is known for what it is, as by image-size; no network asks for its pixels', (_, bytes, mime) => {
	expect(mediaFacts(bytes)).toEqual({ mime });
	expect(oracle(bytes).mime).toBe(mime);
});

test.each([
	['WAV', wav(), 'audio/wav'],
	['AVI', avi(), 'video/x-msvideo'],
	['WebM', plain.webm, 'video/webm'],
	['Ogg', plain.ogg, 'audio/ogg'],
	['the sandbox’s voice message', sample('message-camille.ogg'), 'audio/ogg'],
	['MP3 with a tag', plain.taggedSong, 'audio/mpeg'],
	['MP3', plain.song, 'audio/mpeg'],
	['PDF', plain.pdf, 'application/pdf'],
	['a web page', plain.page, 'text/html'],
	['a web page with a byte order mark', plain.pageWithMark, 'text/html'],
	['M4A', film({ brand: 'M4A ' }), 'audio/mp4'],
	['HEIC', film({ brand: 'heic' }), 'image/heic'],
	['HEIC of another encoder', film({ brand: 'hevc' }), 'image/heic'],
	['HEIF', film({ brand: 'mif1' }), 'image/heic'],
	['AVIF', film({ brand: 'avif' }), 'image/avif'],
])('%s is known by its first bytes', (_, bytes, mime) => expect(mediaFacts(bytes)).toEqual({ mime }));

test.each([
	['nothing', Buffer.alloc(0)],
	['less than any format has', Buffer.from('GIF89a')],
	['a text', plain.text],
	['a ZIP, which may be a document of any kind', plain.zip],
	['zeros', Buffer.alloc(64)],
])('%s is not known', (_, bytes) => expect(mediaFacts(bytes)).toBeUndefined());

describe('videos', () => {
	/** From their boxes: mvhd at 40 has 1000 units a second and 6000 of them; tkhd at 156 has 0x02d00000 × 0x05000000 in 16.16, which is 720 × 1280. */
	test.each(['bouquet-du-jour.mp4', 'eclosion-camelia.mp4'])('%s lasts 6 s and has 720 × 1280 pixels', (name) => {
		const bytes = sample(name);
		expect([bytes.toString('latin1', 44, 48), bytes.readUInt32BE(60), bytes.readUInt32BE(64)]).toEqual(['mvhd', 1000, 6000]);
		expect([bytes.toString('latin1', 160, 164), bytes.readUInt32BE(240), bytes.readUInt32BE(244)]).toEqual(['tkhd', 0x02d0_0000, 0x0500_0000]);
		expect(mediaFacts(bytes)).toEqual({ mime: 'video/mp4', seconds: 6, width: 720, height: 1280 });
		expect(mediaFacts(bytes.subarray(0, 1024))).toEqual({ mime: 'video/mp4', seconds: 6, width: 720, height: 1280 });
	});

	test.each([
		['MP4', film(), { mime: 'video/mp4', seconds: 6, width: 720, height: 1280 }],
		['MOV', film({ brand: 'qt  ' }), { mime: 'video/quicktime', seconds: 6, width: 720, height: 1280 }],
		['Apple’s MP4', film({ brand: 'M4V ' }), { mime: 'video/mp4', seconds: 6, width: 720, height: 1280 }],
		['64-bit headers', film({ version: 1, scale: 90_000, length: 8_100_000n }), { mime: 'video/mp4', seconds: 90, width: 720, height: 1280 }],
		['64-bit headers with a length beyond 32 bits', film({ version: 1, scale: 10_000_000, length: 9_010_000_000n }), { mime: 'video/mp4', seconds: 901, width: 720, height: 1280 }],
		['a scale of 600', film({ scale: 600, length: 1740n }), { mime: 'video/mp4', seconds: 2.9, width: 720, height: 1280 }],
		['sound before the picture', film({ tracks: [{ width: 0, height: 0 }, { width: 1920, height: 1080 }] }), { mime: 'video/mp4', seconds: 6, width: 1920, height: 1080 }],
		['sound alone', film({ tracks: [{ width: 0, height: 0 }] }), { mime: 'video/mp4', seconds: 6 }],
		['a phone held upright', film({ tracks: [{ width: 1920, height: 1080, turned: true }] }), { mime: 'video/mp4', seconds: 6, width: 1080, height: 1920 }],
		['a phone held upright, 64-bit headers', film({ version: 1, tracks: [{ width: 3840, height: 2160, turned: true }] }), { mime: 'video/mp4', seconds: 6, width: 2160, height: 3840 }],
		['fragments, whose header tells no length', film({ length: 0n }), { mime: 'video/mp4', width: 720, height: 1280 }],
		['a length that is not known', film({ length: 0xffff_ffffn }), { mime: 'video/mp4', width: 720, height: 1280 }],
		['a 64-bit length that is not known', film({ version: 1, length: 0xffff_ffff_ffff_ffffn }), { mime: 'video/mp4', width: 720, height: 1280 }],
		['a scale of 0', film({ scale: 0 }), { mime: 'video/mp4', width: 720, height: 1280 }],
		['headers that have not come yet', film().subarray(0, 28), { mime: 'video/mp4' }],
	])('with %s', (_, bytes, expected) => expect(mediaFacts(bytes)).toEqual(expected));

	test('of which only the beginning and the end are known are read by both', () => {
		const bytes = film({ brand: 'qt  ' });
		expect(mediaFacts(Buffer.concat([bytes.subarray(0, 32), Buffer.alloc(100), bytes.subarray(24)]))).toMatchObject({ seconds: 6, width: 720, height: 1280 });
	});
});

describe('whatever a file holds', () => {
	const whole = [png(9, 9), gif(9, 9), webp.lossy(9, 9), webp.lossless(9, 9), webp.extended(9, 9), jpeg(9, 9), jpeg(9, 9, 0xc2, [segments.exif, segments.fill]), bmp(9, 9), tiff.big(9, 9), film(), film({ version: 1 }), wav(), plain.page, plain.song, sample('bon-cadeau.png').subarray(0, 400), sample('bouquet-camelia.jpg').subarray(0, 2000), sample('eclosion-camelia.mp4').subarray(0, 3000)];

	test('each beginning of a file is read without an error, and none says other pixels than the whole', () => {
		for (const bytes of whole) {
			const { width, height } = mediaFacts(bytes) ?? {};
			for (let end = 0; end <= bytes.length; end++) {
				const part = mediaFacts(bytes.subarray(0, end)) ?? {};
				expect([undefined, width]).toContain(part.width);
				expect([undefined, height]).toContain(part.height);
			}
		}
	});

	test('2,000 damaged files are read without an error, and no fact is anything but a number from 0 on', () => {
		const random = randomFrom(99);
		let read = 0;
		for (let round = 0; round < 2000; round++) {
			const bytes = Buffer.from(whole[round % whole.length] ?? []);
			for (let hits = 0; hits <= round % 8; hits++) bytes[Math.floor(random() ** 2 * bytes.length)] = Math.floor(random() * 256);
			const { width = 0, height = 0, seconds = 0 } = mediaFacts(bytes.subarray(0, Math.ceil(random() * bytes.length * 2))) ?? {};
			for (const value of [width, height, seconds]) expect(Number.isFinite(value) && value >= 0).toBe(true);
			if (width > 0) read++;
		}
		// Most of them still say something: what is tested is reading, not refusing.
		expect(read).toBeGreaterThan(300);
	});
});
