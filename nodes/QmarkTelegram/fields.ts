import type { INodeProperties } from 'n8n-workflow';

/** The chat that receives, or that is asked about. Telegram has no call that lists a bot's chats, so there is no list to choose from. */
export const chat = {
	displayName: 'Chat',
	name: 'chatId',
	type: 'resourceLocator',
	default: { mode: 'username', value: '' },
	required: true,
	description: 'The person, group or channel',
	modes: [
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
