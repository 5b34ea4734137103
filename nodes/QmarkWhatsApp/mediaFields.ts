import type { INodeProperties } from 'n8n-workflow';

const source = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	options: [
		{ name: 'Binary File', value: 'binary', description: 'A file of the input item, which is uploaded first' },
		{ name: 'Media ID', value: 'mediaId', description: 'A file that was uploaded or received before' },
		{ name: 'URL', value: 'url', description: 'A public address that WhatsApp fetches' },
	],
	default: 'url',
} as const satisfies INodeProperties;

const mediaUrl = {
	displayName: 'Media URL',
	name: 'mediaUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/photo.jpg',
	description: 'A direct, public address',
	displayOptions: { show: { source: ['url'] } },
} as const satisfies INodeProperties;

const sourceId = {
	displayName: 'Media ID',
	name: 'mediaId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1003383421387256',
	displayOptions: { show: { source: ['mediaId'] } },
} as const satisfies INodeProperties;

export const binaryField = {
	displayName: 'Input Binary Field',
	name: 'binaryField',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the input field containing the file',
} as const satisfies INodeProperties;

const sourceBinary = { ...binaryField, displayOptions: { show: { source: ['binary'] } } } as const satisfies INodeProperties;

/** A file, from a URL, from the item or by the ID of one that Meta has. */
export const file = [source, mediaUrl, sourceId, sourceBinary] as const satisfies readonly INodeProperties[];

export const caption = {
	displayName: 'Caption',
	name: 'caption',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	description: 'The text below it, up to 1024 characters',
} as const satisfies INodeProperties;

export const fileName = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: '',
	placeholder: 'e.g. invoice.pdf',
	description: 'The name that the person sees. That of the binary file when it is empty.',
} as const satisfies INodeProperties;

const withFile = ['document', 'image', 'video'] as const;

/** The same file in the header of a message. */
const headerFile = [
	{ ...source, displayOptions: { show: { headerType: [...withFile] } } },
	{ ...mediaUrl, displayOptions: { show: { headerType: [...withFile], source: ['url'] } } },
	{ ...sourceId, displayOptions: { show: { headerType: [...withFile], source: ['mediaId'] } } },
	{ ...binaryField, displayOptions: { show: { headerType: [...withFile], source: ['binary'] } } },
] as const satisfies readonly INodeProperties[];

export const headerText = {
	displayName: 'Header Text',
	name: 'headerText',
	type: 'string',
	default: '',
	description: 'A line above the body, up to 60 characters',
} as const satisfies INodeProperties;

const headerType = {
	displayName: 'Header',
	name: 'headerType',
	type: 'options',
	options: [
		{ name: 'Document', value: 'document' },
		{ name: 'Image', value: 'image' },
		{ name: 'None', value: 'none' },
		{ name: 'Text', value: 'text' },
		{ name: 'Video', value: 'video' },
	],
	default: 'none',
} as const satisfies INodeProperties;

/** What stands above the body of an interactive message. */
export const header = [headerType, { ...headerText, displayOptions: { show: { headerType: ['text'] } } }, ...headerFile] as const satisfies readonly INodeProperties[];

/** What is filled into the header of a template. */
export const templateHeader = [
	{
		...headerType,
		options: [
			{ name: 'Document', value: 'document' },
			{ name: 'Image', value: 'image' },
			{ name: 'Location', value: 'location' },
			{ name: 'None', value: 'none', description: 'The template has no header, or one without a variable' },
			{ name: 'Text', value: 'text' },
			{ name: 'Video', value: 'video' },
		],
	},
	{ ...headerText, description: 'What stands in the place of the header’s variable', displayOptions: { show: { headerType: ['text'] } } },
	{
		displayName: 'Header Variable Name',
		name: 'headerName',
		type: 'string',
		default: '',
		description: 'Only for a template with named variables',
		displayOptions: { show: { headerType: ['text'] } },
	},
	...headerFile,
] as const satisfies readonly INodeProperties[];
