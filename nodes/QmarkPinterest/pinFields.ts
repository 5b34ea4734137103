import type { INodeProperties } from 'n8n-workflow';

const publicUrl = 'Pinterest fetches the file itself, so the URL must be public and direct';

export const title = { displayName: 'Title', name: 'title', type: 'string', default: '', description: 'Up to 100 characters' } as const satisfies INodeProperties;

export const description = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description: 'Up to 800 characters',
} as const satisfies INodeProperties;

export const link = {
	displayName: 'Link',
	name: 'link',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/spring',
	description: 'The page that opens when somebody clicks the Pin',
} as const satisfies INodeProperties;

/** What every new Pin has. */
export const texts = [title, description, link] as const;

export const altText = {
	displayName: 'Alt Text',
	name: 'altText',
	type: 'string',
	default: '',
	description: 'What it shows, for people who cannot see it. Up to 500 characters.',
} as const satisfies INodeProperties;

export const dominantColor = {
	displayName: 'Dominant Color',
	name: 'dominantColor',
	type: 'color',
	default: '',
	placeholder: 'e.g. #6E7874',
	description: 'Shown until the image is loaded',
} as const satisfies INodeProperties;

const binaryField = {
	displayName: 'Input Binary Field',
	name: 'binaryField',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the input field containing the file',
	displayOptions: { show: { source: ['binary'] } },
} as const satisfies INodeProperties;

const source = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	options: [
		{ name: 'Binary File', value: 'binary' },
		{ name: 'URL', value: 'url' },
	],
	default: 'url',
} as const satisfies INodeProperties;

const imageUrl = {
	displayName: 'Image URL',
	name: 'imageUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/photo.jpg',
	description: `${publicUrl}. Up to 20 MB; upright images of 1000 × 1500 pixels are shown best.`,
	displayOptions: { show: { source: ['url'] } },
} as const satisfies INodeProperties;

/** One image, from a URL or from the item. */
export const image = [source, imageUrl, { ...binaryField, description: 'JPEG or PNG, up to 20 MB' }] as const;

const videoUrl = {
	displayName: 'Video URL',
	name: 'videoUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/clip.mp4',
	description: 'A direct, public address of an MP4, MOV or M4V of 4 seconds to 15 minutes. It is fetched and uploaded.',
	displayOptions: { show: { source: ['url'] } },
} as const satisfies INodeProperties;

/** One video, from a URL or from the item. */
export const video = [source, videoUrl, binaryField] as const;

/** The picture that stands for a video. */
export const cover = [
	{
		displayName: 'Cover',
		name: 'cover',
		type: 'options',
		options: [
			{ name: 'Image File', value: 'binary', description: 'A JPEG or PNG of the item' },
			{ name: 'Image URL', value: 'url' },
			{ name: 'Second of the Video', value: 'second' },
		],
		default: 'second',
		description: 'The picture that stands for the video',
	},
	{
		displayName: 'Cover Binary Field',
		name: 'coverBinaryField',
		type: 'string',
		required: true,
		default: 'cover',
		hint: 'The name of the input field containing the image',
		displayOptions: { show: { cover: ['binary'] } },
	},
	{
		displayName: 'Cover Second',
		name: 'coverSecond',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 1,
		description: 'The picture at this second; the last one where the video is shorter',
		displayOptions: { show: { cover: ['second'] } },
	},
	{
		displayName: 'Cover URL',
		name: 'coverUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/cover.jpg',
		description: publicUrl,
		displayOptions: { show: { cover: ['url'] } },
	},
] as const satisfies readonly INodeProperties[];

export const waitAtMost = {
	displayName: 'Wait at Most',
	name: 'waitAtMost',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 600,
	description: 'How many seconds Pinterest may take to process the video. No Pin is created if it takes longer.',
} as const satisfies INodeProperties;

export const coverImage = {
	displayName: 'Cover Image',
	name: 'coverImage',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 5 },
	default: 1,
	description: 'Which of the images is shown first, counted from 1',
} as const satisfies INodeProperties;
