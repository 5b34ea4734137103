import type { IDataObject } from 'n8n-workflow';
import type { Choices } from '../../../../../nodes/networks/network';
import { MEGABYTE, file, film, many, photo, planted, unnamed } from '../entry';
import type { Entry } from '../entry';

const direct = 'developers.tiktok.com/doc/content-posting-api-reference-direct-post';
const photos = 'developers.tiktok.com/doc/content-posting-api-reference-photo-post';
const transfer = 'developers.tiktok.com/doc/content-posting-api-media-transfer-guide';
const guidelines = 'developers.tiktok.com/doc/content-sharing-guidelines';

const everyone: Choices = { tikTokAudience: 'PUBLIC_TO_EVERYONE' };

const post = (title: string, content: IDataObject, ...expected: string[]): Entry => ({
	...planted('tiktok', title, { targets: [{ network: 'tiktok', account: '_000SANDBOXcamelia' }], text: 'Rose', media: [film()], ...content }, ...expected),
	choices: everyone,
});

const format = 'media: media-format';

const texts: Entry[] = [
	...[['a', 2201], ['é', 2201], ['花', 2201], ['🌷', 1101]].map(([letter, times]) => post(`${String(times)} times “${String(letter)}”, more than 2200 units (${direct})`, { text: String(letter).repeat(Number(times)) }, 'text: text-length')),
	post(`a text of its own that is too long (${direct})`, { variants: { tiktok: 'b'.repeat(2201) } }, 'text: text-length'),
	post(`hashtags that make it too long (${direct})`, { text: 'a'.repeat(2190), hashtags: ['abcdefghi'] }, 'text: text-length'),
	post(`a title of 91 characters (${photos})`, { title: 'a'.repeat(91), media: [photo()] }, 'title: title-length'),
];

const files: Entry[] = [
	post(`a text alone (${direct})`, { media: [] }, 'media: media-missing'),
	...['avi', 'mkv', 'wmv'].map((ending) => post(`a video that ends in .${ending} (${transfer})`, { media: [file(`rose.${ending}`)] }, format)),
	...['png', 'gif', 'heic', 'avif', 'bmp', 'tiff'].map((ending) => post(`a photo that ends in .${ending} (${photos})`, { media: [file(`rose.${ending}`)] }, format)),
	post(`a photo of type image/png (${photos})`, { media: [unnamed('image', 'image/png')] }, format),
	post('a web page in place of the video', { media: [unnamed('video', 'text/html')] }, format),
	post(`a photo of the item (${photos})`, { media: [{ binary: 'data', kind: 'image', mime: 'image/jpeg' }] }, 'media: media-source'),
	post('a video by an ID of the network’s', { media: [{ id: '7400000000000000001', kind: 'video' }] }, 'media: media-source'),
	post('a song', { media: [file('rose.mp3')] }, 'media: media-kind'),
	post('a PDF', { media: [file('rose.pdf')] }, 'media: media-kind'),
	post(`a photo of 20 MB and a byte (${photos})`, { media: [photo({ bytes: 20 * MEGABYTE + 1 })] }, 'media: media-size'),
	post(`a video of 4 GB and a byte (${transfer})`, { media: [film({ bytes: 4096 * MEGABYTE + 1 })] }, 'media: media-size'),
	post(`a video of 359 pixels (${transfer})`, { media: [film({ width: 359, height: 640 })] }, 'media: media-width'),
	post(`a video of 5000 pixels (${transfer})`, { media: [film({ width: 5000, height: 2800 })] }, 'media: media-width'),
	post(`a photo of 3000 pixels (${photos})`, { media: [photo({ width: 3000, height: 1500 })] }, 'media: media-width'),
	post(`a video of 601 seconds (${direct})`, { media: [film({ seconds: 601 })] }, 'media: media-duration'),
	...[36, 40].map((count) => post(`${count} photos (${photos})`, { media: many(count, () => photo()) }, 'media: media-count')),
	post(`a video and a photo (${direct})`, { media: [film(), photo()] }, 'media: media-together'),
	post(`two videos (${direct})`, { media: [film(), film()] }, 'media: media-together'),
];

const choices: Entry[] = [
	{ ...post(`nobody has chosen who sees it (${guidelines})`, {}, 'TikTok Audience: choice'), choices: {} },
	{ ...post(`nobody has chosen who sees the photos (${guidelines})`, { media: [photo()] }, 'TikTok Audience: choice'), choices: { tikTokAudience: '', tikTokPromotes: ['own'] } },
	{ ...post(`a paid partnership for itself alone (${guidelines})`, {}, 'TikTok Audience: choice'), choices: { tikTokAudience: 'SELF_ONLY', tikTokPromotes: ['branded'] } },
];

export const tiktok: readonly Entry[] = [...texts, ...files, ...choices];
