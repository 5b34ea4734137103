import type { IDataObject } from 'n8n-workflow';
import { characters, textOf } from '../characters';
import { MEGABYTE, file, film, many, photo, planted, unnamed } from '../entry';
import type { Entry } from '../entry';

const reference = 'learn.microsoft.com/…/community-management/shares';
const [posts, images, videos, documents] = ['posts-api', 'images-api', 'videos-api', 'documents-api'].map((page) => `${reference}/${page}`);
const articles = `${reference}/article-post`;
const several = `${reference}/multiimage-post-api`;
const comments = `${reference}/comments-api`;

const post = (title: string, content: IDataObject, ...expected: string[]): Entry => planted('linkedin', title, { targets: [{ network: 'linkedin', account: 'urn:li:organization:5500001' }], ...content }, ...expected);

const long = 'text: text-length';
const format = 'media: media-format';
const together = 'media: media-together';

const texts: Entry[] = [
	...characters.map((one) => post(`3,001 units of ${one.name} (${posts})`, { text: textOf(one, 'units', 3001) }, long)),
	post(`2,992 letters and 9 of a hashtag (${posts})`, { text: 'a'.repeat(2992), hashtags: ['fleurs'] }, long),
	post(`2,974 letters and 27 of a link above a photo (${posts})`, { text: 'a'.repeat(2974), link: 'https://camelia.example/a', media: [photo()] }, long),
	post(`too long under a video (${posts})`, { text: 'c'.repeat(3500), media: [film()] }, long),
	post(`the network’s own text is too long (${posts})`, { text: 'Court', variants: { linkedin: 'b'.repeat(3001) } }, long),
	post(`a title of 401 letters (${articles})`, { title: 'a'.repeat(401), text: 'Rose', link: 'https://camelia.example/' }, 'title: title-length'),
	post('nothing', {}, 'text: empty'),
	post('an empty text', { text: ' \n ' }, 'text: empty'),
	post('a first comment without a post', { firstComment: 'Bonjour' }, 'text: empty'),
	post('a story alone, of which it has none', { media: [photo({ role: 'story' })] }, 'text: empty'),
	post('“camelia.example” is no link', { text: 'Rose', link: 'camelia.example' }, 'link: link-url'),
	...characters.slice(0, 7).map((one) => post(`a first comment of 1,251 units of ${one.name} (${comments})`, { text: 'Rose', firstComment: textOf(one, 'units', 1251) }, 'first comment: comment-length')),
	post(`an alternative text of 4,086 letters (${posts})`, { media: [photo({ alt: 'a'.repeat(4086) })] }, 'media: alt-length'),
	post(`an alternative text of 4,086 letters on the second image (${several})`, { media: [photo(), photo({ alt: 'a'.repeat(4086) })] }, 'media 2: alt-length'),
];

const refused: readonly [kind: string, page: string | undefined, endings: Record<string, string>][] = [
	['image', images, { webp: 'image/webp', heic: 'image/heic', avif: 'image/avif', svg: 'image/svg+xml', bmp: 'image/bmp', tiff: 'image/tiff' }],
	['video', videos, { mov: 'video/quicktime', webm: 'video/webm', avi: 'video/x-msvideo', mkv: 'video/x-matroska', wmv: 'video/x-ms-wmv' }],
	['document', documents, { zip: 'application/zip', csv: 'text/csv', txt: 'text/plain', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }],
];

const files: Entry[] = [
	...refused.flatMap(([kind, page, endings]) =>
		Object.entries(endings).flatMap(([ending, mime]) => [
			post(`a ${kind} that ends in .${ending} (${page})`, { media: [file(`rose.${ending}`)] }, format),
			post(`a ${kind} of type ${mime} (${page})`, { media: [unnamed(kind, mime)] }, format),
		]),
	),
	post('a web page in place of an image', { media: [unnamed('image', 'text/html')] }, format),
	post('a sound', { media: [file('rose.mp3')] }, 'media: media-kind'),
	post('an image by Telegram’s ID', { media: [{ id: 'AgACAgQAAx', kind: 'image' }] }, 'media: media-source'),
	post('“bouquet.jpg” is no public file', { media: [{ url: 'bouquet.jpg' }] }, 'media: media-url'),
	...[1, MEGABYTE].map((more) => post(`a video of 5 GB and ${more} (${videos})`, { media: [film({ bytes: 5 * 1024 * MEGABYTE + more })] }, 'media: media-size')),
	post(`a video of the item of 5.1 GB (${videos})`, { media: [{ binary: 'data', kind: 'video', bytes: 5_222 * MEGABYTE }] }, 'media: media-size'),
	post(`a document of 101 MB (${documents})`, { media: [file('guide.pdf', { bytes: 101 * MEGABYTE })] }, 'media: media-size'),
	...[1, 2.9, 1801, 3600].map((seconds) => post(`a video of ${seconds} s (${videos})`, { media: [film({ seconds })] }, 'media: media-duration')),
	...[[1000, 400], [400, 1000]].map(([width, height]) => post(`a video of ${width} × ${height}, beyond 2.4:1 (${videos})`, { media: [film({ width, height })] }, 'media: media-ratio')),
	post(`21 images (${several})`, { media: many(21, () => photo()) }, 'media: media-count'),
	post(`an image beside a video (${several})`, { media: [photo(), film()] }, together),
	post(`two videos (${several})`, { media: [film(), film()] }, together),
	post(`two documents (${several})`, { media: [file('a.pdf'), file('b.pdf')] }, together),
	post(`an image beside a document (${several})`, { media: [photo(), file('b.pdf')] }, together),
	post(`a WebP in the middle of several images (${several})`, { media: [photo(), file('b.webp'), photo()] }, 'media 2: media-format'),
];

export const linkedin: readonly Entry[] = [...texts, ...files];
