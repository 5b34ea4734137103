import type { INodeProperties } from 'n8n-workflow';

export const conversionTime = { displayName: 'Conversion Time', name: 'conversionTime', type: 'dateTime', required: true, default: '', description: 'When it happened' } as const satisfies INodeProperties;

export const uploadDetails = {
	displayName: 'Details',
	name: 'details',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What it was worth and about',
	options: [
		{
			displayName: 'Conversion Environment',
			name: 'conversionEnvironment',
			type: 'options',
			options: [
				{ name: 'App', value: 'APP' },
				{ name: 'Website', value: 'WEB' },
			],
			default: 'WEB',
			description: 'Where it happened',
		},
		{ displayName: 'Conversion Value', name: 'conversionValue', type: 'number', default: 0, description: 'What it is worth, in the currency’s main unit' },
		{ displayName: 'Currency', name: 'currency', type: 'string', default: '', description: 'Three letters, such as EUR' },
		{ displayName: 'Order ID', name: 'orderId', type: 'string', default: '', description: 'A number of your own. By it Google drops a repeat.' },
	],
} as const satisfies INodeProperties;

const ofRestatement = { show: { adjustmentType: ['RESTATEMENT'] } };

export const adjustment = [
	{
		displayName: 'Adjustment',
		name: 'adjustmentType',
		type: 'options',
		options: [
			{ name: 'Enhancement', value: 'ENHANCEMENT', description: 'Tell more of the person' },
			{ name: 'Restatement', value: 'RESTATEMENT', description: 'Change what it is worth' },
			{ name: 'Retraction', value: 'RETRACTION', description: 'Take it back, such as for a cancelled order' },
		],
		default: 'RETRACTION',
		description: 'What is to be done to the conversion',
	},
	{ displayName: 'Adjustment Time', name: 'adjustmentTime', type: 'dateTime', default: '', description: 'When it changed; empty means now' },
	{ displayName: 'Order ID', name: 'orderId', type: 'string', default: '', description: 'The conversion’s number; without one, give its click and time' },
	{ displayName: 'GCLID', name: 'gclid', type: 'string', default: '', description: 'The conversion’s click, for one without an order ID', displayOptions: { hide: { adjustmentType: ['ENHANCEMENT'] } } },
	{ displayName: 'Conversion Time', name: 'conversionTime', type: 'dateTime', default: '', description: 'When the conversion was, for one without an order ID', displayOptions: { hide: { adjustmentType: ['ENHANCEMENT'] } } },
	{ displayName: 'Adjusted Value', name: 'adjustedValue', type: 'number', default: 0, description: 'What it is worth now', displayOptions: ofRestatement },
	{ displayName: 'Currency', name: 'currency', type: 'string', default: '', description: 'Three letters, such as EUR', displayOptions: ofRestatement },
] as const satisfies readonly INodeProperties[];
