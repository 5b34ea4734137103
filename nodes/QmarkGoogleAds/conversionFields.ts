import type { INodeProperties } from 'n8n-workflow';
import { listOrId } from '../core/fields';

const text = (displayName: string, name: string, description: string) => ({ displayName, name, type: 'string', default: '', description }) as const;

export const conversionAction = {
	displayName: 'Conversion Action',
	name: 'conversionAction',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'What is counted, such as a purchase; the action has to import clicks, or be one of your website that gets further data',
	modes: listOrId('searchConversionActions', 'e.g. 7000000001', 'A conversion action'),
} as const satisfies INodeProperties;

export const click = {
	displayName: 'Click',
	name: 'click',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'The click on the ad, as the landing page got it; or leave it out and fill in “Person”',
	options: [
		text('GBRAID', 'gbraid', 'Of a click that led into an app on iOS'),
		text('GCLID', 'gclid', 'The value of gclid in the address that the ad led to'),
		text('WBRAID', 'wbraid', 'Of a click that led from an app on iOS to a website'),
	],
} as const satisfies INodeProperties;

export const clickWithSession = {
	...click,
	options: [click.options[0], click.options[1], text('Session Attributes', 'sessionAttributes', 'What Google’s script on the landing page gave, encoded'), click.options[2]],
} as const satisfies INodeProperties;

/** A person. Texts are normalised and hashed by the node; hashes stay as they are. */
export const person = {
	displayName: 'Person',
	name: 'person',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What Google may recognise the person by. The node normalises and hashes names, addresses and numbers before they leave; what is hashed already stays as it is.',
	options: [
		text('Country', 'country', 'Two letters, such as FR; it is sent with the names and the postal code'),
		{ displayName: 'Email', name: 'email', type: 'string', default: '', placeholder: 'e.g. mary@example.com', description: 'One address, or several separated by commas' },
		text('First Name', 'firstName', 'Without titles; it counts only together with last name, country and postal code'),
		text('Last Name', 'lastName', 'In any script'),
		text('Phone', 'phone', 'With country code, or without one if there is a country; several separated by commas'),
		text('Postal Code', 'postalCode', 'It is sent as it is'),
	],
} as const satisfies INodeProperties;

/** What the person agreed to. An expression may give what a form has: yes, oui, sim, true. */
export const consent = {
	displayName: 'Consent',
	name: 'consent',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What the person agreed to, as Europe’s rules ask. Give it by an expression: what is empty or not understood counts as denied.',
	options: [
		{ displayName: 'Ad Personalization', name: 'adPersonalization', type: 'options', options: [
				{ name: 'Denied', value: 'DENIED' },
				{ name: 'Granted', value: 'GRANTED' },
				{ name: 'Unspecified', value: 'UNSPECIFIED', description: 'Nobody asked; Google then goes by the account’s own setting' },
			], default: 'UNSPECIFIED', description: 'Whether the data may be used to choose whom to show ads' },
		{ displayName: 'Ad User Data', name: 'adUserData', type: 'options', options: [
				{ name: 'Denied', value: 'DENIED' },
				{ name: 'Granted', value: 'GRANTED' },
				{ name: 'Unspecified', value: 'UNSPECIFIED', description: 'Nobody asked; Google then goes by the account’s own setting' },
			], default: 'UNSPECIFIED', description: 'Whether data of the person may go to Google for ads; without it nothing is sent and the item is skipped' },
	],
} as const satisfies INodeProperties;

export const eventFields = [
	{
		displayName: 'Event Time',
		name: 'eventTime',
		type: 'dateTime',
		default: '',
		description: 'When it happened. Empty means now, which needs a transaction ID.',
	},
	{
		displayName: 'Event Source',
		name: 'eventSource',
		type: 'options',
		options: [
			{ name: 'App', value: 'APP' },
			{ name: 'Message', value: 'MESSAGE', description: 'In a conversation by message' },
			{ name: 'Other', value: 'OTHER' },
			{ name: 'Phone', value: 'PHONE' },
			{ name: 'Store', value: 'IN_STORE' },
			{ name: 'Website', value: 'WEB' },
		],
		default: 'WEB',
		description: 'Where it happened',
	},
	{
		displayName: 'Transaction ID',
		name: 'transactionId',
		type: 'string',
		default: '',
		description: 'A number of your own, such as the order’s. By it Google drops a repeat, so the node may send again after a lost answer.',
	},
] as const satisfies readonly INodeProperties[];

