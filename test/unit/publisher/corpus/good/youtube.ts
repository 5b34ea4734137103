import type { IDataObject } from 'n8n-workflow';
import { MEGABYTE, file, film, good, many, photo, unnamed } from '../entry';
import type { Entry } from '../entry';

const video = (title: string, content: IDataObject): Entry =>
	good('youtube', title, { targets: [{ network: 'youtube', account: 'UCSANDBOXcamelia00000001' }], title: 'Rose', text: 'Rouge', media: [film()], ...content });

const texts: Entry[] = [
	video('a title of 100 characters', { title: 'a'.repeat(100) }),
	video('a title and no text', { text: '' }),
	video('a long first line, of which the title takes what fits', { title: '', text: 'Une phrase assez longue pour ne pas tenir. '.repeat(10) }),
	...[['a', 5000], ['é', 2500], ['花', 1666], ['🌷', 1250]].map(([letter, times]) => video(`${String(times)} times “${String(letter)}”`, { text: String(letter).repeat(Number(times)) })),
	video('60 hashtags', { text: many(60, (index) => `#a${index}`).join(' ') }),
	video('a link below the text', { link: 'https://camelia.example/a' }),
	video('“brackets” that YouTube takes', { title: '‹Rose› [1] {2} (3)', text: '« Rouge » → rose ≤ 10' }),
];

const files: Entry[] = [
	...['mp4', 'mov', 'webm', 'mkv', 'avi', 'wmv', 'm4v'].map((ending) => video(`a video that ends in .${ending}`, { media: [file(`rose.${ending}`)] })),
	...['video/mp4', 'video/quicktime', 'video/webm', 'video/x-flv', 'video/3gpp', 'application/octet-stream'].map((mime) => video(`a video of type ${mime}`, { media: [unnamed('video', mime)] })),
	video('a file of the item', { media: [{ binary: 'data', kind: 'video' }] }),
	video('256 GB and twelve hours', { media: [film({ bytes: 256 * 1024 * MEGABYTE, seconds: 12 * 3600 })] }),
	video('an upright one', { media: [film({ width: 1080, height: 1920, seconds: 30 })] }),
	video('a cover', { media: [film({ cover: 'https://cdn.example/cover.jpg' })] }),
	video('a story beside it, which is left out', { media: [film(), photo({ role: 'story' })] }),
];

export const youtube: readonly Entry[] = [...texts, ...files];
