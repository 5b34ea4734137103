import type { INodeProperties } from 'n8n-workflow';

const text = (displayName: string, name: string, description: string) => ({ displayName, name, type: 'string', default: '', description }) as const;

/** Who did it. Texts are normalised and hashed by the node; hashes stay as they are. */
export const userData = {
	displayName: 'Person',
	name: 'userData',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What Meta may recognise the person by. The node normalises and hashes what has to be; what is hashed already stays as it is.',
	options: [
		text('Anonymous ID', 'anonId', 'The installation of an app'),
		text('City', 'city', 'In any spelling'),
		text('Click ID (Fbc)', 'fbc', 'The value of the cookie _fbc'),
		text('Click ID (Fbclid)', 'fbclid', 'The value of fbclid in the address that the ad led to, for want of the cookie'),
		text('Click-to-WhatsApp Click ID', 'ctwaClid', 'What came with the first message as referral.ctwa_clid'),
		text('Client IP Address', 'clientIpAddress', 'Of the browser, not of a server in between'),
		text('Client User Agent', 'clientUserAgent', 'Of the browser; needed for events on a website'),
		text('Country', 'country', 'Two letters, such as FR'),
		text('Date of Birth', 'dateOfBirth', 'Such as 1997-02-16'),
		{ displayName: 'Email', name: 'email', type: 'string', default: '', placeholder: 'e.g. mary@example.com', description: 'One address, or several separated by commas' },
		text('External ID', 'externalId', 'Your own number of the person; several as a list'),
		text('Facebook Browser ID (Fbp)', 'fbp', 'The value of the cookie _fbp'),
		text('Facebook Login ID', 'fbLoginId', 'What Facebook Login gave your app'),
		text('First Name', 'firstName', 'In any script'),
		text('Gender', 'gender', 'Such as m or f'),
		text('Instagram Account ID', 'igAccountId', 'Your own account, for a conversation on Instagram'),
		text('Instagram-Scoped ID', 'igSid', 'The person, for a conversation on Instagram'),
		text('Last Name', 'lastName', 'In any script'),
		text('Lead ID', 'leadId', 'Of a lead form, for what later became of the lead'),
		text('Mobile Advertiser ID', 'madid', 'Of the phone'),
		text('Page ID', 'pageId', 'Your own page, for a conversation'),
		text('Page-Scoped User ID', 'pageScopedUserId', 'The person, for a conversation on Messenger'),
		text('Phone', 'phone', 'With country code, or without one if there is a default country; several separated by commas'),
		text('State', 'state', 'In any spelling'),
		text('Subscription ID', 'subscriptionId', 'Of the subscription'),
		text('WhatsApp Business Account ID', 'whatsappBusinessAccountId', 'Your own account, for a conversation on WhatsApp'),
		text('ZIP Code', 'zip', 'In any spelling'),
	],
} as const satisfies INodeProperties;

const number = (displayName: string, name: string, description: string) => ({ displayName, name, type: 'number', default: 0, description }) as const;

/** What it was about. */
export const customData = {
	displayName: 'Details',
	name: 'customData',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What it was about, and what it is worth',
	options: [
		text('Content Category', 'contentCategory', 'Such as a shelf of the shop'),
		text('Content IDs', 'contentIds', 'Comma-separated product numbers of the catalog'),
		text('Content Name', 'contentName', 'Of the product or page'),
		{
			displayName: 'Content Type',
			name: 'contentType',
			type: 'options',
			options: [
				{ name: 'Product', value: 'product' },
				{ name: 'Product Group', value: 'product_group' },
			],
			default: 'product',
			description: 'What the content IDs stand for',
		},
		{ displayName: 'Contents (JSON)', name: 'contents', type: 'json', default: '[]', description: 'List of products, each with the number that Meta’s reference asks for, its quantity and item_price' },
		text('CRM Name', 'crmName', 'Where a lead was followed up, for events of leads'),
		text('Currency', 'currency', 'Three letters, such as EUR'),
		{ displayName: 'Custom Properties (JSON)', name: 'customProperties', type: 'json', default: '{}', description: 'Further details under names of your own' },
		text('Customer Segmentation', 'customerSegmentation', 'Such as new_customer_to_business'),
		{
			displayName: 'Delivery Category',
			name: 'deliveryCategory',
			type: 'options',
			options: [
				{ name: 'Curbside', value: 'curbside' },
				{ name: 'Home Delivery', value: 'home_delivery' },
				{ name: 'In Store', value: 'in_store' },
			],
			default: 'home_delivery',
			description: 'How the goods reach the person',
		},
		number('Number of Items', 'numItems', 'How many were bought'),
		text('Order ID', 'orderId', 'The event ID is derived from it'),
		number('Predicted Lifetime Value', 'predictedLtv', 'What the customer is expected to bring in'),
		text('Search String', 'searchString', 'What was searched for'),
		text('Status', 'status', 'Of a registration'),
		number('Value', 'value', 'What it is worth, in the currency’s main unit'),
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
		{ displayName: 'Limited Data Use', name: 'limitedDataUse', type: 'boolean', default: false, description: 'Whether Meta processes the event under its limits for some states of the USA' },
		{ displayName: 'Limited Data Use Country', name: 'country', type: 'number', default: 0, description: 'Meta’s number of the country: 1 is the USA, 0 lets Meta find out' },
		{ displayName: 'Limited Data Use State', name: 'state', type: 'number', default: 0, description: 'Meta’s number of the state, such as 1000 for California; 0 lets Meta find out' },
		{ displayName: 'Opt Out of Ads', name: 'optOut', type: 'boolean', default: false, description: 'Whether the event is used to measure ads only, not to choose whom to show them' },
	],
} as const satisfies INodeProperties;