export const details = {
	displayName: 'Details',
	name: 'details',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What it was worth and about',
	options: [
		{ displayName: 'Cart Items (JSON)', name: 'cartItems', type: 'json', default: '[]', description: 'List of products, each with its ID, quantity and price' },
		{ displayName: 'Conversion Value', name: 'conversionValue', type: 'number', default: 0, description: 'What it is worth, in the currency’s main unit' },
		text('Currency', 'currency', 'Three letters, such as EUR; the conversion action’s own otherwise'),
		{
			displayName: 'Custom Variables',
			name: 'customVariables',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Variable',
			default: {},
			description: 'Variables that the account has under Goals > Custom variables',
			options: [{ displayName: 'Variable', name: 'variable', values: [text('Name', 'variable', 'The tag of the variable'), text('Value', 'value', 'Nothing that says who the person is')] }],
		},
		{
			displayName: 'Customer Type',
			name: 'customerType',
			type: 'options',
			options: [
				{ name: 'New', value: 'NEW' },
				{ name: 'Re-Engaged', value: 'REENGAGED' },
				{ name: 'Returning', value: 'RETURNING' },
			],
			default: 'NEW',
			description: 'Whether the person bought before',
		},
		{
			displayName: 'Customer Value',
			name: 'customerValueBucket',
			type: 'options',
			options: [
				{ name: 'High', value: 'HIGH' },
				{ name: 'Low', value: 'LOW' },
				{ name: 'Medium', value: 'MEDIUM' },
			],
			default: 'MEDIUM',
			description: 'How valuable the person is to you',
		},
		{ displayName: 'Discount', name: 'discount', type: 'number', default: 0, description: 'All discounts of the cart together' },
		text('Feed Label', 'feedLabel', 'Of the products in Merchant Center'),
		text('Feed Language', 'feedLanguage', 'Two letters, such as fr'),
		text('Merchant Center ID', 'merchantId', 'Where the products of the cart are'),
	],
} as const satisfies INodeProperties;

const defaultCountry = { ...text('Default Country', 'defaultCountry', 'The country of people without one of their own; phone numbers without a country code are read by it'), placeholder: 'e.g. FR' } as const;
const timeZone = { ...text('Time Zone', 'timeZone', 'Of times that name none; the workflow’s otherwise'), placeholder: 'e.g. Europe/Paris' } as const;
const validateOnly = { displayName: 'Validate Only', name: 'validateOnly', type: 'boolean', default: false, description: 'Whether Google only checks the data and keeps nothing of it' } as const;

const options = { displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {} } as const;

export const conversionOptions = { ...options, options: [defaultCountry, timeZone, validateOnly] } as const satisfies INodeProperties;
export const memberOptions = { ...options, options: [defaultCountry, validateOnly] } as const satisfies INodeProperties;

export const statusFields = [
	{ displayName: 'Request ID', name: 'requestId', type: 'string', required: true, default: '', placeholder: 'e.g. 126365e1-16d0-4c81-9de9-f362711e250a', description: 'What the item got when it was queued' },
	{ displayName: 'Wait for the Result', name: 'wait', type: 'boolean', default: false, description: 'Whether to ask again until Google has looked at all of it' },
	{
		displayName: 'Wait at Most (Minutes)',
		name: 'minutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 60 },
		default: 10,
		displayOptions: { show: { wait: [true] } },
		description: 'After that the item says that Google is still at it. Results may take hours: a Wait node and a second look are better then.',
	},
] as const satisfies readonly INodeProperties[];
