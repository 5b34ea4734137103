import type { INodeProperties } from 'n8n-workflow';
import { journalFields } from '../../core/journal/fields';
import { gmailSending } from '../../platforms/gmailSending';
import { table } from './entry';

/** Nodes with the same journal never write to a person twice in a campaign, and know the same opt-outs. */
export const journal = journalFields({
	table: table.name,
	workflow: 'Campaign journal (PostgreSQL)',
	description: 'Where it is written down who was sent what, before and after each message, and who wants no more. All campaigns share one.',
});

export const campaign = {
	displayName: 'Campaign',
	name: 'campaign',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. autumn-2026',
	description: 'Its name. In one campaign each address gets one message, however often the node runs.',
} as const satisfies INodeProperties;

export const recipient = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. camille@example.com',
	description: 'The address of the one recipient of this item, with or without a name before it',
} as const satisfies INodeProperties;

/** Where the link to unsubscribe goes in the message. */
export const MARK = '%UNSUBSCRIBE_URL%';

export const content = [
	{ displayName: 'Subject', name: 'subject', type: 'string', required: true, default: '', placeholder: 'e.g. Our autumn bouquets' },
	{
		displayName: 'HTML',
		name: 'html',
		type: 'string',
		typeOptions: { rows: 6 },
		default: '',
		description: `The message as HTML. ${MARK} becomes the address of the page to unsubscribe; where it is missing, a line with it is added at the end.`,
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description: 'The same as plain text; made from the HTML where it is empty',
	},
	{
		displayName: 'Unsubscribe URL',
		name: 'unsubscribeUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/qmark-unsubscribe',
		description: 'Production URL of the shipped workflow “Unsubscribe with one click”. Gmail and other programs show a button that calls it; it is the link in the message too.',
	},
] as const satisfies readonly INodeProperties[];

export const options = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Daily Limit',
			name: 'dailyLimit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 450,
			description: `Messages of this mailbox within 24 hours, those of its campaigns counted. Google allows ${gmailSending.messagesADay.workspace} a day with Workspace and about ${gmailSending.messagesADay.personal} without. What is over it waits for a later run.`,
		},
		{ displayName: 'From', name: 'from', type: 'string', default: '', placeholder: 'e.g. Atelier Camélia <bonjour@example.com>', description: 'The mailbox’s own address or an alias of it' },
		{
			displayName: 'Most Messages per Run',
			name: 'mostPerRun',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 200,
			description: 'The rest waits for a later run. Unlimited where this option is not added.',
		},
		{ displayName: 'Reply To', name: 'replyTo', type: 'string', default: '', placeholder: 'e.g. bonjour@example.com' },
		{
			displayName: 'Unsubscribe Address',
			name: 'unsubscribeAddress',
			type: 'string',
			default: '',
			placeholder: 'e.g. unsubscribe@example.com',
			description: 'For programs that unsubscribe by mail: a second way in the header List-Unsubscribe',
		},
		{ displayName: 'Unsubscribe Text', name: 'unsubscribeText', type: 'string', default: 'Unsubscribe', description: `Words before the link where ${MARK} is missing` },
	],
} as const satisfies INodeProperties;

/** Whose consent it is about. */
export const person = [
	{
		displayName: 'By',
		name: 'by',
		type: 'options',
		options: [
			{ name: 'Address', value: 'address' },
			{ name: 'Unsubscribe Link', value: 'link', description: 'By the link that stands in a message' },
		],
		default: 'address',
	},
	{ displayName: 'Address', name: 'address', type: 'string', required: true, default: '', placeholder: 'e.g. camille@example.com', displayOptions: { show: { by: ['address'] } } },
	{ displayName: 'Link', name: 'link', type: 'string', default: '', placeholder: 'e.g. {{ $json.query.t }}', description: 'The whole link, or its “t”', displayOptions: { show: { by: ['link'] } } },
] as const satisfies readonly INodeProperties[];

/** Which lines of the journal are listed. */
export const filters = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{ displayName: 'Campaign', name: 'campaign', type: 'string', default: '' },
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Any', value: '' },
				{ name: 'Failed', value: 'failed' },
				{ name: 'In Doubt', value: 'in-doubt' },
				{ name: 'Refused', value: 'refused' },
				{ name: 'Sending', value: 'sending' },
				{ name: 'Sent', value: 'sent' },
				{ name: 'Unsubscribed', value: 'unsubscribed' },
			],
			default: '',
		},
	],
} as const satisfies INodeProperties;
