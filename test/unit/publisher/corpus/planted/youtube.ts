import type { IDataObject } from 'n8n-workflow';
import { MEGABYTE, file, film, many, photo, planted, unnamed } from '../entry';
import type { Entry } from '../entry';

const properties = 'developers.google.com/youtube/v3/docs/videos#properties';
const insert = 'developers.google.com/youtube/v3/docs/videos/insert';
const hashtags = 'support.google.com/youtube/answer/6390658';

const video = (title: string, content: IDataObject, ...expected: string[]): Entry =>
	planted('youtube', title, { targets: [{ network: 'youtube', account: 'UCSANDBOXcamelia00000001' }], title: 'Rose', text: 'Rouge', media: [film()], ...content }, ...expected);

const texts: Entry[] = [
	video(`a title of 101 characters (${properties})`, { title: 'a'.repeat(101) }, 'title: title-length'),
	video(`neither title nor text (${properties})`, { title: '', text: '' }, 'title: title-missing'),
	...['a < b', 'a > b', '<b>Rose</b>'].map((title) => video(`the title “${title}” (${properties})`, { title }, 'title: choice')),
	video(`a bracket in the text, and so in the title (${properties})`, { title: '', text: 'Rose <3' }, 'title: choice', 'text: choice'),
	video(`a bracket in the text (${properties})`, { text: 'Prix > 10 €' }, 'text: choice'),
	...[['a', 5001], ['é', 2501], ['花', 1667], ['🌷', 1251]].map(([letter, times]) => video(`${String(times)} times “${String(letter)}”, more than 5,000 bytes (${properties})`, { text: String(letter).repeat(Number(times)) }, 'text: text-length')),
	video(`4,990 letters and a link below (${properties})`, { text: 'a'.repeat(4990), link: 'https://camelia.example/a' }, 'text: text-length'),
	video(`a text of its own that is too long (${properties})`, { text: 'Court', variants: { youtube: 'b'.repeat(5001) } }, 'text: text-length'),
	...[61, 80].map((length) => video(`${length} hashtags, of which YouTube takes none (${hashtags})`, { text: many(length, (index) => `#a${index}`).join(' ') }, 'hashtags: hashtags')),
	...['camelia.example', 'ftp://camelia.example/a', 'https://'].map((link) => video(`“${link}” is no link`, { link }, 'link: link-url')),
];

const files: Entry[] = [
	video(`a text alone (${insert})`, { media: [] }, 'media: media-missing'),
	video(`a photo (${insert})`, { media: [photo()] }, 'media: media-kind'),
	video(`a song (${insert})`, { media: [file('rose.mp3')] }, 'media: media-kind'),
	video(`a file of the network’s own (${insert})`, { media: [{ id: 'dQw4w9WgXcQ', kind: 'video' }] }, 'media: media-source'),
	video(`a web page in place of the video (${insert})`, { media: [unnamed('video', 'text/html')] }, 'media: media-format'),
	video(`an Ogg video (${insert})`, { media: [unnamed('video', 'video/ogg')] }, 'media: media-format'),
	video(`256 GB and one byte (${insert})`, { media: [film({ bytes: 256 * 1024 * MEGABYTE + 1 })] }, 'media: media-size'),
	video(`thirteen hours (${insert})`, { media: [film({ seconds: 13 * 3600 })] }, 'media: media-duration'),
	video('no web address', { media: [{ url: 'camelia.example/a.mp4', kind: 'video' }] }, 'media: media-url'),
];

export const youtube: readonly Entry[] = [...texts, ...files];
