import type { INodeProperties } from 'n8n-workflow';

const people = 'e.g. "Moreau, Camille" <camille@example.com>, bruno@example.com';

export const to = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	required: true,
	default: '',
	placeholder: people,
	description: 'Comma-separated addresses, with or without names. A message takes 100 recipients, CC and BCC included.',
} as const satisfies INodeProperties;

export const subject = { displayName: 'Subject', name: 'subject', type: 'string', default: '', placeholder: 'e.g. Your bouquet is on its way' } as const satisfies INodeProperties;

const emailType = {
	displayName: 'Email Type',
	name: 'emailType',
	type: 'options',
	options: [
		{ name: 'Both', value: 'both', description: 'HTML, and a text of your own for readers that show none' },
		{ name: 'HTML', value: 'html', description: 'HTML; the text for readers that show none is made of it' },
		{ name: 'Text', value: 'text', description: 'Plain text only' },
	],
	default: 'html',
} as const satisfies INodeProperties;

const html = { displayName: 'HTML', name: 'html', type: 'string', typeOptions: { rows: 6 }, default: '', displayOptions: { show: { emailType: ['html', 'both'] } }, description: 'An inline image is shown by src="cid:" and its content ID' } as const satisfies INodeProperties;
const text = { displayName: 'Text', name: 'text', type: 'string', typeOptions: { rows: 4 }, default: '', displayOptions: { show: { emailType: ['text', 'both'] } } } as const satisfies INodeProperties;

/** What the message says. */
export const content = [emailType, { ...html, required: true }, { ...text, required: true }] as const satisfies readonly INodeProperties[];

/** The same where nothing need be said. */
export const optionalContent = [emailType, html, text] as const satisfies readonly INodeProperties[];

const attachments = {
	displayName: 'Attachments',
	name: 'attachments',
	type: 'string',
	default: '',
	placeholder: 'e.g. data, invoice',
	description: 'Comma-separated names of the input’s binary fields that hold the files. With all of them a message takes 35 MB; files grow by a third on their way.',
} as const satisfies INodeProperties;

const bcc = { displayName: 'BCC', name: 'bcc', type: 'string', default: '', placeholder: people, description: 'Comma-separated addresses that the others do not see' } as const satisfies INodeProperties;
const cc = { displayName: 'CC', name: 'cc', type: 'string', default: '', placeholder: people, description: 'Comma-separated addresses that get a copy' } as const satisfies INodeProperties;

const from = {
	displayName: 'From',
	name: 'from',
	type: 'string',
	default: '',
	placeholder: 'e.g. "Atelier Camélia" <hello@example.com>',
	description: 'The sender: this account, or an address that Gmail’s settings list under “Send mail as”. Any other is replaced by the account’s own.',
} as const satisfies INodeProperties;

const replyTo = { displayName: 'Reply To', name: 'replyTo', type: 'string', default: '', placeholder: people, description: 'Comma-separated addresses that answers go to' } as const satisfies INodeProperties;

const customHeaders = {
	displayName: 'Custom Headers',
	name: 'customHeaders',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Header',
	default: {},
	options: [
		{
			displayName: 'Header',
			name: 'header',
			values: [
				{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. List-Unsubscribe' },
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
} as const satisfies INodeProperties;

const inlineImages = {
	displayName: 'Inline Images',
	name: 'inlineImages',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Image',
	default: {},
	description: 'Images that the HTML shows',
	options: [
		{
			displayName: 'Image',
			name: 'image',
			values: [
				{ displayName: 'Input Binary Field', name: 'binaryField', type: 'string', default: 'data', hint: 'The name of the input field containing the image' },
				{ displayName: 'Content ID', name: 'contentId', type: 'string', default: '', placeholder: 'e.g. logo', description: 'The name by which the HTML shows it: cid:logo' },
			],
		},
	],
} as const satisfies INodeProperties;

const additional = { displayName: 'Additional Fields', name: 'additionalFields', type: 'collection', placeholder: 'Add Field', default: {} } as const;

/** What a new message may have besides. */
export const additionalFields = { ...additional, options: [attachments, bcc, cc, customHeaders, from, inlineImages, replyTo] } as const satisfies INodeProperties;

const quote = { displayName: 'Quote Original', name: 'quote', type: 'boolean', default: false, description: 'Whether to put the answered message below the answer, as mail programs do' } as const satisfies INodeProperties;
const replyAll = { displayName: 'Reply to All', name: 'replyAll', type: 'boolean', default: false, description: 'Whether everybody who got the message gets the answer, not only who sent it' } as const satisfies INodeProperties;

/** What an answer may have besides. */
export const replyFields = { ...additional, options: [attachments, bcc, cc, customHeaders, from, inlineImages, quote, replyAll, replyTo] } as const satisfies INodeProperties;

const withoutFiles = { displayName: 'Leave Out Attachments', name: 'leaveOutAttachments', type: 'boolean', default: false, description: 'Whether to forward the text only' } as const satisfies INodeProperties;

/** What a forwarded message may have besides. */
export const forwardFields = { ...additional, options: [attachments, bcc, cc, customHeaders, from, inlineImages, withoutFiles, replyTo] } as const satisfies INodeProperties;

const draftTo = { displayName: 'To', name: 'to', type: 'string', default: '', placeholder: people, description: 'Comma-separated addresses, with or without names; a draft may have none yet' } as const satisfies INodeProperties;
const replyToMessage = {
	displayName: 'Reply to Message ID',
	name: 'replyToMessageId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 19a5b2c3d4e5f607',
	description: 'The message that the draft answers: it then stands in that message’s thread, and an empty “To” or “Subject” is taken from it',
} as const satisfies INodeProperties;

/** What a draft may have besides. */
export const draftFields = { ...additional, options: [attachments, bcc, cc, customHeaders, from, inlineImages, quote, replyAll, replyTo, replyToMessage, draftTo] } as const satisfies INodeProperties;
