import type { INodeProperties } from 'n8n-workflow';

export const messageId = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 19a5b2c3d4e5f607',
	description: 'Gmail’s own ID, as the operations of this node give it: “providerMessageId” of a message that was read',
} as const satisfies INodeProperties;

export const threadId = {
	displayName: 'Thread ID',
	name: 'threadId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 19a5b2c3d4e5f607',
	description: '“threadId” of any message in it',
} as const satisfies INodeProperties;

export const draftId = {
	displayName: 'Draft ID',
	name: 'draftId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. r-7712345678901234567',
	description: 'The ID that creating or reading the draft gave, not that of the message in it',
} as const satisfies INodeProperties;

export const label = {
	displayName: 'Label',
	name: 'labelId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	modes: [
		{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchLabels', searchable: true } },
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. Label_12' },
	],
} as const satisfies INodeProperties;

export const labelIds = {
	displayName: 'Label Names or IDs',
	name: 'labelIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getLabels' },
	required: true,
	default: [],
	description: 'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
} as const satisfies INodeProperties;

export const simplify = {
	displayName: 'Simplify',
	name: 'simple',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
} as const satisfies INodeProperties;

const includeSpamTrash = { displayName: 'Include Spam and Trash', name: 'includeSpamTrash', type: 'boolean', default: false, description: 'Whether what lies in spam and trash counts too' } as const satisfies INodeProperties;

const filterLabels = {
	displayName: 'Label Names or IDs',
	name: 'labelIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getLabels' },
	default: [],
	description: 'Only what has all of these labels. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
} as const satisfies INodeProperties;

const readStatus = {
	displayName: 'Read Status',
	name: 'readStatus',
	type: 'options',
	options: [
		{ name: 'Read and Unread', value: 'both' },
		{ name: 'Read Only', value: 'read' },
		{ name: 'Unread Only', value: 'unread' },
	],
	default: 'unread',
} as const satisfies INodeProperties;

const receivedAfter = { displayName: 'Received After', name: 'receivedAfter', type: 'dateTime', default: '' } as const satisfies INodeProperties;
const receivedBefore = { displayName: 'Received Before', name: 'receivedBefore', type: 'dateTime', default: '' } as const satisfies INodeProperties;
const sender = { displayName: 'Sender', name: 'sender', type: 'string', default: '', placeholder: 'e.g. camille@example.com', description: 'Only from this address or name' } as const satisfies INodeProperties;

const search = {
	displayName: 'Search',
	name: 'q',
	type: 'string',
	default: '',
	placeholder: 'e.g. has:attachment subject:invoice',
	description: 'As in Gmail’s search box: see <a href="https://support.google.com/mail/answer/7190">its operators</a>',
} as const satisfies INodeProperties;

const filters = { displayName: 'Filters', name: 'filters', type: 'collection', placeholder: 'Add Filter', default: {} } as const;

/** What narrows messages or threads down. */
export const mailFilters = { ...filters, options: [includeSpamTrash, filterLabels, readStatus, receivedAfter, receivedBefore, search, sender] } as const satisfies INodeProperties;

/** What narrows drafts down. */
export const draftFilters = { ...filters, options: [includeSpamTrash, search] } as const satisfies INodeProperties;
