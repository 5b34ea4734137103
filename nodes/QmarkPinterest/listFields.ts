import type { INodeProperties } from 'n8n-workflow';

export const query = {
	displayName: 'Query',
	name: 'query',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. camellia',
	description: 'The words to look for',
} as const satisfies INodeProperties;

export const country = {
	displayName: 'Country',
	name: 'country',
	type: 'string',
	required: true,
	default: 'US',
	placeholder: 'e.g. FR',
	description: 'Two letters: the country whose people the Pins are for',
} as const satisfies INodeProperties;

export const locale = { displayName: 'Language', name: 'locale', type: 'string', default: '', placeholder: 'e.g. fr-FR', description: 'The language of the Pins' } as const satisfies INodeProperties;

export const pinFilter = {
	displayName: 'Filter',
	name: 'pinFilter',
	type: 'options',
	options: [
		{ name: 'Promoted Pins Only', value: 'has_been_promoted' },
		{ name: 'Without Pins Created on Pinterest', value: 'exclude_native' },
		{ name: 'Without Saved Pins', value: 'exclude_repins' },
	],
	default: 'exclude_repins',
} as const satisfies INodeProperties;

export const protectedPins = {
	displayName: 'Include Protected Pins',
	name: 'protectedPins',
	type: 'boolean',
	default: false,
	description: 'Whether to add the Pins of protected boards',
} as const satisfies INodeProperties;

export const toBoard = { displayName: 'Board ID', name: 'boardId', type: 'string', default: '', placeholder: 'e.g. 549755885175', description: 'The board to move it to' } as const satisfies INodeProperties;

export const toSection = {
	displayName: 'Section ID',
	name: 'sectionId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 5028150385612',
	description: 'The section to move it to. Empty: out of its section.',
} as const satisfies INodeProperties;
