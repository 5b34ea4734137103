import type { INodeProperties } from 'n8n-workflow';
import { listOrId } from '../core/fields';
import { additionalFields, adAccount, options } from './fields';
import { updateFields } from './changeFields';

export const audience = {
	displayName: 'Audience',
	name: 'audience',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The custom audience of this ad account',
	modes: listOrId('searchAudiences', 'e.g. 120600000000000001', 'An'),
} as const satisfies INodeProperties;

export const oneAudience = [adAccount, audience] as const;

export const audienceName = { displayName: 'Name', name: 'name', type: 'string', required: true, default: '', description: 'The name of the audience' } as const satisfies INodeProperties;

const description = { displayName: 'Description', name: 'description', type: 'string', default: '', description: 'What the audience is for' } as const satisfies INodeProperties;

const optOutLink = { displayName: 'Opt-Out Link', name: 'optOutLink', type: 'string', default: '', placeholder: 'e.g. https://example.com/opt-out', description: 'Where people ask to be taken out' } as const satisfies INodeProperties;

export const listSource = {
	displayName: 'Source of the List',
	name: 'source',
	type: 'options',
	options: [
		{ name: 'Both', value: 'BOTH_USER_AND_PARTNER_PROVIDED', description: 'From the people themselves and from partners' },
		{ name: 'Partners', value: 'PARTNER_PROVIDED_ONLY', description: 'From partners such as agencies' },
		{ name: 'The People Themselves', value: 'USER_PROVIDED_ONLY', description: 'They gave it to you' },
	],
	default: 'USER_PROVIDED_ONLY',
	description: 'Where the data of the people came from; Meta shows it to them',
} as const satisfies INodeProperties;

export const audienceDetails = { ...additionalFields, options: [description, optOutLink] } as const satisfies INodeProperties;

export const audienceChanges = {
	...updateFields,
	options: [description, { displayName: 'Name', name: 'name', type: 'string', default: '', description: 'A new name' }, optOutLink],
} as const satisfies INodeProperties;

export const lookalike = [
	{ ...audience, displayName: 'Source Audience', description: 'The audience whose people the new ones are to be like' },
	{ displayName: 'Country', name: 'country', type: 'string', required: true, default: '', placeholder: 'e.g. FR', description: 'Where to look for people, by two letters' },
	{ displayName: 'Size (%)', name: 'size', type: 'number', typeOptions: { minValue: 1, numberPrecision: 1 }, default: 1, description: 'The share of the country’s people, from 1 to 20: the smaller, the more alike' },
] as const satisfies readonly INodeProperties[];

export const lookalikeDetails = {
	...additionalFields,
	options: [description, { displayName: 'Start At (%)', name: 'from', type: 'number', default: 0, description: 'Leave out the people who are most alike, up to this share' }],
} as const satisfies INodeProperties;

const text = (displayName: string, name: string, about: string) => ({ displayName, name, type: 'string', default: '', description: about }) as const;

/** A person. Texts are normalised and hashed by the node; hashes stay as they are. */
export const person = {
	displayName: 'Person',
	name: 'person',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What Meta may recognise the person by; the more, the better. The node normalises and hashes what has to be; what is hashed already stays as it is.',
	options: [
		text('City', 'city', 'In any spelling'),
		text('Country', 'country', 'Two letters, such as FR'),
		text('Date of Birth', 'dateOfBirth', 'Such as 1997-02-16'),
		{ displayName: 'Email', name: 'email', type: 'string', default: '', placeholder: 'e.g. mary@example.com', description: 'One address, or several separated by commas' },
		text('External ID', 'externalId', 'Your own number of the person; it is sent as it is, always in the same form'),
		text('First Name', 'firstName', 'In any script'),
		text('Gender', 'gender', 'Such as m or f'),
		text('Last Name', 'lastName', 'In any script'),
		text('Mobile Advertiser ID', 'madid', 'Of the phone'),
		text('Phone', 'phone', 'With country code, or without one if there is a default country; several separated by commas'),
		text('State', 'state', 'In any spelling'),
		text('ZIP Code', 'zip', 'In any spelling'),
	],
} as const satisfies INodeProperties;

export const consent = {
	displayName: 'Consent',
	name: 'consent',
	type: 'boolean',
	default: true,
	description: 'Whether the person agreed to this use; give it by an expression, and items without consent are skipped',
} as const satisfies INodeProperties;

const defaultCountry = { ...text('Default Country', 'defaultCountry', 'The country of phone numbers, states and postcodes of people without a country of their own'), placeholder: 'e.g. FR' } as const;

export const addingOptions = {
	...options,
	options: [
		defaultCountry,
		{ displayName: 'Limited Data Use', name: 'limitedDataUse', type: 'boolean', default: false, description: 'Whether Meta uses the person’s data under its limits for some states of the USA' },
		{ displayName: 'Limited Data Use Country', name: 'country', type: 'number', default: 0, description: 'Meta’s number of the country: 1 is the USA, 0 lets Meta find out' },
		{ displayName: 'Limited Data Use State', name: 'state', type: 'number', default: 0, description: 'Meta’s number of the state, such as 1000 for California; 0 lets Meta find out' },
	],
} as const satisfies INodeProperties;

export const removingOptions = { ...options, options: [defaultCountry] } as const satisfies INodeProperties;
