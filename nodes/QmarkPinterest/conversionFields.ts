import type { INodeProperties } from 'n8n-workflow';
import { detailFields, personFields, text } from '../networks/person/fields';
import { pinterestConversions } from '../platforms/pinterestConversions';

/** n8n's linters read a menu's literals; a generated one has none, so its `type` comes from this spread. */
const menu = { type: 'options' } as const;
const words = (value: string) => value.replace(/(^|_)(\w)/g, (_, gap: string, letter: string) => `${gap && ' '}${letter.toUpperCase()}`).replace(/ To /, ' to ');

export const event = [
	{ displayName: 'Event Name', name: 'eventName', ...menu, options: pinterestConversions.eventNames.map((value) => ({ name: words(value), value })), default: 'checkout', description: 'What the person did' },
	{
		displayName: 'Action Source',
		name: 'actionSource',
		type: 'options',
		options: [
			{ name: 'App on Android', value: 'app_android' },
			{ name: 'App on iOS', value: 'app_ios' },
			{ name: 'Offline', value: 'offline', description: 'Pinterest recognises no repeats of these' },
			{ name: 'Web', value: 'web' },
		],
		default: 'web',
		description: 'Where it happened',
	},
	{ displayName: 'Event Source URL', name: 'eventSourceUrl', type: 'string', default: '', placeholder: 'e.g. https://example.com/checkout', displayOptions: { show: { actionSource: ['web'] } }, description: 'The page where it happened' },
	{ displayName: 'Event Time', name: 'eventTime', type: 'dateTime', default: '', description: 'When it happened. Empty means now, which needs an event ID or an order ID.' },
	{ displayName: 'Event ID', name: 'eventId', type: 'string', default: '', description: 'Pinterest takes a second event with the same ID for a repeat; give the ID that your tag sends. Empty derives it from the order, or the person and time.' },
] as const satisfies readonly INodeProperties[];

/** Who did it. Texts are normalised and hashed by the node; hashes stay as they are. */
export const userData = {
	displayName: 'Person',
	name: 'userData',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'Needs the email, the advertising ID, or both the IP address and the user agent. The node normalises and hashes what has to be; what is hashed already stays as it is.',
	options: [
		text('Advertising ID', 'advertisingId', 'Of the phone: a GAID or an IDFA'),
		personFields.city,
		text('Click ID', 'clickId', 'The value of the cookie _epik, or of epik in the address that the ad led to'),
		personFields.clientIpAddress,
		text('Client User Agent', 'clientUserAgent', 'Of the browser'),
		personFields.country,
		personFields.dateOfBirth,
		personFields.email,
		personFields.externalId,
		personFields.firstName,
		text('Gender', 'gender', 'Such as f, m, or n for non-binary'),
		personFields.lastName,
		text('Partner ID', 'partnerId', 'What a partner knows the person by, such as a RampID'),
		personFields.phone,
		text('State', 'state', 'As two letters; names of states of the USA will do'),
		personFields.zip,
	],
} as const satisfies INodeProperties;

/** What it was about. */
export const customData = {
	displayName: 'Details',
	name: 'customData',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What it was about, and what it is worth',
	options: [
		text('Content Brand', 'contentBrand', 'Of the product or page'),
		detailFields.contentCategory,
		detailFields.contentIds,
		detailFields.contentName,
		{ displayName: 'Contents (JSON)', name: 'contents', type: 'json', default: '[]', description: 'List of products, each with the properties that Pinterest’s reference names: the product number, quantity, item_price, item_name, item_category and item_brand' },
		detailFields.currency,
		detailFields.numItems,
		detailFields.orderId,
		detailFields.predictedLtv,
		detailFields.searchString,
		detailFields.value,
	],
} as const satisfies INodeProperties;

export const app = {
	displayName: 'App and Device',
	name: 'app',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	displayOptions: { show: { actionSource: ['app_android', 'app_ios'] } },
	options: [
		text('App ID', 'appId', 'In the app store'),
		text('App Name', 'appName', 'As in the app store'),
		text('App Version', 'appVersion', 'Such as 7.9'),
		text('Device Brand', 'deviceBrand', 'Such as Apple'),
		text('Device Carrier', 'deviceCarrier', 'The mobile network'),
		text('Device Model', 'deviceModel', 'Such as iPhone X'),
		text('Device Type', 'deviceType', 'Such as iPhone'),
		text('OS Version', 'osVersion', 'Such as 12.1.4'),
		{ displayName: 'Wi-Fi', name: 'wifi', type: 'boolean', default: true, description: 'Whether the device was connected by Wi-Fi' },
	],
} as const satisfies INodeProperties;

export const privacy = {
	displayName: 'Privacy',
	name: 'privacy',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{ displayName: 'Consent', name: 'consent', type: 'boolean', default: true, description: 'Whether the person agreed; give it by an expression, and items without consent are skipped' },
		{ displayName: 'Limited Data Processing', name: 'limitedDataProcessing', type: 'boolean', default: true, description: 'Whether Pinterest processes the event under its limits for some states of the USA' },
		{ displayName: 'Opted Out', name: 'optOut', type: 'boolean', default: true, description: 'Whether the person opted out of tracking: the event then counts for no personalised ads' },
	],
} as const satisfies INodeProperties;

export const conversionOptions = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{ displayName: 'Default Country', name: 'defaultCountry', type: 'string', default: '', placeholder: 'e.g. FR', description: 'The country of phone numbers and states of people without a country of their own' },
		{ displayName: 'Language', name: 'language', type: 'string', default: '', placeholder: 'e.g. fr', description: 'The language of the person, by two letters' },
		{ displayName: 'Partner Name', name: 'partnerName', type: 'string', default: '', placeholder: 'e.g. ss-example', description: 'The name that Pinterest gave a partner who sends events for others' },
		{ displayName: 'Test', name: 'test', type: 'boolean', default: true, description: 'Whether Pinterest only checks the events and records none of them' },
	],
} as const satisfies INodeProperties;
