import type { INodeProperties } from 'n8n-workflow';
import { listOrId } from '../core/fields';

export const board = {
	displayName: 'Board',
	name: 'boardId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	modes: listOrId('searchBoards', 'e.g. 549755885175', 'A board'),
} as const satisfies INodeProperties;

const sectionModes = listOrId('searchSections', 'e.g. 5028150385612', 'A section');

export const section = {
	displayName: 'Section',
	name: 'sectionId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'A section of the board. Empty: the board itself.',
	modes: sectionModes,
} as const satisfies INodeProperties;

export const requiredSection = { ...section, required: true, description: 'A section of the board' } as const satisfies INodeProperties;

export const pinId = {
	displayName: 'Pin ID',
	name: 'pinId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 813744226420795884',
	description: 'The ID of a Pin, or its address',
} as const satisfies INodeProperties;

export const adAccountId = {
	displayName: 'Ad Account ID',
	name: 'adAccountId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 549755885175',
	description: 'To act as the owner of this ad account, who has given the connected account business access',
} as const satisfies INodeProperties;

export const pinMetrics = {
	displayName: 'Pin Metrics',
	name: 'pinMetrics',
	type: 'boolean',
	default: false,
	description: 'Whether to add what each Pin has counted in the last 90 days and in its life',
} as const satisfies INodeProperties;

export const creativeType = {
	displayName: 'Creative Type',
	name: 'creativeType',
	type: 'options',
	options: [
		{ name: 'Carousel', value: 'CAROUSEL' },
		{ name: 'Collage', value: 'COLLAGE' },
		{ name: 'Collection', value: 'COLLECTION' },
		{ name: 'Idea', value: 'IDEA' },
		{ name: 'Image', value: 'REGULAR' },
		{ name: 'Product', value: 'SHOPPING' },
		{ name: 'Video', value: 'VIDEO' },
	],
	default: 'REGULAR',
} as const satisfies INodeProperties;

const collection = { type: 'collection', default: {} } as const;

/** An operation's “Options”. Give them sorted by their display names. */
export const options = <const Fields extends INodeProperties[]>(...fields: Fields) => ({ displayName: 'Options', name: 'options', ...collection, placeholder: 'Add Option', options: fields }) as const;

export const additionalFields = <const Fields extends INodeProperties[]>(...fields: Fields) =>
	({ displayName: 'Additional Fields', name: 'additionalFields', ...collection, placeholder: 'Add Field', options: fields }) as const;

export const updateFields = <const Fields extends INodeProperties[]>(...fields: Fields) =>
	({ displayName: 'Update Fields', name: 'updateFields', ...collection, placeholder: 'Add Field', options: fields }) as const;
