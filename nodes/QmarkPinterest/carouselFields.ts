import type { INodeProperties } from 'n8n-workflow';

const ofImage = 'Of this image alone';

export const carouselSource = {
	displayName: 'Image Source',
	name: 'imageSource',
	type: 'options',
	options: [
		{ name: 'Images Below', value: 'images' },
		{ name: 'List of URLs', value: 'urls' },
	],
	default: 'images',
} as const satisfies INodeProperties;

export const carouselImages = {
	displayName: 'Images',
	name: 'images',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Image',
	default: {},
	description: 'Two to five images of the same width and height. Give each a URL or a binary field.',
	displayOptions: { show: { imageSource: ['images'] } },
	options: [
		{
			displayName: 'Image',
			name: 'image',
			values: [
				{ displayName: 'Description', name: 'description', type: 'string', default: '', description: ofImage },
				{ displayName: 'Input Binary Field', name: 'binaryField', type: 'string', default: '', placeholder: 'e.g. data', description: 'In place of the URL: the name of the input field containing a JPEG or PNG' },
				{ displayName: 'Link', name: 'link', type: 'string', default: '', placeholder: 'e.g. https://example.com/spring', description: ofImage },
				{ displayName: 'Title', name: 'title', type: 'string', default: '', description: ofImage },
				{ displayName: 'URL', name: 'url', type: 'string', default: '', placeholder: 'e.g. https://example.com/photo.jpg' },
			],
		},
	],
} as const satisfies INodeProperties;

export const carouselUrls = {
	displayName: 'Image URLs',
	name: 'imageUrls',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/1.jpg',
	description: 'Two to five public URLs of images of the same width and height, one a line; an expression may give a list',
	displayOptions: { show: { imageSource: ['urls'] } },
} as const satisfies INodeProperties;
