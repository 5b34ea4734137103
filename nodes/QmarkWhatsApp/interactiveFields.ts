import type { INodeProperties } from 'n8n-workflow';

export const body = {
	displayName: 'Body',
	name: 'body',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	description: 'The text of the message, up to 1024 characters',
} as const satisfies INodeProperties;

export const footer = { displayName: 'Footer', name: 'footer', type: 'string', default: '', description: 'A small line below the body, up to 60 characters' } as const satisfies INodeProperties;

export const buttonText = {
	displayName: 'Button Text',
	name: 'buttonText',
	type: 'string',
	required: true,
	default: '',
	description: 'What stands on the button, up to 20 characters',
} as const satisfies INodeProperties;

export const buttons = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Button',
	default: {},
	description: 'One to three buttons',
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: [
				{ displayName: 'Title', name: 'title', type: 'string', default: '', description: 'Up to 20 characters' },
				{ displayName: 'Button ID', name: 'id', type: 'string', default: '', description: 'What the answer carries as its payload. The title when it is empty.' },
			],
		},
	],
} as const satisfies INodeProperties;

export const sections = {
	displayName: 'Sections',
	name: 'sections',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Section',
	default: {},
	description: 'One to ten rows in all, in sections',
	options: [
		{
			displayName: 'Section',
			name: 'section',
			values: [
				{ displayName: 'Title', name: 'title', type: 'string', default: '', description: 'Up to 24 characters. Needed when there are several sections.' },
				{
					displayName: 'Rows',
					name: 'rows',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true, sortable: true },
					placeholder: 'Add Row',
					default: {},
					options: [
						{
							displayName: 'Row',
							name: 'row',
							values: [
								{ displayName: 'Title', name: 'title', type: 'string', default: '', description: 'Up to 24 characters' },
								{ displayName: 'Description', name: 'description', type: 'string', default: '', description: 'Up to 72 characters' },
								{ displayName: 'Row ID', name: 'id', type: 'string', default: '', description: 'What the answer carries as its payload. The title when it is empty.' },
							],
						},
					],
				},
			],
		},
	],
} as const satisfies INodeProperties;

/** A form inside WhatsApp. */
export const flow = [
	{
		displayName: 'Flow By',
		name: 'flowBy',
		type: 'options',
		options: [
			{ name: 'ID', value: 'id' },
			{ name: 'Name', value: 'name' },
		],
		default: 'id',
	},
	{ displayName: 'Flow', name: 'flow', type: 'string', required: true, default: '', description: 'The ID or the name of the flow, as WhatsApp Manager shows it' },
	{ ...buttonText, description: 'What stands on the button that opens the flow, up to 30 characters' },
	{
		displayName: 'First Screen',
		name: 'flowAction',
		type: 'options',
		options: [
			{ name: 'Chosen by the Endpoint', value: 'data_exchange', description: 'The flow asks your own server' },
			{ name: 'Chosen Here', value: 'navigate' },
		],
		default: 'navigate',
	},
	{
		displayName: 'Screen',
		name: 'screen',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. WELCOME',
		description: 'The ID of the screen to begin with',
		displayOptions: { show: { flowAction: ['navigate'] } },
	},
	{
		displayName: 'Flow Options',
		name: 'flowOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{ displayName: 'Data', name: 'data', type: 'json', default: '{}', description: 'What the first screen is given, as an object' },
			{ displayName: 'Draft', name: 'draft', type: 'boolean', default: false, description: 'Whether to send the version that is not published yet' },
			{ displayName: 'Flow Token', name: 'flowToken', type: 'string', typeOptions: { password: true }, default: '', description: 'Your own name for this run of the flow; it comes back with the answer' },
		],
	},
] as const satisfies readonly INodeProperties[];
