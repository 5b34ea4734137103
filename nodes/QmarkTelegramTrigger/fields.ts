import type { INodeProperties } from 'n8n-workflow';

/** How Telegram is answered, and which updates start the workflow. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Answer Telegram',
		name: 'acknowledge',
		type: 'options',
		options: [
			{ name: 'At Once', value: 'onReceived', description: 'Telegram sends the chat’s next update immediately. What runs while n8n is killed is lost.' },
			{
				name: 'When the Workflow Has Finished',
				value: 'lastNode',
				description: 'Telegram delivers again what failed or was under way when n8n was killed. The chat’s next update waits until then; Telegram waits a minute.',
			},
		],
		default: 'lastNode',
	},
	{
		displayName: 'Event Options',
		name: 'eventOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Chat Types',
				name: 'chatTypes',
				type: 'multiOptions',
				options: [
					{ name: 'Channel', value: 'channel' },
					{ name: 'Group', value: 'group' },
					{ name: 'Private', value: 'private' },
					{ name: 'Supergroup', value: 'supergroup' },
				],
				default: [],
				description: 'Only updates of such chats. What belongs to no chat, such as a poll, comes all the same.',
			},
			{
				displayName: 'Chats',
				name: 'chats',
				type: 'string',
				default: '',
				placeholder: 'e.g. @shop_news, -1001234567890',
				description: 'Only updates of these chats, comma-separated: IDs or @names. The ID of a person is that of their private chat with the bot. What belongs to no chat and no person comes all the same.',
			},
			{
				displayName: 'Deliveries at Once',
				name: 'connections',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 100 },
				default: 40,
				description: 'How many updates Telegram may deliver at the same time, each of another chat. It counts for the bot: the workflow that was published last decides.',
			},
			{
				displayName: 'Download Media',
				name: 'download',
				type: 'boolean',
				default: false,
				description: 'Whether to fetch files of messages into the binary field “data” (further ones: “data_1” …). Telegram gives bots up to 20 MB; what it does not give is told in “downloadErrors”, and starts the workflow all the same.',
			},
			{
				displayName: 'Ignore Own',
				name: 'ignoreOwn',
				type: 'boolean',
				default: true,
				description: 'Whether to leave out what the bot itself did, so that an answer does not start the workflow again',
			},
			{
				displayName: 'Messages',
				name: 'messages',
				type: 'options',
				options: [
					{ name: 'All', value: 'all' },
					{ name: 'Only Commands', value: 'commands', description: 'Messages that begin with a command to this bot, such as /start' },
					{ name: 'Only Deep Links', value: 'deepLinks', description: 'Starts from a link of yours: t.me/bot?start=… or ?startgroup=…' },
				],
				default: 'all',
				description: 'Which messages start the workflow. Other events come all the same.',
			},
			{
				displayName: 'Take Over the Webhook',
				name: 'takeOver',
				type: 'boolean',
				default: false,
				description: 'Whether to replace a webhook of this bot that leads somewhere else. What listens there hears nothing any more.',
			},
		],
	},
	// With it n8n leaves bodies unread, as for its own Webhook node: the very bytes go on to every workflow of the bot.
	{
		displayName: 'Raw Body',
		name: 'options',
		type: 'hidden',
		default: { binaryData: true },
	},
];
