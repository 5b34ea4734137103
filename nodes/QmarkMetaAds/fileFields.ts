import type { INodeProperties } from 'n8n-workflow';

export const hash = { displayName: 'Image Hash', name: 'hash', type: 'string', required: true, default: '', placeholder: 'e.g. 02bee5277ec507b6fd0f9b9ff2f22d9c', description: 'The hash that uploading or listing images gave' } as const satisfies INodeProperties;

export const binaryField = { displayName: 'Input Binary Field', name: 'binaryField', type: 'string', required: true, default: 'data', hint: 'The name of the input field containing the file' } as const satisfies INodeProperties;

export const videoId = { displayName: 'Video ID', name: 'videoId', type: 'string', required: true, default: '', placeholder: 'e.g. 120500000000000001', description: 'The ID that uploading or listing videos gave' } as const satisfies INodeProperties;

/** A video from a public address or from the item, and whether to wait for it. */
export const newVideo = [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		options: [
			{ name: 'Binary File', value: 'binary', description: 'A file of the input item' },
			{ name: 'URL', value: 'url', description: 'A public address that Meta fetches' },
		],
		default: 'url',
	},
	{ displayName: 'Video URL', name: 'videoUrl', type: 'string', required: true, default: '', placeholder: 'e.g. https://example.com/video.mp4', description: 'A direct, public address of an MP4 or MOV', displayOptions: { show: { source: ['url'] } } },
	{ ...binaryField, displayOptions: { show: { source: ['binary'] } } },
	{ displayName: 'Name', name: 'name', type: 'string', required: true, default: '', description: 'The name in the media library; it tells the video apart after a lost answer' },
] as const satisfies INodeProperties[];

export const waiting = [
	{ displayName: 'Wait Until Ready', name: 'waitUntilReady', type: 'boolean', default: true, description: 'Whether to wait until Meta has processed the video: before that no creative can use it' },
	{ displayName: 'Wait at Most', name: 'waitAtMost', type: 'number', typeOptions: { minValue: 1 }, default: 600, description: 'Seconds after which the node goes on with the status “processing”', displayOptions: { show: { waitUntilReady: [true] } } },
] as const satisfies INodeProperties[];

export const videoDetails = [
	{ displayName: 'Description', name: 'description', type: 'string', typeOptions: { rows: 3 }, default: '' },
	{ displayName: 'Title', name: 'title', type: 'string', default: '', description: 'The name unless given' },
] as const satisfies INodeProperties[];
