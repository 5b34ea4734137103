import { MEGABYTE, file, film, many, pages, photo, planted, unnamed } from '../entry';
import type { Entry } from '../entry';

const format = 'media: media-format';

interface Formats {
	network: string;
	kind: string;
	page: string;
	/** By ending and type: what the vendor's page does not list. */
	refused: Record<string, string>;
}

const webp = { webp: 'image/webp' };
const rare = { heic: 'image/heic', avif: 'image/avif', svg: 'image/svg+xml' };
const scans = { bmp: 'image/bmp', tiff: 'image/tiff' };
const films = { webm: 'video/webm', avi: 'video/x-msvideo', mkv: 'video/x-matroska', wmv: 'video/x-ms-wmv' };

const formats: readonly Formats[] = [
	{ network: 'instagram', kind: 'image', page: pages.instagramImage, refused: { png: 'image/png', gif: 'image/gif', ...webp, ...rare, ...scans } },
	{ network: 'facebook', kind: 'image', page: pages.photos, refused: { ...webp, ...rare, ...scans } },
	{ network: 'telegram', kind: 'image', page: pages.sendPhoto, refused: { ...rare, ...scans } },
	{ network: 'instagram', kind: 'video', page: pages.reel, refused: films },
	{ network: 'facebook', kind: 'video', page: pages.pageVideos, refused: films },
	{ network: 'telegram', kind: 'video', page: pages.sendVideo, refused: films },
	{ network: 'threads', kind: 'image', page: pages.threadsMedia, refused: { gif: 'image/gif', ...webp, ...rare, ...scans } },
	{ network: 'threads', kind: 'video', page: pages.threadsMedia, refused: films },
	{ network: 'telegram', kind: 'audio', page: pages.sendAudio, refused: { wav: 'audio/wav', aac: 'audio/aac' } },
];

const byFormat: Entry[] = formats.flatMap(({ network, kind, page, refused }) =>
	Object.entries(refused).flatMap(([ending, mime]) => [
		planted(network, `a file that ends in .${ending} (${page})`, { text: 'Rose', media: [file(`rose.${ending}`)] }, format),
		planted(network, `a ${kind} of type ${mime} (${page})`, { text: 'Rose', media: [unnamed(kind, mime)] }, format),
	]),
);

