import type { INodeProperties } from 'n8n-workflow';

const ofPages = ['facebookComment', 'facebookMention', 'facebookPost', 'instagramComment', 'instagramMention', 'instagramMessage', 'instagramMessageStatus', 'instagramStoryInsights', 'lead', 'messengerMessage', 'messengerMessageStatus'];
const ofWhatsApp = ['whatsAppAccount', 'whatsAppMessage', 'whatsAppMessageStatus'];

/** What belongs to the events that Meta sends by itself: whose they are, and how they are answered. */
export const eventFields: INodeProperties[] = [
	{
		displayName: 'Page Names or IDs',
		name: 'pages',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getPages' },
		default: [],
		displayOptions: { show: { app: ['qmarkMetaOAuth2Api', 'qmarkMetaSystemUserApi'], events: ofPages } },
		description: 'Pages to listen to, with the Instagram accounts that are linked to them. None chosen: every connected page. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'WhatsApp Business Account ID',
		name: 'whatsAppAccount',
		type: 'string',
		default: '',
		placeholder: 'e.g. 102290000000001',
		displayOptions: { show: { app: ['qmarkMetaOAuth2Api', 'qmarkMetaSystemUserApi'], events: ofWhatsApp } },
		description: 'The account gets a callback URL of its own, so that other workflows and systems keep the app’s. Empty: every account that has no such URL, by the app’s. The ID stands in WhatsApp Manager under Account tools > Phone numbers, in the address of the page.',
	},
	{
		displayName: 'WhatsApp Phone Number ID',
		name: 'whatsAppNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. 106540000000001',
		displayOptions: { show: { app: ['qmarkMetaOAuth2Api', 'qmarkMetaSystemUserApi'], events: ofWhatsApp } },
		description: 'Only for one number of the account, which then gets the callback URL of its own',
	},
	{
		displayName: 'Answer Meta',
		name: 'acknowledge',
		type: 'options',
		options: [
			{
				name: 'At Once',
				value: 'onReceived',
				description: 'For workflows that take longer than five seconds. What runs while n8n is killed is lost.',
			},
			{
				name: 'When the Workflow Has Finished',
				value: 'lastNode',
				description: 'Meta delivers again what failed or was under way when n8n was killed',
			},
		],
		default: 'lastNode',
		displayOptions: { show: { events: [...ofPages, ...ofWhatsApp] } },
	},
	{
		displayName: 'Event Options',
		name: 'eventOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { events: [...ofPages, ...ofWhatsApp] } },
		options: [
			{
				displayName: 'Ignore Own',
				name: 'ignoreOwn',
				type: 'boolean',
				default: true,
				description: 'Whether to leave out what the page or account itself wrote, so that an answer does not start the workflow again',
			},
			{
				displayName: 'Take Over the Callback URL',
				name: 'takeOver',
				type: 'boolean',
				default: false,
				description: 'Whether to replace a callback URL of the app that leads somewhere else. What listens there hears nothing any more.',
			},
			{
				displayName: 'Verify Token',
				name: 'verifyToken',
				type: 'string',
				typeOptions: { password: true },
				default: '',
				description: 'Any words, to be typed into the App Dashboard beside the production URL that ends in /events: only an app with Instagram Login needs it. QMARK subscribes all others by itself.',
			},
		],
	},
	// With it n8n leaves bodies unread, as for its own Webhook node: a signature is made over the bytes, and a broken body is the node's to refuse.
	{
		displayName: 'Raw Body',
		name: 'options',
		type: 'hidden',
		default: { binaryData: true },
	},
];
