import type { IDataObject } from 'n8n-workflow';
import { characters, textOf } from '../characters';
import { MEGABYTE, file, film, good, many, photo, unnamed } from '../entry';
import type { Entry } from '../entry';

const post = (title: string, content: IDataObject): Entry => good('linkedin', title, { targets: [{ network: 'linkedin', account: 'urn:li:organization:5500001' }], ...content });

const texts: Entry[] = [
	...characters.map((one) => post(`3,000 units of ${one.name}`, { text: textOf(one, 'units', 3000) })),
	...['(', '[', '{', '<', '@', '#', '*', '_', '~', '|', '\\'].map((sign) => post(`3,000 times “${sign}”, each of which is escaped on its way`, { text: sign.repeat(3000) })),
	post('2,991 letters and 9 of a hashtag', { text: 'a'.repeat(2991), hashtags: ['fleurs'] }),
	post('3,000 letters and a link as an article', { text: 'a'.repeat(3000), link: 'https://camelia.example/a' }),
	post('2,973 letters and 27 of a link above a photo', { text: 'a'.repeat(2973), link: 'https://camelia.example/a', media: [photo()] }),
	post('a link alone', { link: 'https://camelia.example/' }),
	post('a title of 400 letters above a link', { title: 'a'.repeat(400), link: 'https://camelia.example/' }),
	post('a first line of 1,000 letters, of which the title takes what fits', { text: 'Une phrase '.repeat(90), link: 'https://camelia.example/' }),
	post('60 hashtags, 40 mentions and ten links', { text: [...many(60, (n) => `#a${n}`), ...many(40, (n) => `@client${n}`), ...many(10, (n) => `https://a.example/${n}`)].join(' ') }),
	post('a mention as LinkedIn has it', { text: 'Merci @[Atelier Camélia](urn:li:organization:5500001)' }),
	post('a long text, and a short one of its own', { text: 'a'.repeat(9000), variants: { LinkedIn: 'Rose' } }),
	...characters.slice(0, 7).map((one) => post(`a first comment of 1,250 units of ${one.name}`, { text: 'Rose', firstComment: textOf(one, 'units', 1250) })),
	post('an alternative text of 4,085 letters', { media: [photo({ alt: 'a'.repeat(4085) })] }),
	post('an alternative text of a video, which nobody is shown', { media: [film({ alt: 'a'.repeat(5000) })] }),
	post('a text and a story, which is left out', { text: 'Rose', media: [photo({ role: 'story' })] }),
];

const taken: readonly [kind: string, endings: Record<string, string>][] = [
	['image', { jpg: 'image/jpeg', jpeg: 'image/pjpeg', png: 'image/png', gif: 'image/gif', PNG: 'IMAGE/PNG' }],
	['video', { mp4: 'video/mp4', m4v: 'video/x-m4v' }],
	['document', { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' }],
];

const files: Entry[] = [
	...taken.flatMap(([kind, endings]) =>
		Object.entries(endings).flatMap(([ending, mime]) => [post(`a ${kind} that ends in .${ending}`, { media: [file(`rose.${ending}`)] }), post(`a ${kind} of type ${mime}`, { media: [unnamed(kind, mime)] })]),
	),
	...['application/msword', 'application/vnd.ms-powerpoint'].map((mime) => post(`a document of type ${mime}`, { media: [unnamed('document', mime)] })),
	...['image', 'video', 'document'].map((kind) => post(`a ${kind} of the item`, { media: [{ binary: 'data', kind }] })),
	post('a video of 5 GB exactly', { media: [film({ bytes: 5 * 1024 * MEGABYTE })] }),
	post('a document of 100 MB exactly', { media: [file('guide.pdf', { bytes: 100 * MEGABYTE })] }),
	...[3, 1800].map((seconds) => post(`a video of ${seconds} s`, { media: [film({ seconds })] })),
	...[[2400, 1000], [1000, 2400], [1080, 1920], [1920, 1080]].map(([width, height]) => post(`a video of ${width} × ${height}`, { media: [film({ width, height })] })),
	...[2, 10, 20].map((count) => post(`${count} images`, { text: 'Rose', media: many(count, () => photo()) })),
	post('several images, a GIF among them', { media: [photo(), file('b.gif')] }),
	post('images of different ratios', { media: [photo({ width: 1080, height: 1080 }), photo({ width: 1080, height: 1920 })] }),
	post('the page by its ID', { text: 'Rose', targets: 'linkedin:5500001' }),
	post('a member by the URN', { text: 'Rose', targets: [{ network: 'LinkedIn', account: 'urn:li:person:SANDBOXcami' }] }),
];

export const linkedin: readonly Entry[] = [...texts, ...files];
