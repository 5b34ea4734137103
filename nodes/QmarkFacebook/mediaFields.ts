import type { INodeProperties } from 'n8n-workflow';

const source = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	options: [
		{ name: 'Binary File', value: 'binary', description: 'A file of the input item' },
		{ name: 'URL', value: 'url', description: 'A public address that Facebook fetches' },
	],
	default: 'url',
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

const photoUrl = {
	displayName: 'Photo URL',
	name: 'photoUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/photo.jpg',
	description: 'A direct, public address of a JPEG, PNG or GIF of up to 4 MB',
	displayOptions: { show: { source: ['url'] } },
} as const satisfies INodeProperties;

const videoUrl = {
	displayName: 'Video URL',
	name: 'videoUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/video.mp4',
	description: 'A direct, public address of an MP4 or MOV that the site’s robots.txt lets Facebook read',
	displayOptions: { show: { source: ['url'] } },
} as const satisfies INodeProperties;

const mediaType = {
	displayName: 'Media Type',
	name: 'mediaType',
	type: 'options',
	options: [
		{ name: 'Photo', value: 'photo' },
		{ name: 'Video', value: 'video' },
	],
	default: 'photo',
} as const satisfies INodeProperties;

/** One photo, from a URL or from the item. */
export const photo = [source, photoUrl, binaryField] as const;

/** One video, from a URL or from the item. */
export const video = [source, videoUrl, binaryField] as const;

/** A photo or a video, from a URL or from the item. */
export const photoOrVideo = [
	mediaType,
	source,
	{ ...photoUrl, description: 'A direct, public address of an image of up to 10 MB', displayOptions: { show: { source: ['url'], mediaType: ['photo'] } } },
	{ ...videoUrl, displayOptions: { show: { source: ['url'], mediaType: ['video'] } } },
	binaryField,
] as const satisfies INodeProperties[];

/** Several photos, in the order of the album. */
export const photos = [
	{
		displayName: 'Photo URLs',
		name: 'photoUrls',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. https://example.com/1.jpg',
		description: 'Direct, public addresses of JPEG, PNG or GIF files of up to 4 MB, one a line',
	},
	{
		displayName: 'Input Binary Fields',
		name: 'binaryFields',
		type: 'string',
		default: '',
		placeholder: 'e.g. data,data1',
		hint: 'Comma-separated names of the input fields containing the files; they come after the URLs',
	},
	{
		displayName: 'Alternative Texts',
		name: 'altTexts',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description: 'What each photo shows, for people who do not see it: one a line, in the order of the photos',
	},
] as const satisfies INodeProperties[];

export const altText = {
	displayName: 'Alternative Text',
	name: 'altText',
	type: 'string',
	default: '',
	description: 'What the photo shows, for people who do not see it',
} as const satisfies INodeProperties;

export const title = { displayName: 'Title', name: 'title', type: 'string', default: '', description: 'The title of the video' } as const satisfies INodeProperties;

/** Whether to wait until Facebook has processed the video, and how long. */
export const processing = [
	{
		displayName: 'Wait for Processing',
		name: 'waitForProcessing',
		type: 'boolean',
		default: false,
		description: 'Whether to wait until the video can be seen, which also tells whether Facebook could process it',
	},
	{
		displayName: 'Wait at Most',
		name: 'waitAtMost',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 600,
		description: 'Seconds after which the node goes on with the status “processing”',
		displayOptions: { show: { waitForProcessing: [true] } },
	},
] as const satisfies INodeProperties[];

const [waitForProcessing, waitAtMost] = processing;

/** The same for a story that is a video. */
export const storyProcessing = [
	{ ...waitForProcessing, displayOptions: { show: { mediaType: ['video'] } } },
	{ ...waitAtMost, displayOptions: { show: { mediaType: ['video'], waitForProcessing: [true] } } },
] as const satisfies INodeProperties[];
