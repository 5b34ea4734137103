import type { INodeProperties } from 'n8n-workflow';
import { listOrId } from '../core/fields';

/** The page that writes and reads. Its own token signs the calls. */
export const page = {
	displayName: 'Page',
	name: 'page',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The Facebook page; for Instagram Direct the one that the Instagram account is linked to',
	modes: listOrId('searchPages', 'e.g. 100200300400501', 'A page'),
} as const satisfies INodeProperties;

export const channel = {
	displayName: 'Channel',
	name: 'channel',
	type: 'options',
	options: [
		{ name: 'Instagram Direct', value: 'instagram', description: 'Messages of the Instagram account linked to the page' },
		{ name: 'Messenger', value: 'messenger', description: 'Messages of the page' },
	],
	default: 'messenger',
} as const satisfies INodeProperties;

export const recipient = {
	displayName: 'Recipient ID',
	name: 'recipient',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 24400000000000001',
	description: 'The person who wrote to the page, as the “from” of a message names them. A person has an ID of their own for each page and channel.',
} as const satisfies INodeProperties;

/** Where a message goes. */
export const addressed = [page, channel, recipient] as const;

export const text = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	description: 'Messenger takes 2,000 characters; Instagram 1,000 bytes, of which an accented letter has two and an emoji four',
} as const satisfies INodeProperties;

/** The window in which Meta lets a page answer, and what is answered. */
export const options = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Look Up the Window',
			name: 'lookUpWindow',
			type: 'boolean',
			default: false,
			description: 'Whether to read when the person last wrote, and to send nothing once the 24 hours are over. Taps and reactions, which open the window too, are not listed there. Not used where “Window Closes At” is filled in.',
		},
		{
			displayName: 'Reply To',
			name: 'replyTo',
			type: 'string',
			default: '',
			placeholder: 'e.g. m_AbCdEf0123456789',
			description: 'The message that is answered, which is then quoted: “providerMessageId” of a message of this conversation',
		},
		{
			displayName: 'Sent by a Human Agent',
			name: 'humanAgent',
			type: 'boolean',
			default: false,
			description: 'Whether a person wrote this answer: it may then go out up to 7 days after the person last wrote. Meta forbids it for automated messages, and its app review must have allowed it.',
		},
		{
			displayName: 'Window Closes At',
			name: 'windowClosesAt',
			type: 'dateTime',
			default: '',
			description: 'When the 24 hours end: “windowClosesAt” of the message that is answered. After that nothing is sent.',
		},
	],
} as const satisfies INodeProperties;

export const messageId = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. m_AbCdEf0123456789',
	description: '“providerMessageId” of a message of this conversation',
} as const satisfies INodeProperties;

/** Items to ask for at once: no more than are wanted, and no more than Meta gives. */
export const pageSize = ({ returnAll, limit }: { returnAll: boolean; limit: number }, most: number) => (returnAll ? most : Math.min(limit, most));
