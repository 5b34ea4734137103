import type { INodeProperties } from 'n8n-workflow';
import { listOrId } from '../core/fields';
import { whatsApp } from '../platforms/whatsApp';

/** The number that writes. */
export const phoneNumber = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The number of the business',
	modes: [
		{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchPhoneNumbers', searchable: true } },
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 106540000000001',
			hint: 'The phone number ID of WhatsApp Manager, not the number itself',
			validation: [{ type: 'regex', properties: { regex: '[0-9]+', errorMessage: 'A phone number ID is a number' } }],
		},
	],
} as const satisfies INodeProperties;

/** The account that has the numbers and the templates. */
export const businessAccount = {
	displayName: 'WhatsApp Business Account',
	name: 'businessAccount',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The account that holds the phone numbers and templates',
	modes: listOrId('searchBusinessAccounts', 'e.g. 102290000000001', 'An account'),
} as const satisfies INodeProperties;

export const recipient = {
	displayName: 'Recipient',
	name: 'recipient',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +33612345678',
	description: 'A phone number with its country code, or the WhatsApp user ID of a person whose number you do not know, such as FR.13491208655302741918',
} as const satisfies INodeProperties;

/** Of every message that is no template: what is known of the 24 hours after the person's last message. */
const window = [
	{
		displayName: 'Window Closes At',
		name: 'windowClosesAt',
		type: 'dateTime',
		default: '',
		description: 'Until when the person may be answered freely, such as the windowClosesAt of their last message. After it nothing is sent, and you are told which templates are allowed. When it is empty, Meta decides.',
	},
	{
		...businessAccount,
		required: false,
		description: 'Whose approved templates to name when the window is closed. When it is empty, it is looked up by the phone number.',
	},
] as const satisfies readonly INodeProperties[];

const callbackData = {
	displayName: 'Callback Data',
	name: 'callbackData',
	type: 'string',
	default: '',
	description: 'Up to 512 characters of your own, such as an order number, that come back in each status of this message',
} as const satisfies INodeProperties;

const defaultCountryCode = {
	displayName: 'Default Country Code',
	name: 'defaultCountryCode',
	type: 'string',
	default: '',
	placeholder: 'e.g. 33',
	description: 'The country of recipients whose number begins with 0',
} as const satisfies INodeProperties;

const replyTo = {
	displayName: 'Reply To Message ID',
	name: 'replyTo',
	type: 'string',
	default: '',
	placeholder: 'e.g. wamid.HBgLMzUxOTEy',
	description: 'The message that this one answers: it is shown above it',
} as const satisfies INodeProperties;

const options = { displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {} } as const satisfies INodeProperties;

export const text = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	description: 'Up to 4096 characters',
} as const satisfies INodeProperties;

export const emoji = {
	displayName: 'Emoji',
	name: 'emoji',
	type: 'string',
	default: '',
	placeholder: 'e.g. 💐',
	description: 'One emoji. Empty takes your reaction away.',
} as const satisfies INodeProperties;

export const url = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/bouquets',
	description: 'The page that the button opens',
} as const satisfies INodeProperties;

/** The fields of a message to one person, around its own ones. */
export const addressed = [phoneNumber, recipient] as const satisfies readonly INodeProperties[];
export const answering = [...window, { ...options, options: [callbackData, defaultCountryCode, replyTo] }] as const satisfies readonly INodeProperties[];

export const answeringText = [
	...window,
	{
		...options,
		options: [
			callbackData,
			defaultCountryCode,
			{ displayName: 'Preview URL', name: 'previewUrl', type: 'boolean', default: false, description: 'Whether to show a preview of the first link in the text' },
			replyTo,
		],
	},
] as const satisfies readonly INodeProperties[];

/** A reaction answers by itself. */
export const reacting = [...window, { ...options, options: [callbackData, defaultCountryCode] }] as const satisfies readonly INodeProperties[];

export const templateOptions = {
	...options,
	options: [
		callbackData,
		defaultCountryCode,
		{
			displayName: 'Other Components',
			name: 'otherComponents',
			type: 'json',
			default: '[]',
			description: 'Further components as Meta’s reference writes them, such as those of a carousel or a limited-time offer',
		},
		replyTo,
	],
} as const satisfies INodeProperties;

export const messageId = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. wamid.HBgLMzUxOTEy',
	description: 'The ID of the message that the person sent',
} as const satisfies INodeProperties;

export const mediaId = {
	displayName: 'Media ID',
	name: 'mediaId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1003383421387256',
	description: 'The ID that an upload or an incoming message gave',
} as const satisfies INodeProperties;

export const place = [
	{ displayName: 'Latitude', name: 'latitude', type: 'number', typeOptions: { numberPrecision: 6 }, default: 0, description: 'Degrees, negative in the south' },
	{ displayName: 'Longitude', name: 'longitude', type: 'number', typeOptions: { numberPrecision: 6 }, default: 0, description: 'Degrees, negative in the west' },
	{ displayName: 'Place Name', name: 'placeName', type: 'string', default: '', placeholder: 'e.g. Atelier Camélia' },
	{ displayName: 'Place Address', name: 'placeAddress', type: 'string', default: '', placeholder: 'e.g. 4 rue Crébillon, Nantes' },
] as const satisfies readonly INodeProperties[];

/** Items to ask for at once: no more than are wanted, and no more than Meta gives. */
export const pageSize = ({ returnAll, limit }: { returnAll: boolean; limit: number }) => (returnAll ? whatsApp.limits.pageSize : Math.min(limit, whatsApp.limits.pageSize));
