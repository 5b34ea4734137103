import type { INodeProperties } from 'n8n-workflow';
import { author } from './fields';

const fetched = 'QMARK fetches the file and uploads it, so the URL must be public and lead straight to it';

export const text = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description: 'Up to 3000 characters. Write hashtags as #word, and mentions as @[Exact Name](urn:li:organization:123). All other signs are shown as they are.',
} as const satisfies INodeProperties;

export const requiredText = { ...text, required: true } as const satisfies INodeProperties;

/** What every post begins with. */
export const written = [author, text] as const;

const source = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	options: [
		{ name: 'Binary File of the Item', value: 'binary' },
		{ name: 'URL', value: 'url' },
	],
	default: 'binary',
} as const satisfies INodeProperties;

const binaryField = {
	displayName: 'Input Binary Field',
	name: 'binaryField',
	type: 'string',
	required: true,
	default: 'data',
	displayOptions: { show: { source: ['binary'] } },
	hint: 'The name of the input field with the file',
} as const satisfies INodeProperties;

const url = { name: 'url', type: 'string', required: true, default: '', displayOptions: { show: { source: ['url'] } } } as const satisfies Partial<INodeProperties>;

/** Where the post’s one file comes from. */
export const imageFile = [source, binaryField, { displayName: 'Image URL', ...url, placeholder: 'e.g. https://example.com/photo.jpg', description: `${fetched}. JPEG, PNG or GIF.` }] as const satisfies INodeProperties[];
export const videoFile = [source, binaryField, { displayName: 'Video URL', ...url, placeholder: 'e.g. https://example.com/clip.mp4', description: `${fetched}. MP4, 3 seconds to 30 minutes, 75 KB to 5 GB, of which LinkedIn advises 500 MB at most.` }] as const satisfies INodeProperties[];
export const documentFile = [source, binaryField, { displayName: 'Document URL', ...url, placeholder: 'e.g. https://example.com/guide.pdf', description: `${fetched}. PDF, Word or PowerPoint, up to 100 MB and 300 pages.` }] as const satisfies INodeProperties[];

export const title = { displayName: 'Title', name: 'title', type: 'string', required: true, default: '' } as const satisfies INodeProperties;

export const articleUrl = { displayName: 'Article URL', name: 'link', type: 'string', required: true, default: '', placeholder: 'e.g. https://example.com/spring' } as const satisfies INodeProperties;

export const imagesSource = {
	displayName: 'Images From',
	name: 'imagesSource',
	type: 'options',
	options: [
		{ name: 'Items Below', value: 'items' },
		{ name: 'List of URLs', value: 'urls' },
	],
	default: 'items',
} as const satisfies INodeProperties;

const altText = { displayName: 'Alt Text', name: 'altText', type: 'string', default: '', description: 'What it shows, for people who cannot see it. Up to 4085 characters.' } as const satisfies INodeProperties;

export const images = {
	displayName: 'Images',
	name: 'images',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Image',
	default: {},
	displayOptions: { show: { imagesSource: ['items'] } },
	description: 'Two to 20 images. JPEG, PNG or GIF.',
	options: [
		{
			displayName: 'Image',
			name: 'image',
			values: [
				altText,
				{ displayName: 'Input Binary Field', name: 'binaryField', type: 'string', default: '', placeholder: 'e.g. data', description: 'The name of the input field with the file; a URL goes before it' },
				{ displayName: 'URL', name: 'url', type: 'string', default: '', placeholder: 'e.g. https://example.com/photo.jpg', description: fetched },
			],
		},
	],
} as const satisfies INodeProperties;

export const imageUrls = {
	displayName: 'Image URLs',
	name: 'imageUrls',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/1.jpg',
	displayOptions: { show: { imagesSource: ['urls'] } },
	description: 'Two to 20 public URLs, one a line; an expression may give a list',
} as const satisfies INodeProperties;

export const poll = [
	{ displayName: 'Question', name: 'question', type: 'string', required: true, default: '', description: 'Up to 140 characters' },
	{ displayName: 'Answers', name: 'answers', type: 'string', typeOptions: { rows: 4 }, required: true, default: '', description: 'Two to four answers of up to 30 characters, one a line; an expression may give a list' },
	{
		displayName: 'Duration',
		name: 'duration',
		type: 'options',
		options: [
			{ name: 'One Day', value: 'ONE_DAY' },
			{ name: 'One Week', value: 'SEVEN_DAYS' },
			{ name: 'Three Days', value: 'THREE_DAYS' },
			{ name: 'Two Weeks', value: 'FOURTEEN_DAYS' },
		],
		default: 'SEVEN_DAYS',
	},
] as const satisfies INodeProperties[];

export const sortBy = {
	displayName: 'Sort By',
	name: 'sortBy',
	type: 'options',
	options: [
		{ name: 'Newest First', value: 'CREATED' },
		{ name: 'Last Changed First', value: 'LAST_MODIFIED' },
	],
	default: 'CREATED',
} as const satisfies INodeProperties;

/** What may be added to a post; each operation picks what LinkedIn takes for it. */
export const extra = {
	altText,
	description: { displayName: 'Description', name: 'description', type: 'string', typeOptions: { rows: 2 }, default: '', description: 'Shown below the title. Up to 4085 characters.' },
	reshareDisabled: { displayName: 'Disable Resharing', name: 'reshareDisabled', type: 'boolean', default: false, description: 'Whether nobody may reshare the post' },
	thumbnailAltText: { displayName: 'Thumbnail Alt Text', name: 'thumbnailAltText', type: 'string', default: '', description: 'What the thumbnail shows, for people who cannot see it' },
	thumbnailBinaryField: { displayName: 'Thumbnail Binary Field', name: 'thumbnailBinaryField', type: 'string', default: '', placeholder: 'e.g. data', description: 'The name of the input field with the picture of the article; LinkedIn fetches none from the page' },
	thumbnailUrl: { displayName: 'Thumbnail URL', name: 'thumbnailUrl', type: 'string', default: '', placeholder: 'e.g. https://example.com/photo.jpg', description: 'The picture of the article; LinkedIn fetches none from the page' },
	title: { displayName: 'Title', name: 'title', type: 'string', default: '' },
	visibility: {
		displayName: 'Visibility',
		name: 'visibility',
		type: 'options',
		options: [
			{ name: 'Anyone', value: 'PUBLIC' },
			{ name: 'Connections', value: 'CONNECTIONS', description: 'Of a member; an organization has none' },
			{ name: 'LinkedIn Members', value: 'LOGGED_IN' },
		],
		default: 'PUBLIC',
	},
	waitAtMost: {
		displayName: 'Wait at Most',
		name: 'waitAtMost',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 600,
		description: 'How many seconds LinkedIn may take to process a file. Nothing is published if it takes longer.',
	},
} as const satisfies Record<string, INodeProperties>;

const collection = { displayName: 'Additional Fields', name: 'additionalFields', type: 'collection', placeholder: 'Add Field', default: {} } as const satisfies INodeProperties;

/** An operation’s “Additional Fields”. Give them sorted by their display names. */
export const additionalFields = <const Fields extends INodeProperties[]>(...options: Fields) => ({ ...collection, options });
