import type { IDataObject } from 'n8n-workflow';
import { MEGABYTE, file, film, many, photo, planted, unnamed } from '../entry';
import type { Entry } from '../entry';

const create = 'developers.pinterest.com/docs/api/v5/pins-create';
const specs = 'help.pinterest.com/en/business/article/pinterest-product-specs';

const pin = (title: string, content: IDataObject, ...expected: string[]): Entry =>
	planted('pinterest', title, { targets: [{ network: 'pinterest', account: '549000000000000101' }], title: 'Rose', text: 'Rouge', media: [photo()], ...content }, ...expected);

const texts: Entry[] = [
	pin(`a title of 101 characters (${create})`, { title: 'a'.repeat(101) }, 'title: title-length'),
	pin(`a text of 801 characters (${create})`, { text: 'a'.repeat(801) }, 'text: text-length'),
	pin(`hashtags that make the text too long (${create})`, { text: 'a'.repeat(795), hashtags: ['camelia'] }, 'text: text-length'),
	pin(`a text of its own that is too long (${create})`, { variants: { pinterest: 'b'.repeat(801) } }, 'text: text-length'),
	pin(`a link of 2,049 characters (${create})`, { link: `https://camelia.example/${'a'.repeat(2025)}` }, 'link: choice'),
	pin('a link that is none', { link: 'camelia.example' }, 'link: link-url'),
	pin(`a title and a text that are too long (${create})`, { title: 'a'.repeat(200), text: 'b'.repeat(2000) }, 'title: title-length', 'text: text-length'),
	pin(`an alternative text of 501 characters (${create})`, { media: [photo({ alt: 'a'.repeat(501) })] }, 'media: alt-length'),
	pin(`no image and no video (${create})`, { media: [] }, 'media: media-missing'),
	pin('a link without an image', { media: [], link: 'https://camelia.example/' }, 'media: media-missing'),
];

const formats: Entry[] = [
	...['heic', 'avif', 'svg'].map((ending) => pin(`an image that ends in .${ending} (${specs})`, { media: [file(`rose.${ending}`)] }, 'media: media-format')),
	...['image/heic', 'image/avif', 'image/svg+xml', 'text/html'].map((mime) => pin(`an image of type ${mime} (${specs})`, { media: [unnamed('image', mime)] }, 'media: media-format')),
	...['webm', 'avi', 'mkv', 'wmv'].map((ending) => pin(`a video that ends in .${ending} (${specs})`, { media: [file(`rose.${ending}`)] }, 'media: media-format')),
	...['pdf', 'mp3'].map((ending) => pin(`a file that ends in .${ending} (${create})`, { media: [file(`rose.${ending}`)] }, 'media: media-kind')),
];

const files: Entry[] = [
	pin(`an image of 21 MB (${specs})`, { media: [photo({ bytes: 21 * MEGABYTE })] }, 'media: media-size'),
	pin(`a video of more than 2 GB (${specs})`, { media: [film({ bytes: 2049 * MEGABYTE })] }, 'media: media-size'),
	pin(`a video of 3 seconds (${specs})`, { media: [film({ seconds: 3 })] }, 'media: media-duration'),
	pin(`a video of 16 minutes (${specs})`, { media: [film({ seconds: 960 })] }, 'media: media-duration'),
	pin(`a video that is wider than 1.91:1 (${specs})`, { media: [film({ width: 2000, height: 1000 })] }, 'media: media-ratio'),
	pin(`a video that is higher than 1:2 (${specs})`, { media: [film({ width: 400, height: 1000 })] }, 'media: media-ratio'),
	pin(`six images (${create})`, { media: many(6, () => photo()) }, 'media: media-count'),
	pin(`two videos (${create})`, { media: [film(), film()] }, 'media: media-together'),
	pin(`an image and a video (${create})`, { media: [photo(), film()] }, 'media: media-together'),
	pin(`images of different sizes (${create})`, { media: [photo({ width: 1000, height: 1500 }), photo({ width: 1000, height: 1000 })] }, 'media: choice'),
	pin(`the third of three images is of another size (${create})`, { media: [...many(2, () => photo({ width: 1000, height: 1500 })), photo({ width: 1080, height: 1500 })] }, 'media: choice'),
	pin(`a HEIC in the middle of a carousel (${specs})`, { media: [photo(), file('b.heic'), photo()] }, 'media 2: media-format'),
	pin('an address that is none', { media: [{ url: 'rose.jpg' }] }, 'media: media-url'),
];

/** Violations of Pinterest's limits. */
export const pinterest: readonly Entry[] = [...texts, ...formats, ...files];