const oddlyNamed: Entry[] = [
	planted('instagram', `.PNG in capitals (${pages.instagramImage})`, { media: [file('ROSE.PNG')] }, format),
	planted('threads', `a WebP in the middle of a carousel (${pages.threadsMedia})`, { media: [photo(), file('b.webp'), film()] }, 'media 2: media-format'),
	...['facebook', 'instagram', 'telegram', 'threads'].map((network) => planted(network, 'a scan that ends in .tif', { text: 'Rose', media: [file('rose.tif')] }, format)),
	planted('instagram', `a PNG with a query after its name (${pages.instagramImage})`, { media: [file('rose.png?width=800&v=2')] }, format),
	planted('instagram', `a PNG with a fragment after its name (${pages.instagramImage})`, { media: [file('rose.png#a')] }, format),
	planted('instagram', `a PNG that calls itself .jpg (${pages.instagramImage})`, { media: [photo({ mime: 'image/png' })] }, format),
	planted('instagram', `a PNG whose type has parameters and capitals (${pages.instagramImage})`, { media: [unnamed('image', 'Image/PNG; charset=binary')] }, format),
	planted('instagram', `a PNG that its server calls bytes (${pages.instagramImage})`, { media: [file('rose.png', { mime: 'application/octet-stream' })] }, format),
	planted('instagram', `media as one text (${pages.instagramImage})`, { media: 'https://cdn.example/rose.png' }, format),
	planted('instagram', `a PNG as the second of a list with commas (${pages.instagramImage})`, { media: 'https://cdn.example/a.jpg, https://cdn.example/b.png' }, 'media 2: media-format'),
	planted('instagram', `PNGs in a list with bars (${pages.instagramImage})`, { media: 'https://cdn.example/a.png | https://cdn.example/b.png' }, 'media 1: media-format', 'media 2: media-format'),
	planted('instagram', `a PNG in the middle of a carousel (${pages.instagramImage})`, { media: [photo(), file('b.png'), photo()] }, 'media 2: media-format'),
	planted('instagram', `a PNG story (${pages.instagramImage})`, { media: [file('a.png', { role: 'story' })] }, 'story 1: media-format'),
	planted('instagram', `the second story is a WebP (${pages.instagramImage})`, { media: [photo({ role: 'story' }), file('b.webp', { role: 'story' })] }, 'story 2: media-format'),
	planted('instagram', `a WebM story (${pages.storyVideo})`, { media: [file('a.webm', { role: 'story' })] }, 'story 1: media-format'),
	planted('facebook', `a HEIC story (${pages.stories})`, { media: [file('a.heic', { role: 'story' })] }, 'story 1: media-format'),
	planted('facebook', `a WebP story (${pages.stories})`, { media: [file('a.webp', { role: 'story' })] }, 'story 1: media-format'),
	planted('facebook', `an AVI story (${pages.stories})`, { media: [file('a.avi', { role: 'story' })] }, 'story 1: media-format'),
	planted('telegram', `a DOCX by URL, which takes PDF, ZIP and GIF (${pages.sendingFiles})`, { media: [file('menu.docx')] }, format),
	planted('telegram', `a JPEG as a document by URL, which takes PDF, ZIP and GIF (${pages.sendingFiles})`, { media: [photo({ kind: 'document' })] }, format),
	...['instagram', 'facebook', 'telegram', 'threads'].flatMap((network) => [
		planted(network, 'a web page in place of an image', { text: 'Rose', media: [unnamed('image', 'text/html')] }, format),
		planted(network, 'a web page in place of a video', { text: 'Rose', media: [unnamed('video', 'text/html; charset=utf-8')] }, format),
	]),
];

const size = 'media: media-size';
const story = { role: 'story' };
const binary = (kind: string, mime: string, bytes: number) => ({ binary: 'data', kind, mime, bytes });

/** One byte more than the vendor's page allows, and far more. */
const tooLarge: Entry[] = [1, 7 * MEGABYTE].flatMap((more) => [
	planted('instagram', `an image of 8 MB and ${more} (${pages.instagramImage})`, { media: [photo({ bytes: 8 * MEGABYTE + more })] }, size),
	planted('instagram', `an image story of 8 MB and ${more} (${pages.instagramImage})`, { media: [photo({ ...story, bytes: 8 * MEGABYTE + more })] }, 'story 1: media-size'),
	planted('instagram', `a reel of 300 MB and ${more} (${pages.reel})`, { media: [film({ bytes: 300 * MEGABYTE + more })] }, size),
	planted('instagram', `a video story of 100 MB and ${more} (${pages.storyVideo})`, { media: [film({ ...story, bytes: 100 * MEGABYTE + more })] }, 'story 1: media-size'),
	planted('facebook', `a photo of 4 MB and ${more} (${pages.photos})`, { media: [photo({ bytes: 4 * MEGABYTE + more })] }, size),
	planted('facebook', `a photo of the item of 4 MB and ${more} (${pages.photos})`, { media: [binary('image', 'image/jpeg', 4 * MEGABYTE + more)] }, size),
	planted('facebook', `a photo story of 10 MB and ${more} (${pages.stories})`, { media: [photo({ ...story, bytes: 10 * MEGABYTE + more })] }, 'story 1: media-size'),
	planted('threads', `an image of 8 MB and ${more} (${pages.threadsMedia})`, { media: [photo({ bytes: 8 * MEGABYTE + more })] }, size),
	planted('threads', `a video of 1 GB and ${more} (${pages.threadsMedia})`, { media: [film({ bytes: 1024 * MEGABYTE + more })] }, size),
	planted('telegram', `a photo of 5 MB and ${more} by URL (${pages.sendingFiles})`, { media: [photo({ bytes: 5 * MEGABYTE + more })] }, size),
	planted('telegram', `a photo of the item of 10 MB and ${more} (${pages.sendPhoto})`, { media: [binary('image', 'image/jpeg', 10 * MEGABYTE + more)] }, size),
	planted('telegram', `a video of 20 MB and ${more} by URL (${pages.sendingFiles})`, { media: [film({ bytes: 20 * MEGABYTE + more })] }, size),
	planted('telegram', `a video of the item of 50 MB and ${more} (${pages.sendVideo})`, { media: [binary('video', 'video/mp4', 50 * MEGABYTE + more)] }, size),
	planted('telegram', `a song of 20 MB and ${more} by URL (${pages.sendingFiles})`, { media: [file('a.mp3', { bytes: 20 * MEGABYTE + more })] }, size),
	planted('telegram', `a song of the item of 50 MB and ${more} (${pages.sendAudio})`, { media: [binary('audio', 'audio/mpeg', 50 * MEGABYTE + more)] }, size),
	planted('telegram', `a PDF of 20 MB and ${more} by URL (${pages.sendingFiles})`, { media: [file('a.pdf', { bytes: 20 * MEGABYTE + more })] }, size),
	planted('telegram', `a document of the item of 50 MB and ${more} (${pages.sendingFiles})`, { media: [binary('document', 'application/zip', 50 * MEGABYTE + more)] }, size),
]);

