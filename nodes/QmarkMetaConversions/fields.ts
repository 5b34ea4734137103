import type { INodeProperties } from 'n8n-workflow';
import { listOrId } from '../core/fields';
import { metaConversions } from '../platforms/metaConversions';

export const dataset = {
	displayName: 'Dataset',
	name: 'dataset',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The dataset (pixel) that takes the events',
	modes: listOrId('searchDatasets', 'e.g. 440000000000001', 'A dataset'),
} as const satisfies INodeProperties;

/** n8n's linters read a menu's literals; a generated one has none, so its `type` comes from this spread. */
const menu = { type: 'options' } as const;
const named = (value: string) => ({ name: value.replace(/(?<=[a-z])(?=[A-Z])/g, ' '), value });
const eventNames = [...new Set<string>([...metaConversions.standardEvents, ...metaConversions.messagingEvents])].sort();

export const event = [
	{
		displayName: 'Event Name',
		name: 'eventName',
		...menu,
		options: [{ name: 'Custom', value: 'custom' }, ...eventNames.map(named)],
		default: 'Purchase',
		description: 'What the person did',
	},
	{
		displayName: 'Custom Event Name',
		name: 'customEventName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. qualified_lead',
		displayOptions: { show: { eventName: ['custom'] } },
		description: 'The name that the dataset knows it by, up to 50 characters',
	},
	{
		displayName: 'Action Source',
		name: 'actionSource',
		type: 'options',
		options: [
			{ name: 'App', value: 'app', description: 'In a mobile app' },
			{ name: 'Business Messaging', value: 'business_messaging', description: 'In a conversation that an ad began' },
			{ name: 'Chat', value: 'chat', description: 'In another conversation' },
			{ name: 'Email', value: 'email', description: 'By e-mail' },
			{ name: 'Other', value: 'other', description: 'In a way that is not listed' },
			{ name: 'Phone Call', value: 'phone_call', description: 'By phone' },
			{ name: 'Physical Store', value: 'physical_store', description: 'In person; such events may be 62 days old' },
			{ name: 'System Generated', value: 'system_generated', description: 'By itself, such as a renewal or a step in a CRM' },
			{ name: 'Website', value: 'website', description: 'On a website; needs the page’s address and the user agent' },
		],
		default: 'website',
		description: 'Where it happened',
	},
	{
		displayName: 'Event Source URL',
		name: 'eventSourceUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/checkout',
		displayOptions: { show: { actionSource: ['website'] } },
		description: 'The page where it happened',
	},
	{
		displayName: 'Messaging Channel',
		name: 'messagingChannel',
		type: 'options',
		options: [
			{ name: 'Instagram', value: 'instagram' },
			{ name: 'Messenger', value: 'messenger' },
			{ name: 'WhatsApp', value: 'whatsapp' },
		],
		default: 'whatsapp',
		displayOptions: { show: { actionSource: ['business_messaging'] } },
		description: 'Meta recognises no repeats of events in conversations, so the node never sends one again by itself',
	},
	{
		displayName: 'App Data (JSON)',
		name: 'appData',
		type: 'json',
		default: '{}',
		displayOptions: { show: { actionSource: ['app'] } },
		description: 'What Meta’s reference calls app_data: extinfo, advertiser_tracking_enabled and application_tracking_enabled',
	},
	{
		displayName: 'Event Time',
		name: 'eventTime',
		type: 'dateTime',
		default: '',
		description: 'When it happened, at most 7 days ago. Empty means now, which needs an event ID, an order ID or a lead ID.',
	},
	{
		displayName: 'Event ID',
		name: 'eventId',
		type: 'string',
		default: '',
		description: 'Meta takes a second event with the same name and ID for a repeat, for 48 hours; give the ID that your pixel sends. Empty derives it from the order, the lead, or the person and time.',
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
			displayName: 'Default Country',
			name: 'defaultCountry',
			type: 'string',
			default: '',
			placeholder: 'e.g. FR',
			description: 'The country of phone numbers, states and postcodes of people without a country of their own',
		},
		{
			displayName: 'Hash External ID',
			name: 'hashExternalId',
			type: 'boolean',
			default: true,
			description: 'Whether to hash the external ID; do as your pixel does, as the two must be the same',
		},
		{
			displayName: 'Original Event (JSON)',
			name: 'originalEvent',
			type: 'json',
			default: '{}',
			description: 'For an event that tells more of an earlier one: its event_name, event_time, order_id or event_id, as in Meta’s original_event_data',
		},
		{ displayName: 'Partner Agent', name: 'partnerAgent', type: 'string', default: '', description: 'The name that Meta gave a partner who sends events for others' },
		{ displayName: 'Referrer URL', name: 'referrerUrl', type: 'string', default: '', placeholder: 'e.g. https://example.com/', description: 'The page that led to the page of the event' },
		{
			displayName: 'Test Event Code',
			name: 'testEventCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. TEST12345',
			description: 'Shows the events under “Test events” in the Events Manager. Meta counts and uses them like real ones all the same: try things out with a dataset of its own.',
		},
		{ displayName: 'Upload Tag', name: 'uploadTag', type: 'string', default: '', description: 'A name for this upload of events from a store' },
	],
} as const satisfies INodeProperties;
