import type { INodeProperties } from 'n8n-workflow';
import { journalFields } from '../core/journal/fields';
import { controlChat } from './networkFields';
import { shownFor } from './shownFor';
import { table } from './journal/entry';

/** Which publications an operation is about. */
export const publications: INodeProperties[] = [
	{
		displayName: 'Publications',
		name: 'which',
		type: 'options',
		options: [
			{ name: 'All in Doubt', value: 'doubt', description: 'Those of which nobody knows whether they are out' },
			{ name: 'Those of the Input Items', value: 'input', description: 'By their “key”' },
		],
		default: 'doubt',
		displayOptions: { show: shownFor('publication', 'reconcile') },
	},
	{
		displayName: 'Decision',
		name: 'decision',
		type: 'options',
		options: [
			{ name: 'Ask the Network', value: 'ask', description: 'Read the account’s feed or the container' },
			{ name: 'It Is Not Out', value: 'absent', description: 'A person has looked: it is published again by the next run' },
			{ name: 'It Is Out', value: 'published', description: 'A person has looked: it is left as it is' },
		],
		default: 'ask',
		displayOptions: { show: { ...shownFor('publication', 'reconcile'), which: ['input'] } },
	},
	{
		displayName: 'Publications',
		name: 'which',
		type: 'options',
		options: [
			{ name: 'Recent Ones', value: 'recent', description: 'Published in the last days' },
			{ name: 'Those of the Input Items', value: 'input', description: 'By their “key”' },
		],
		default: 'recent',
		displayOptions: { show: shownFor('publication', 'getResults') },
	},
	{
		displayName: 'Days',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30,
		displayOptions: { show: { ...shownFor('publication', 'getResults'), which: ['recent'] } },
		description: 'How many days back',
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		displayOptions: { show: shownFor('publication', 'getAll') },
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { ...shownFor('publication', 'getAll'), returnAll: [false] } },
		description: 'Max number of results to return',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: shownFor('publication', 'getAll') },
		options: [
			{ displayName: 'Account', name: 'account', type: 'string', default: '' },
			{ displayName: 'Content ID', name: 'contentId', type: 'string', default: '' },
			{ displayName: 'Network', name: 'network', type: 'string', default: '', placeholder: 'e.g. facebook' },
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'Any', value: '' },
					{ name: 'Deleted', value: 'deleted' },
					{ name: 'Draft', value: 'draft' },
					{ name: 'Failed', value: 'failed' },
					{ name: 'Processing', value: 'processing' },
					{ name: 'Published', value: 'published' },
					{ name: 'Publishing', value: 'publishing' },
					{ name: 'Refused', value: 'refused' },
					{ name: 'Unknown', value: 'unknown' },
				],
				default: '',
			},
		],
	},
];

/** Choices of settling what is in doubt. */
export const reconcileOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	displayOptions: { show: shownFor('publication', 'reconcile') },
	options: [controlChat],
};

/** Where it is remembered what is out. */
export const journal = journalFields({
	show: { operation: ['publish', 'getAll', 'reconcile', 'delete', 'getResults'] },
	table: table.name,
	workflow: 'Publishing journal (PostgreSQL)',
	description: 'Where it is written down what is published, before and after each call. Nodes with the same journal never publish a content twice.',
});
