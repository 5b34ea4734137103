import type { INodeProperties } from 'n8n-workflow';

/** The files of a message: by address, from the item, or kept at Meta before. */
export const media = [
	{
		displayName: 'Media Type',
		name: 'mediaType',
		type: 'options',
		options: [
			{ name: 'Audio', value: 'audio', description: 'Up to 25 MB; Instagram takes AAC, M4A, WAV and MP4' },
			{ name: 'File', value: 'file', description: 'Up to 25 MB; Instagram takes PDF' },
			{ name: 'Image', value: 'image', description: 'JPEG, PNG or GIF up to 8 MB; Instagram shows up to 10 as one message' },
			{ name: 'Video', value: 'video', description: 'Up to 25 MB; Instagram takes MP4, OGG, AVI, MOV and WebM' },
		],
		default: 'image',
	},
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		options: [
			{ name: 'Attachment ID', value: 'attachmentId', description: 'A file that Meta keeps from an earlier upload, for 90 days' },
			{ name: 'Binary File', value: 'binary', description: 'A file of the input item' },
			{ name: 'URL', value: 'url', description: 'A public address that Meta fetches' },
		],
		default: 'url',
	},
	{
		displayName: 'File URL',
		name: 'urls',
		type: 'string',
		typeOptions: { rows: 2 },
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/photo.jpg',
		description: 'A direct, public address; several images for Instagram one a line',
		displayOptions: { show: { source: ['url'] } },
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryFields',
		type: 'string',
		required: true,
		default: 'data',
		hint: 'The name of the input field containing the file; several images for Instagram comma-separated',
		displayOptions: { show: { source: ['binary'] } },
	},
	{
		displayName: 'Attachment ID',
		name: 'attachmentIds',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1745504518999123',
		description: 'What an upload to Meta answered; several images for Instagram comma-separated',
		displayOptions: { show: { source: ['attachmentId'] } },
	},
] as const satisfies readonly INodeProperties[];

/** https://developers.facebook.com/docs/messenger-platform/send-messages/quick-replies */
export const quickReplies = {
	displayName: 'Quick Replies',
	name: 'quickReplies',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Quick Reply',
	default: {},
	description: 'Up to 13 answers to tap, which go away once one is tapped',
	options: [
		{
			displayName: 'Quick Reply',
			name: 'replies',
			values: [
				{ displayName: 'Title', name: 'title', type: 'string', default: '', placeholder: 'e.g. Opening hours', description: 'What the person taps and then says, up to 20 characters' },
				{ displayName: 'Payload', name: 'payload', type: 'string', default: '', placeholder: 'e.g. hours', description: 'What the workflow receives, up to 1,000 characters; the title where it is empty' },
				{ displayName: 'Image URL', name: 'imageUrl', type: 'string', default: '', placeholder: 'e.g. https://example.com/icon.png', description: 'A small picture beside the title, at least 24 × 24 pixels; Messenger only' },
			],
		},
	],
} as const satisfies INodeProperties;

/** https://developers.facebook.com/docs/messenger-platform/reference/buttons */
export const buttons = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Button',
	default: {},
	description: 'Up to 3 buttons under the text',
	options: [
		{
			displayName: 'Button',
			name: 'buttons',
			values: [
				{ displayName: 'Title', name: 'title', type: 'string', default: '', placeholder: 'e.g. Order', description: 'Up to 20 characters' },
				{
					displayName: 'Action',
					name: 'action',
					type: 'options',
					options: [
						{ name: 'Open URL', value: 'web_url' },
						{ name: 'Send Payload', value: 'postback' },
					],
					default: 'postback',
				},
				{
					displayName: 'URL',
					name: 'url',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/order',
					displayOptions: { show: { action: ['web_url'] } },
				},
				{
					displayName: 'Payload',
					name: 'payload',
					type: 'string',
					default: '',
					placeholder: 'e.g. order',
					description: 'What the workflow receives when the button is tapped, up to 1,000 characters; the title where it is empty',
					displayOptions: { show: { action: ['postback'] } },
				},
			],
		},
	],
} as const satisfies INodeProperties;
