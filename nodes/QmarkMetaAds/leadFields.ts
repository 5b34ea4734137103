import type { INodeProperties } from 'n8n-workflow';
import { listOrId } from '../core/fields';
import { options } from './fields';

/** The page whose forms these are; it signs the calls. */
const leadsPage = {
	displayName: 'Page',
	name: 'leadsPage',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The Facebook page that has the forms',
	modes: listOrId('searchPages', 'e.g. 100200300400501', 'A page'),
} as const satisfies INodeProperties;

const form = {
	displayName: 'Form',
	name: 'form',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The lead form of this page',
	modes: listOrId('searchForms', 'e.g. 550000000000001', 'A form'),
} as const satisfies INodeProperties;

export const ofPage = [leadsPage] as const;
export const oneForm = [leadsPage, form] as const;

export const oneLead = [
	leadsPage,
	{ displayName: 'Lead ID', name: 'leadId', type: 'string', required: true, default: '', placeholder: 'e.g. 1208000000000001', description: 'What the webhook or a list calls leadgen_id or ID' },
] as const satisfies readonly INodeProperties[];

export const span = {
	...options,
	options: [
		{ displayName: 'Since', name: 'since', type: 'dateTime', default: '', description: 'Leave out older leads. Meta keeps leads for about 90 days.' },
		{ displayName: 'Until', name: 'until', type: 'dateTime', default: '', description: 'Leave out newer leads' },
	],
} as const satisfies INodeProperties;

export const answers = {
	displayName: 'Answers (JSON)',
	name: 'answers',
	type: 'json',
	default: '{}',
	description: 'An answer for each question by its key, such as {"email": "mary@example.com"}; empty lets Meta fill in test answers',
} as const satisfies INodeProperties;
