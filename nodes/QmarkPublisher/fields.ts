import type { ICredentialsDisplayOptions, IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { choices, controlChat } from './networkFields';
import { shownFor } from './shownFor';

/**
 * Shows a credential while one of its networks is ticked. Told by `show`, n8n would take “Networks” for the choice of a login and hide it; its types
 * know conditions for fields only, though it reads them here too.
 */
export function forNetworks(...names: string[]): ICredentialsDisplayOptions {
	const options: ICredentialsDisplayOptions = {};
	// These ask no network.
	const operation = ['adapt', 'getAll', 'schedule'];
	Object.assign(options, { hide: { operation, networks: [{ _cnd: { regex: `^(?!(${names.join('|')})$)` } }] } });
	return options;
}

const onContents = shownFor('content', 'adapt', 'check', 'publish');
const below = { show: { ...onContents, contentSource: ['fields'] } };

/** Where a content comes from: items of the workflow, or the panel, as people try it and AI agents fill it in. */
export const contentFields: INodeProperties[] = [
	{
		displayName: 'Content From',
		name: 'contentSource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Fields Below', value: 'fields' },
			{ name: 'Input Items', value: 'items', description: 'Each item is one content' },
		],
		default: 'items',
		displayOptions: { show: onContents },
	},
	{ displayName: 'Content ID', name: 'contentId', type: 'string', required: true, default: '', displayOptions: below, placeholder: 'e.g. spring-sale', description: 'Names the content for good: under the same ID nothing is published twice' },
	{ displayName: 'Title', name: 'title', type: 'string', default: '', displayOptions: below, description: 'For networks whose posts have one. Empty: what the text begins with.' },
	{ displayName: 'Text', name: 'text', type: 'string', typeOptions: { rows: 4 }, default: '', displayOptions: below },
	{ displayName: 'Media URLs', name: 'mediaUrls', type: 'string', typeOptions: { rows: 2 }, default: '', displayOptions: below, placeholder: 'e.g. https://example.com/photo.jpg', description: 'Public addresses of images and videos, one a line' },
	{ displayName: 'Link', name: 'link', type: 'string', default: '', displayOptions: below, placeholder: 'e.g. https://example.com/spring' },
];

/** The choices of adapting, wherever something is adapted. */
const tasteWhere = (show: IDisplayOptions['show']): INodeProperties => ({
	displayName: 'Adaptation',
	name: 'taste',
	type: 'collection',
	placeholder: 'Add choice',
	default: {},
	displayOptions: { show },
	options: [
		{
			displayName: 'Hashtags',
			name: 'hashtags',
			type: 'options',
			options: [
				{ name: 'Drop Above the Limit', value: 'drop' },
				{ name: 'Drop Above What Is Advised', value: 'advised' },
				{ name: 'Keep', value: 'keep' },
			],
			default: 'drop',
		},
		{
			displayName: 'Link',
			name: 'link',
			type: 'options',
			options: [
				{ name: 'Keep in Its Place', value: 'keep' },
				{ name: 'Move to the First Comment', value: 'comment', description: 'Where it would have no preview or could not be clicked' },
			],
			default: 'keep',
		},
		{
			displayName: 'Long Text',
			name: 'longText',
			type: 'options',
			options: [
				{ name: 'Keep', value: 'keep', description: 'It is refused' },
				{ name: 'Shorten at a Sentence', value: 'shorten' },
				{ name: 'Split Into a Thread', value: 'split', description: 'Where a network has none, it is shortened' },
			],
			default: 'split',
		},
	],
});

