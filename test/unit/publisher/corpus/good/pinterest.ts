import type { IDataObject } from 'n8n-workflow';
import { MEGABYTE, file, film, good, many, photo, unnamed } from '../entry';
import type { Entry } from '../entry';

const pin = (title: string, content: IDataObject): Entry => good('pinterest', title, { targets: [{ network: 'pinterest', account: '549000000000000101' }], title: 'Rose', text: 'Rouge', media: [photo()], ...content });

const texts: Entry[] = [
	pin('a title of 100 characters', { title: 'a'.repeat(100) }),
	pin('a text of 800 characters', { text: 'a'.repeat(800) }),
	pin('a text of 800 characters and a link, which is not a part of it', { text: 'a'.repeat(800), link: 'https://camelia.example/' }),
	pin('a link of 2,048 characters', { link: `https://camelia.example/${'a'.repeat(2024)}` }),
	pin('an image alone', { title: '', text: '' }),
	pin('ten hashtags and five links', { text: [...many(10, (index) => `#a${index}`), ...many(5, (index) => `https://camelia.example/${index}`)].join(' ') }),
	pin('an alternative text of 500 characters', { media: [photo({ alt: 'a'.repeat(500) })] }),
];

const files: Entry[] = [
	...['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp', 'tiff'].map((ending) => pin(`an image that ends in .${ending}`, { media: [file(`rose.${ending}`)] })),
	...['image/jpeg', 'image/png', 'image/webp', 'image/gif'].map((mime) => pin(`an image of type ${mime}`, { media: [unnamed('image', mime)] })),
	...['mp4', 'mov', 'm4v'].map((ending) => pin(`a video that ends in .${ending}`, { media: [file(`rose.${ending}`)] })),
	pin('an image of 20 MB', { media: [photo({ bytes: 20 * MEGABYTE })] }),
	pin('a very high image', { media: [photo({ width: 600, height: 3000 })] }),
	pin('a video of 2 GB', { media: [film({ bytes: 2048 * MEGABYTE })] }),
	...[4, 60, 900].map((seconds) => pin(`a video of ${seconds} seconds`, { media: [film({ seconds })] })),
	...[[1080, 1920], [1000, 1000], [1910, 1000], [1000, 2000]].map(([width = 0, height = 0]) => pin(`a video of ${width} × ${height} pixels`, { media: [film({ width, height, seconds: 10 })] })),
	pin('a video with a cover', { media: [film({ cover: 'https://cdn.example/cover.jpg' })] }),
	...[2, 3, 4, 5].map((count) => pin(`${count} images of the same size`, { media: many(count, () => photo({ width: 1000, height: 1500 })) })),
	pin('two images of sizes that nobody knows', { media: [photo(), photo({ width: 1000, height: 1500 })] }),
];

/** What Pinterest takes. */
export const pinterest: readonly Entry[] = [...texts, ...files];
