import type { INodeProperties } from 'n8n-workflow';
import { listOrId } from '../core/fields';
import { account } from './fields';

export const audience = {
	displayName: 'Audience',
	name: 'audience',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The audience of people whose contact details you have; Google calls it a user list',
	modes: listOrId('searchAudiences', 'e.g. 8000000001', 'An audience'),
} as const satisfies INodeProperties;

export const oneAudience = [account, audience] as const;

const description = { displayName: 'Description', name: 'description', type: 'string', default: '', description: 'What the audience is for' } as const;
const integrationCode = { displayName: 'Integration Code', name: 'integrationCode', type: 'string', default: '', description: 'The ID of the audience in another system' } as const;

export const newAudience = [
	{ displayName: 'Name', name: 'name', type: 'string', required: true, default: '', description: 'The name of the audience; it is unique in the account' },
	{ displayName: 'Membership Days', name: 'membershipDays', type: 'number', typeOptions: { minValue: 1, maxValue: 540 }, default: 540, description: 'How long a person stays in, from the last time that the person was added' },
	{ displayName: 'Additional Fields', name: 'additionalFields', type: 'collection', placeholder: 'Add Field', default: {}, options: [description, integrationCode] },
] as const satisfies readonly INodeProperties[];

export const audienceChanges = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		description,
		integrationCode,
		{ displayName: 'Membership Days', name: 'membershipDays', type: 'number', typeOptions: { minValue: 1, maxValue: 540 }, default: 540, description: 'How long a person stays in' },
		{
			displayName: 'Membership Status',
			name: 'membershipStatus',
			type: 'options',
			options: [
				{ name: 'Closed', value: 'CLOSED', description: 'Nobody is added any more' },
				{ name: 'Open', value: 'OPEN' },
			],
			default: 'OPEN',
			description: 'Whether people may be added',
		},
		{ displayName: 'Name', name: 'name', type: 'string', default: '', description: 'A new name' },
	],
} as const satisfies INodeProperties;

export const filter = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [{ displayName: 'Filter', name: 'filter', type: 'string', default: '', placeholder: 'e.g. display_name = "Clients"', description: 'Conditions as Google writes them, joined by AND' }],
} as const satisfies INodeProperties;

/** Google asks it of whoever sends people, and the node asks it of the operator: nobody accepts terms by oversight. */
export const termsAccepted = {
	displayName: 'Terms Accepted',
	name: 'termsAccepted',
	type: 'boolean',
	default: false,
	description: 'Whether you accept Google’s Customer Match terms (https://support.google.com/adspolicy/answer/6299717); without them Google takes nobody',
} as const satisfies INodeProperties;