/** How far adapting may go. */
export const taste: INodeProperties[] = [
	{
		displayName: 'Adapt to Each Network',
		name: 'adapt',
		type: 'boolean',
		default: false,
		displayOptions: { show: shownFor('content', 'check', 'publish') },
		description: 'Whether to shorten, split and rearrange what a network would refuse. Each change is told in “adapted”.',
	},
	{
		displayName: 'Changes',
		name: 'mode',
		type: 'options',
		options: [
			{ name: 'Apply', value: 'apply', description: 'The content comes out with a text for each network' },
			{ name: 'Propose', value: 'propose', description: 'Each network’s post comes out with what would be changed and why' },
		],
		default: 'propose',
		displayOptions: { show: shownFor('content', 'adapt') },
	},
	tasteWhere(shownFor('content', 'adapt')),
	tasteWhere({ ...shownFor('content', 'check', 'publish'), adapt: [true] }),
];

/** Options in the order in which n8n lists them. */
const sorted = (...fields: INodeProperties[]) => fields.toSorted((one, other) => one.displayName.localeCompare(other.displayName));

export const publishOptions: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: shownFor('content', 'publish') },
		options: sorted(
			{ displayName: 'All or Nothing', name: 'allOrNothing', type: 'boolean', default: false, description: 'Whether to publish a content nowhere when one of its networks would refuse it. Accounts and quotas are looked at too.' },
			{ displayName: 'Look at Files', name: 'lookAtFiles', type: 'boolean', default: true, description: 'Whether to read the beginning of each file for its format, size and length' },
			{ displayName: 'Publish Before Its Time', name: 'publishEarly', type: 'boolean', default: false, description: 'Whether to publish contents at once whose date lies ahead. Otherwise they are answered as “scheduled”, and nothing is done.' },
			{ displayName: 'Stop When One Is Not Out', name: 'stopOnFailure', type: 'boolean', default: false, description: 'Whether to fail the node in the end when a network could not be reached, so that Retry On Fail tries what is missing again' },
			controlChat,
			{ displayName: 'Wait at Most', name: 'waitAtMost', type: 'number', typeOptions: { minValue: 1 }, default: 60, description: 'Minutes that a network may take to process media' },
			{ displayName: 'Wait for Processing', name: 'waitForProcessing', type: 'boolean', default: true, description: 'Whether to go on once a network has processed the media. The execution waits in the database meanwhile and takes up no slot.' },
			...choices,
		),
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: shownFor('content', 'check') },
		options: sorted(
			{ displayName: 'Ask the Networks', name: 'askNetworks', type: 'boolean', default: true, description: 'Whether to look at accounts, permissions and quotas too' },
			{ displayName: 'Look at Files', name: 'lookAtFiles', type: 'boolean', default: true, description: 'Whether to read the beginning of each file for its format, size and length' },
			...choices,
		),
	},
];

export const schedule: INodeProperties[] = [
	{
		displayName: 'Slots',
		name: 'slots',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: 'Mon-Fri 09:00, 17:30\nSat 10:00',
		displayOptions: { show: shownFor('content', 'schedule') },
		description: 'When posts may go out: days and times, one rule a line. Contents without a date get the next free slot of their networks.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: shownFor('content', 'schedule') },
		options: [
			{ displayName: 'Days Ahead', name: 'daysAhead', type: 'number', typeOptions: { minValue: 1 }, default: 90, description: 'How far ahead slots are handed out' },
			{
				displayName: 'Order',
				name: 'order',
				type: 'options',
				options: [
					{ name: 'Best Slot First', value: 'best', description: 'Of the slots of the next seven days, the one whose past posts were seen most' },
					{ name: 'Next Slot First', value: 'next' },
				],
				default: 'next',
			},
			{ displayName: 'Past Results', name: 'results', type: 'json', default: '[]', description: 'What posts counted so far, as “Get Results” answers it: a list with “at” and “views”' },
			{ displayName: 'Taken', name: 'taken', type: 'json', default: '[]', description: 'Dates that are taken already, as a list of {network, account, publishAt}' },
			{ displayName: 'Time Zone', name: 'timeZone', type: 'string', default: '', placeholder: 'e.g. Europe/Paris', description: 'The workflow’s time zone where it is empty' },
		],
	},
];
