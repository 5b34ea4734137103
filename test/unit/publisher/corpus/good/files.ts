import type { IDataObject } from 'n8n-workflow';
import { MEGABYTE, file, film, good, many, pages, photo, unnamed } from '../entry';
import type { Entry } from '../entry';

const all = ['facebook', 'instagram', 'telegram', 'threads'];
const story = { role: 'story' };
const pixels = (width: number, height: number) => ({ width, height });
const binary = (kind: string, facts: IDataObject = {}) => ({ binary: 'data', kind, ...facts });

/** What the vendors' pages list, by type and by ending. */
const formats: readonly [network: string, kind: string, endings: Record<string, string>][] = [
	['instagram', 'image', { jpg: 'image/jpeg', jpeg: 'image/pjpeg', JPG: 'image/jpg' }],
	['instagram', 'video', { mp4: 'video/mp4', mov: 'video/quicktime', MOV: 'Video/QuickTime', m4v: 'video/x-m4v' }],
	['facebook', 'image', { jpg: 'image/jpeg', jpeg: 'image/jpeg; charset=binary', png: 'image/png', gif: 'image/gif', PNG: 'IMAGE/PNG' }],
	['facebook', 'video', { mp4: 'video/mp4', mov: 'video/quicktime' }],
	['threads', 'image', { jpg: 'image/jpeg', jpeg: 'image/pjpeg', png: 'image/png', PNG: 'IMAGE/PNG' }],
	['threads', 'video', { mp4: 'video/mp4', mov: 'video/quicktime', m4v: 'video/x-m4v' }],
	['telegram', 'image', { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif' }],
	['telegram', 'video', { mp4: 'video/mp4' }],
	['telegram', 'audio', { mp3: 'audio/mpeg', m4a: 'audio/mp4', MP3: 'audio/mp3' }],
	['telegram', 'document', { pdf: 'application/pdf', zip: 'application/zip' }],
];

const byFormat: Entry[] = formats.flatMap(([network, kind, endings]) =>
	Object.entries(endings).flatMap(([ending, mime]) => [
		good(network, `a ${kind} that ends in .${ending}`, { media: [file(`rose.${ending}`)] }),
		good(network, `a ${kind} of type ${mime}`, { media: [unnamed(kind, mime)] }),
		good(network, `a ${kind} that ends in .${ending} before a query`, { media: [file(`rose.${ending}?v=2&w=1080#a`)] }),
	]),
);

const unknown: Entry[] = all.flatMap((network) => [
	good(network, 'an image of which nothing is known', { media: [file('files/8f31')] }),
	good(network, 'a video of which nothing is known', { media: [file('files/8f31', { kind: 'video' })] }),
	good(network, 'an image that its server calls bytes', { media: [file('files/8f31', { kind: 'image', mime: 'application/octet-stream' })] }),
	good(network, 'a video that its server calls bytes', { media: [film({ mime: 'binary/octet-stream' })] }),
	good(network, 'an address with a port, a space and brackets', { media: [{ url: 'https://cdn.example:8443/mes%20photos/rose_(1).jpg' }] }),
	good(network, 'an address in capitals', { media: [{ url: 'HTTPS://CDN.EXAMPLE/ROSE.JPG' }] }),
	good(network, 'an address with an accent', { media: [{ url: 'https://café.example/été.jpg' }] }),
	good(network, 'facts that are no numbers', { media: [photo({ width: 'unknown', height: 0, bytes: '', seconds: null })] }),
]);

const edges: Entry[] = [
	good('instagram', `an image of 8 MB exactly (${pages.instagramImage})`, { media: [photo({ bytes: 8 * MEGABYTE })] }),
	good('instagram', `an image story of 8 MB exactly (${pages.instagramImage})`, { media: [photo({ ...story, bytes: 8 * MEGABYTE })] }),
	good('instagram', `a reel of 300 MB exactly (${pages.reel})`, { media: [film({ bytes: 300 * MEGABYTE })] }),
	good('instagram', `a video story of 100 MB exactly (${pages.storyVideo})`, { media: [film({ ...story, bytes: 100 * MEGABYTE })] }),
	good('facebook', `a photo of 4 MB exactly (${pages.photos})`, { media: [photo({ bytes: 4 * MEGABYTE })] }),
	good('facebook', `a photo story of 10 MB exactly (${pages.stories})`, { media: [photo({ ...story, bytes: 10 * MEGABYTE })] }),
	good('threads', `an image of 8 MB exactly (${pages.threadsMedia})`, { media: [photo({ bytes: 8 * MEGABYTE })] }),
	good('threads', `a video of 1 GB exactly (${pages.threadsMedia})`, { media: [film({ bytes: 1024 * MEGABYTE })] }),
	...[pixels(1000, 100), pixels(100, 1000), pixels(4000, 3000), pixels(200, 200)].map((one) => good('threads', `an image of ${one.width} × ${one.height} (${pages.threadsMedia})`, { media: [photo(one)] })),
	...[pixels(1080, 1920), pixels(1920, 1080), pixels(1920, 192)].map((one) => good('threads', `a video of ${one.width} × ${one.height} (${pages.threadsMedia})`, { media: [film(one)] })),
	...[0.5, 299.9, 300].map((seconds) => good('threads', `a video of ${seconds} s (${pages.threadsMedia})`, { media: [film({ seconds })] })),
	good('telegram', `a photo of 5 MB exactly by URL (${pages.sendingFiles})`, { media: [photo({ bytes: 5 * MEGABYTE })] }),
	good('telegram', `a photo of the item of 10 MB exactly (${pages.sendPhoto})`, { media: [binary('image', { bytes: 10 * MEGABYTE })] }),
	good('telegram', `a video of 20 MB exactly by URL (${pages.sendingFiles})`, { media: [film({ bytes: 20 * MEGABYTE })] }),
	good('telegram', `a video of the item of 50 MB exactly (${pages.sendVideo})`, { media: [binary('video', { bytes: 50 * MEGABYTE })] }),
	good('telegram', `a photo of 9 MB that Telegram has already (${pages.sendingFiles})`, { media: [{ id: 'AgACAgQAAx', kind: 'image', bytes: 9 * MEGABYTE }] }),
	good('telegram', `a video of 900 MB that Telegram has already (${pages.sendingFiles})`, { media: [{ id: 'BAACAgQAAx', kind: 'video', bytes: 900 * MEGABYTE }] }),
	good('telegram', `a DOCX of the item (${pages.sendingFiles})`, { media: [binary('document', { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' })] }),
	...[pixels(1080, 1350), pixels(800, 1000), pixels(4, 5), pixels(1080, 1080), pixels(1910, 1000), pixels(1080, 566), pixels(1200, 628), pixels(1440, 1800)].map((one) =>
		good('instagram', `an image of ${one.width} × ${one.height} (${pages.instagramImage})`, { media: [photo(one)] }),
	),
	...[pixels(1080, 1920), pixels(1920, 1080), pixels(1920, 192), pixels(540, 960), pixels(20, 2000)].map((one) => good('instagram', `a reel of ${one.width} × ${one.height} (${pages.reel})`, { media: [film(one)] })),
	...[pixels(1080, 1920), pixels(100, 1000), pixels(1000, 100)].map((one) => good('instagram', `a video story of ${one.width} × ${one.height} (${pages.storyVideo})`, { media: [film({ ...story, ...one })] })),
	...[pixels(5000, 5000), pixels(2000, 100), pixels(100, 2000), pixels(9000, 1000), pixels(1080, 1920)].map((one) => good('telegram', `a photo of ${one.width} × ${one.height} (${pages.sendPhoto})`, { media: [photo(one)] })),
	...[3, 90, 899.99, 900].map((seconds) => good('instagram', `a reel of ${seconds} s (${pages.reel})`, { media: [film({ seconds })] })),
	...[3, 15, 60].flatMap((seconds) => [
		good('instagram', `a video story of ${seconds} s (${pages.storyVideo})`, { media: [film({ ...story, seconds })] }),
		good('facebook', `a video story of ${seconds} s (${pages.stories})`, { media: [film({ ...story, seconds })] }),
	]),
	...[1, 90, 7200].map((seconds) => good('facebook', `a video of ${seconds} s (${pages.pageVideos})`, { media: [film({ seconds })] })),
	good('facebook', `a photo of any shape (${pages.photos})`, { media: [photo(pixels(9000, 300))] }),
];

const groups: Entry[] = [
	...[2, 9, 10].map((length) => good('instagram', `a carousel of ${length} (${pages.carousel})`, { media: many(length, () => photo()) })),
	good('instagram', `a carousel of images and videos (${pages.carousel})`, { media: [photo(), film(), photo(), film()] }),
	...[2, 10, 20].map((length) => good('threads', `a carousel of ${length} (${pages.threadsCarousel})`, { text: 'Rose', media: many(length, (index) => (index % 2 === 0 ? photo() : film())) })),
	...[2, 10, 25].map((length) => good('facebook', `${length} photos`, { text: 'Rose', media: many(length, () => photo()) })),
	...[2, 10].flatMap((length) => [
		good('telegram', `an album of ${length} photos (${pages.mediaGroup})`, { media: many(length, () => photo()) }),
		good('telegram', `an album of ${length} songs (${pages.mediaGroup})`, { media: many(length, () => file('a.mp3')) }),
		good('telegram', `an album of ${length} PDFs (${pages.mediaGroup})`, { media: many(length, () => file('a.pdf')) }),
	]),
	good('telegram', `an album of photos and videos (${pages.mediaGroup})`, { media: [photo(), film(), binary('image')] }),
	good('telegram', 'a GIF alone', { text: 'Rose', media: [file('rose.gif')] }),
	good('instagram', 'a video of the item', { media: [binary('video', { mime: 'video/mp4' })] }),
	good('facebook', 'photos of the item and by URL', { media: [binary('image', { mime: 'image/jpeg' }), photo()] }),
	good('instagram', 'a post and three stories', { text: 'Rose', media: [photo(), photo(story), film(story), photo(story)] }),
	good('instagram', 'a story alone', { media: [photo(story)] }),
	good('facebook', 'a story alone, as BMP', { media: [file('a.bmp', story)] }),
	good('facebook', 'a text and a story, as TIFF', { text: 'Rose', media: [file('a.tiff', story)] }),
	good('threads', 'a text and a story, which is left out', { text: 'Rose', media: [photo(story)] }),
	good('telegram', 'a text and a story, which is left out', { text: 'Rose', media: [photo(story)] }),
	good('facebook', 'a video and a photo story', { media: [film(), photo(story)] }),
];

const forms: Entry[] = [
	...['facebook', 'FACEBOOK', ' facebook ', 'facebook:100200300400501'].map((networks) => good('facebook', `networks: “${networks}”`, { text: 'Rose', targets: undefined, networks })),
	good('facebook', 'a list of networks', { text: 'Rose', targets: ['facebook', 'telegram'] }),
	good('all', 'three networks as one text', { text: 'Rose', media: [photo()], targets: 'facebook|instagram|telegram' }),
	good('all', 'four networks with accounts', { text: 'Rose', media: 'https://cdn.example/a.jpg', targets: 'facebook:1, instagram:2; telegram:@camelia, threads:3' }),
	good('telegram', 'a number as its ID', { id: 42, text: 'Rose' }),
	good('telegram', 'a number as its text', { text: 2027 }),
	good('telegram', 'a content within an item', { content: { id: 'inner', text: 'Rose', targets: 'telegram' } }),
	good('instagram', 'media in lines', { media: 'https://cdn.example/a.jpg\nhttps://cdn.example/b.mp4' }),
	good('instagram', 'media with bars', { media: 'https://cdn.example/a.jpg|https://cdn.example/b.jpg' }),
	good('instagram', 'media with commas', { media: 'https://cdn.example/a.jpg,https://cdn.example/b.jpg' }),
	good('instagram', 'media with commas and spaces', { media: 'https://cdn.example/a.jpg, https://cdn.example/b.jpg' }),
	good('instagram', 'media with a comma in an address', { media: 'https://cdn.example/w_1080,h_1350/a.jpg' }),
	good('instagram', 'one file as an object', { media: { url: 'https://cdn.example/a.jpg' } }),
	good('instagram', 'a file with its source', { media: [{ source: { url: 'https://cdn.example/a.jpg' } }] }),
	good('instagram', 'a file with its source as a text', { media: [{ source: 'https://cdn.example/a.jpg' }] }),
	good('instagram', 'roles and kinds in capitals', { media: [photo({ role: 'Post', kind: 'Image' }), film({ role: 'STORY', kind: 'VIDEO' })] }),
	...['2027-01-31', '2027-01-31T09:30', '2027-01-31 09:30', '2027-01-31T09:30:15.250Z', '2027-01-31T09:30+02:00', '2027-01-31T09:30-0300', '2028-02-29T23:59', ''].map((publishAt) => good('telegram', `a date: “${publishAt}”`, { text: 'Rose', publishAt })),
	good('telegram', 'nothing but blanks beside the text', { text: 'Rose', link: ' ', hashtags: null, mentions: '', firstComment: '  ', labels: null, utm: {}, slot: '', variants: null }),
];

export const files: readonly Entry[] = [...byFormat, ...unknown, ...edges, ...groups, ...forms];