const pixels = (width: number, height: number) => ({ width, height });
const ratio = 'media: media-ratio';

const shapes: Entry[] = [
	...[pixels(790, 1000), pixels(1080, 1440), pixels(1080, 1920), pixels(1, 2), pixels(320, 1440), pixels(600, 1000)].map((one) =>
		planted('instagram', `an image of ${one.width} × ${one.height}, less than 4:5 (${pages.instagramImage})`, { media: [photo(one)] }, ratio),
	),
	...[pixels(1920, 1000), pixels(1080, 540), pixels(1920, 800), pixels(3000, 1000), pixels(1440, 600)].map((one) =>
		planted('instagram', `an image of ${one.width} × ${one.height}, more than 1.91:1 (${pages.instagramImage})`, { media: [photo(one)] }, ratio),
	),
	planted('instagram', `a panorama in a carousel (${pages.instagramImage})`, { media: [photo(pixels(1080, 1080)), photo(pixels(2400, 1000))] }, 'media 2: media-ratio'),
	planted('instagram', `a reel of 1010 × 100, more than 10:1 (${pages.reel})`, { media: [film(pixels(1010, 100))] }, ratio),
	planted('instagram', `a reel of 9 × 1000, less than 0.01:1 (${pages.reel})`, { media: [film(pixels(9, 1000))] }, ratio),
	planted('instagram', `a video story of 9 × 100, less than 0.1:1 (${pages.storyVideo})`, { media: [film({ ...story, ...pixels(9, 100) })] }, 'story 1: media-ratio'),
	planted('instagram', `a video story of 1100 × 100, more than 10:1 (${pages.storyVideo})`, { media: [film({ ...story, ...pixels(1100, 100) })] }, 'story 1: media-ratio'),
	planted('threads', `an image of 1100 × 100, more than 10:1 (${pages.threadsMedia})`, { media: [photo(pixels(1100, 100))] }, ratio),
	planted('threads', `a video of 1010 × 100, more than 10:1 (${pages.threadsMedia})`, { media: [film(pixels(1010, 100))] }, ratio),
	planted('threads', `a video of 9 × 1000, less than 0.01:1 (${pages.threadsMedia})`, { media: [film(pixels(9, 1000))] }, ratio),
	planted('telegram', `a photo of 2100 × 100, more than 20:1 (${pages.sendPhoto})`, { media: [photo(pixels(2100, 100))] }, ratio),
	planted('telegram', `a photo of 100 × 2100, less than 1:20 (${pages.sendPhoto})`, { media: [photo(pixels(100, 2100))] }, ratio),
	planted('telegram', `a photo of 4000 × 100, more than 20:1 (${pages.sendPhoto})`, { media: [photo(pixels(4000, 100))] }, ratio),
	...[pixels(5000, 5001), pixels(6000, 8000), pixels(9000, 1001)].map((one) =>
		planted('telegram', `a photo of ${one.width} × ${one.height}, together more than 10,000 (${pages.sendPhoto})`, { media: [photo(one)] }, 'media: media-pixels'),
	),
	...[1921, 2160, 3840].map((width) => planted('instagram', `a reel ${width} pixels wide (${pages.reel})`, { media: [film(pixels(width, 2400))] }, 'media: media-width')),
	...[1921, 3840].map((width) => planted('threads', `a video ${width} pixels wide (${pages.threadsMedia})`, { media: [film(pixels(width, 2400))] }, 'media: media-width')),
	planted('instagram', `a video story 1,921 pixels wide (${pages.storyVideo})`, { media: [film({ ...story, ...pixels(1921, 2400) })] }, 'story 1: media-width'),
];

