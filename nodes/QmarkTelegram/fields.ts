import type { INodeProperties } from 'n8n-workflow';

/** The chat that receives, where an empty one is reported and not refused. Its list holds the chats of the bot's unread updates: see searches.ts. */
export const recipient = {
	displayName: 'Chat',
	name: 'chatId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'The person, group or channel',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			hint: 'Chats that lately wrote to the bot or where it was added',
			typeOptions: { searchListMethod: 'searchChats', searchable: true },
		},
		{ displayName: 'By Username', name: 'username', type: 'string', placeholder: 'e.g. @my_channel' },
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. -1001234567890',
			validation: [{ type: 'regex', properties: { regex: '-?[0-9]+', errorMessage: 'A chat ID is a number' } }],
		},
	],
} as const satisfies INodeProperties;

/** The chat that receives, or that is asked about. */
export const chat = { ...recipient, required: true } as const satisfies INodeProperties;

/** The chat that a message is forwarded or copied from. */
export const fromChat = {
	...chat,
	displayName: 'From Chat',
	name: 'fromChatId',
	description: 'The person, group or channel that holds the message',
} as const satisfies INodeProperties;

/** A message within its chat. */
export const messageId = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 42',
	description: 'The number of the message in its chat: “message_id” in the output of the operation that sent it',
} as const satisfies INodeProperties;

/** Several messages of one chat. */
export const messageIds = {
	displayName: 'Message IDs',
	name: 'messageIds',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 42, 43, 47',
	description: 'The numbers of the messages in their chat, comma-separated; an expression may give a list',
} as const satisfies INodeProperties;

/** A person, where no chat will do. */
export const userId = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 5000000001',
	description: 'The number of the person, which an update gives under “from”',
} as const satisfies INodeProperties;

/** In whose name the bot acts. */
export const businessConnection = {
	displayName: 'Business Connection ID',
	name: 'businessConnectionId',
	type: 'string',
	required: true,
	default: '',
	description: 'The “business_connection_id” of an update from a business account that the bot is connected to',
} as const satisfies INodeProperties;

export const givenFileId = {
	displayName: 'File ID',
	name: 'fileId',
	type: 'string',
	default: '',
	placeholder: 'e.g. AgACAgIAAxkBAAIB…',
	description: 'The “file_id” that Telegram gave this bot for a file sent or received before',
} as const satisfies INodeProperties;

export const fileId = { ...givenFileId, required: true } as const satisfies INodeProperties;

/** How a text or caption is marked up: https://core.telegram.org/bots/api#formatting-options. */
export const format = [
	{
		displayName: 'Format',
		name: 'parseMode',
		type: 'options',
		default: 'HTML',
		description: 'How bold text, links and the like are written',
		options: [
			{ name: 'HTML', value: 'HTML' },
			{ name: 'MarkdownV2', value: 'MarkdownV2' },
			{ name: 'Plain Text', value: '' },
		],
	},
	{
		displayName: 'Escape Reserved Characters',
		name: 'escape',
		type: 'boolean',
		default: false,
		displayOptions: { show: { parseMode: ['MarkdownV2'] } },
		description: 'Whether to escape what MarkdownV2 reserves but that opens no formatting, such as “.”, “-” or “!” outside links',
	},
] as const satisfies readonly INodeProperties[];

export const givenText = { displayName: 'Text', name: 'text', type: 'string', typeOptions: { rows: 4 }, default: '' } as const satisfies INodeProperties;

export const text = { ...givenText, required: true } as const satisfies INodeProperties;

/** A caption and its markup. */
export const caption = [
	{ displayName: 'Caption', name: 'caption', type: 'string', typeOptions: { rows: 4 }, default: '', description: 'The text under the media' },
	...format,
] as const satisfies readonly INodeProperties[];
