import type { IDataObject } from 'n8n-workflow';
import type { Choices } from '../../../../../nodes/networks/network';
import { MEGABYTE, file, film, good, many, photo, unnamed } from '../entry';
import type { Entry } from '../entry';

const post = (title: string, content: IDataObject, choices: Choices = { tikTokAudience: 'PUBLIC_TO_EVERYONE' }): Entry => ({
	...good('tiktok', title, { targets: [{ network: 'tiktok', account: '_000SANDBOXcamelia' }], text: 'Rose', media: [film()], ...content }),
	choices,
});

const texts: Entry[] = [
	...[['a', 2200], ['é', 2200], ['花', 2200], ['🌷', 1100]].map(([letter, times]) => post(`${String(times)} times “${String(letter)}”`, { text: String(letter).repeat(Number(times)) })),
	post('no text', { text: '' }),
	post('a title of 90 characters', { title: 'a'.repeat(90), media: [photo()] }),
	post('a long first line, of which the title takes what fits', { text: 'Une phrase assez longue pour ne pas tenir. '.repeat(10), media: [photo()] }),
	post('60 hashtags and 30 names', { text: [...many(60, (index) => `#a${index}`), ...many(30, (index) => `@b${index}`)].join(' ') }),
	post('a link in the text, which nobody can click', { text: 'Rose https://camelia.example/' }),
];

const files: Entry[] = [
	...['mp4', 'MP4', 'm4v', 'mov', 'webm'].map((ending) => post(`a video that ends in .${ending}`, { media: [file(`rose.${ending}`)] })),
	...['video/mp4', 'video/quicktime', 'video/webm', 'video/x-m4v'].map((mime) => post(`a video of type ${mime}`, { media: [unnamed('video', mime)] })),
	...['jpg', 'jpeg', 'JPG', 'webp'].map((ending) => post(`a photo that ends in .${ending}`, { media: [file(`rose.${ending}`)] })),
	post('a file of the item', { media: [{ binary: 'data', kind: 'video', bytes: 4096 * MEGABYTE }] }),
	post('4 GB and ten minutes', { media: [film({ bytes: 4096 * MEGABYTE, seconds: 600 })] }),
	...[[360, 640], [1080, 1920], [4096, 2304]].map(([width, height]) => post(`a video of ${String(width)} × ${String(height)}`, { media: [film({ width, height })] })),
	post('35 photos', { media: many(35, () => photo()) }),
	post('a photo of 20 MB and 1080 × 1920', { media: [photo({ bytes: 20 * MEGABYTE, width: 1080, height: 1920 })] }),
];

const choices: Entry[] = [
	...['PUBLIC_TO_EVERYONE', 'FOLLOWER_OF_CREATOR', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY', 'draft'].map((tikTokAudience) => post(`for ${tikTokAudience}`, {}, { tikTokAudience })),
	post('its own brand, for itself alone', {}, { tikTokAudience: 'SELF_ONLY', tikTokPromotes: ['own'] }),
	post('another brand, for everybody', {}, { tikTokAudience: 'PUBLIC_TO_EVERYONE', tikTokPromotes: ['own', 'branded'] }),
];

export const tiktok: readonly Entry[] = [...texts, ...files, ...choices];
