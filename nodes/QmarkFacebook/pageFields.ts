import type { INodeProperties } from 'n8n-workflow';

const long = { type: 'string', typeOptions: { rows: 3 }, default: '' } as const;

/** What a page says of itself. https://developers.facebook.com/docs/graph-api/reference/page#Updating */
export const pageDetails = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{ displayName: 'About', name: 'about', ...long, description: 'A short text about the page' },
		{ displayName: 'Bio', name: 'bio', ...long, description: 'The text below the name of the page' },
		{ displayName: 'Company Overview', name: 'companyOverview', ...long },
		{ displayName: 'Description', name: 'description', ...long, description: 'A longer text about the page' },
		{ displayName: 'Emails', name: 'emails', type: 'string', default: '', placeholder: 'e.g. bonjour@example.com', description: 'Comma-separated email addresses of the page' },
		{ displayName: 'General Information', name: 'generalInfo', ...long },
		{ displayName: 'Impressum', name: 'impressum', ...long, description: 'The legal notice that some countries ask for' },
		{ displayName: 'Mission', name: 'mission', ...long },
		{ displayName: 'Phone', name: 'phone', type: 'string', default: '', placeholder: 'e.g. +33 2 40 00 00 01' },
		{ displayName: 'Price Range', name: 'priceRange', type: 'string', default: '', placeholder: 'e.g. $$' },
		{ displayName: 'Website', name: 'website', type: 'string', default: '', placeholder: 'e.g. https://example.com' },
	],
} as const satisfies INodeProperties;
