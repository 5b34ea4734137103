import type { INodeProperties } from 'n8n-workflow';

const where = [
	{ name: 'Home', value: 'HOME' },
	{ name: 'Work', value: 'WORK' },
] as const;

const card = [
	{ displayName: 'Full Name', name: 'formattedName', type: 'string', default: '', placeholder: 'e.g. Inês Almeida' },
	{ displayName: 'Phone', name: 'phone', type: 'string', default: '', placeholder: 'e.g. +351 912 000 001' },
	{ displayName: 'Phone Type', name: 'phoneType', type: 'options', options: [...where], default: 'WORK' },
	{ displayName: 'WhatsApp Number', name: 'whatsAppId', type: 'string', default: '', description: 'The same number where the person has WhatsApp: it can then be written to with one tap' },
	{ displayName: 'Email', name: 'email', type: 'string', placeholder: 'e.g. ines@example.com', default: '' },
	{ displayName: 'Email Type', name: 'emailType', type: 'options', options: [...where], default: 'WORK' },
	{ displayName: 'Website', name: 'url', type: 'string', default: '', placeholder: 'e.g. https://example.com' },
	{ displayName: 'Website Type', name: 'urlType', type: 'options', options: [...where], default: 'WORK' },
	{ displayName: 'Company', name: 'company', type: 'string', default: '' },
	{ displayName: 'Department', name: 'department', type: 'string', default: '' },
	{ displayName: 'Job Title', name: 'jobTitle', type: 'string', default: '' },
	{ displayName: 'First Name', name: 'firstName', type: 'string', default: '' },
	{ displayName: 'Middle Name', name: 'middleName', type: 'string', default: '' },
	{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
	{ displayName: 'Prefix', name: 'prefix', type: 'string', default: '' },
	{ displayName: 'Suffix', name: 'suffix', type: 'string', default: '' },
	{ displayName: 'Street', name: 'street', type: 'string', default: '' },
	{ displayName: 'City', name: 'city', type: 'string', default: '' },
	{ displayName: 'State', name: 'state', type: 'string', default: '' },
	{ displayName: 'ZIP Code', name: 'zip', type: 'string', default: '' },
	{ displayName: 'Country', name: 'country', type: 'string', default: '' },
	{ displayName: 'Country Code', name: 'countryCode', type: 'string', default: '', placeholder: 'e.g. FR' },
	{ displayName: 'Address Type', name: 'addressType', type: 'options', options: [...where], default: 'WORK' },
	{ displayName: 'Birthday', name: 'birthday', type: 'string', default: '', placeholder: 'e.g. 1990-08-18' },
] as const satisfies readonly INodeProperties[];

export const contacts = [
	{
		displayName: 'Contacts By',
		name: 'contactsBy',
		type: 'options',
		options: [
			{ name: 'Fields Below', value: 'fields' },
			{ name: 'JSON', value: 'json', description: 'As Meta’s reference writes them, with several numbers or addresses each' },
		],
		default: 'fields',
	},
	{
		displayName: 'Contacts',
		name: 'contacts',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Contact',
		default: {},
		description: 'One to five people',
		options: [{ displayName: 'Contact', name: 'contact', values: [...card] }],
		displayOptions: { show: { contactsBy: ['fields'] } },
	},
	{
		displayName: 'Contacts (JSON)',
		name: 'contactsJson',
		type: 'json',
		typeOptions: { rows: 6 },
		default: '[]',
		description: 'A list such as [{"name": {"formatted_name": "Inês Almeida", "first_name": "Inês"}, "phones": [{"phone": "+351912000001"}]}]',
		displayOptions: { show: { contactsBy: ['json'] } },
	},
] as const satisfies readonly INodeProperties[];