const length = 'media: media-duration';

const lengths: Entry[] = [
	...[2.9, 0.4, 2].map((seconds) => planted('instagram', `a reel of ${seconds} s (${pages.reel})`, { media: [film({ seconds })] }, length)),
	...[901, 1800].map((seconds) => planted('instagram', `a reel of ${seconds} s, more than 15 min (${pages.reel})`, { media: [film({ seconds })] }, length)),
	...[300.1, 600].map((seconds) => planted('threads', `a video of ${seconds} s, more than 5 min (${pages.threadsMedia})`, { media: [film({ seconds })] }, length)),
	...[2.9, 61, 90].flatMap((seconds) => [
		planted('instagram', `a video story of ${seconds} s (${pages.storyVideo})`, { media: [film({ ...story, seconds })] }, 'story 1: media-duration'),
		planted('facebook', `a video story of ${seconds} s (${pages.stories})`, { media: [film({ ...story, seconds })] }, 'story 1: media-duration'),
	]),
	planted('instagram', `the second video of a carousel has 2 s (${pages.reel})`, { media: [film({ seconds: 9 }), film({ seconds: 2 })] }, 'media 2: media-duration'),
];

const alt = 'media: alt-length';

const alts: Entry[] = [
	planted('instagram', `an alternative text of 1,001 letters (${pages.container})`, { media: [photo({ alt: 'a'.repeat(1001) })] }, alt),
	...['image', 'video'].map((kind) => planted('threads', `an alternative text of 1,001 letters of one ${kind} (${pages.threadsPosts})`, { media: [kind === 'image' ? photo({ alt: 'a'.repeat(1001) }) : film({ alt: 'a'.repeat(1001) })] }, alt)),
	planted('instagram', `an alternative text of 1,001 emojis (${pages.container})`, { media: [photo({ alt: '\u{1f337}'.repeat(1001) })] }, alt),
	planted('instagram', `an alternative text of 1,500 letters in a carousel (${pages.container})`, { media: [photo({ alt: 'Rose' }), photo({ alt: 'a'.repeat(1500) })] }, 'media 2: alt-length'),
	planted('instagram', `two alternative texts of 1,001 letters (${pages.container})`, { media: many(2, () => photo({ alt: 'a'.repeat(1001) })) }, 'media 1: alt-length', 'media 2: alt-length'),
];

export const files: readonly Entry[] = [...byFormat, ...oddlyNamed, ...tooLarge, ...shapes, ...lengths, ...alts];
