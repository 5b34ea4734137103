import type { INodeProperties } from 'n8n-workflow';
import { options } from './fields';

export const name = { displayName: 'Name', name: 'name', type: 'string', required: true, default: '', description: 'The name in the Ads Manager; people do not see it' } as const satisfies INodeProperties;

/** Nothing is spent before somebody says so. */
export const firstStatus = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Active', value: 'ACTIVE', description: 'Starts, and may spend, as soon as Meta has reviewed it' },
		{ name: 'Paused', value: 'PAUSED' },
	],
	default: 'PAUSED',
	description: 'Whether it runs at once',
} as const satisfies INodeProperties;

/** The states that a person sets. */
export const status = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Active', value: 'ACTIVE' },
		{ name: 'Archived', value: 'ARCHIVED' },
		{ name: 'Paused', value: 'PAUSED' },
	],
	default: 'PAUSED',
} as const satisfies INodeProperties;

const amount = { type: 'number', typeOptions: { minValue: 0, numberPrecision: 2 }, default: 0 } as const;

export const dailyBudget = { displayName: 'Daily Budget', name: 'dailyBudget', ...amount, description: 'In the currency of the ad account, such as 12.5' } as const satisfies INodeProperties;

export const lifetimeBudget = { displayName: 'Lifetime Budget', name: 'lifetimeBudget', ...amount, description: 'In the currency of the ad account, for all days together, such as 250' } as const satisfies INodeProperties;

export const spendCap = { displayName: 'Spend Cap', name: 'spendCap', ...amount, description: 'The most that the campaign may ever spend, in the currency of the ad account' } as const satisfies INodeProperties;

/** Budgets that are shown where “Budget” chooses them. */
export const ownBudgets = [
	{ ...dailyBudget, required: true, displayOptions: { show: { budgetType: ['daily'] } } },
	{ ...lifetimeBudget, required: true, displayOptions: { show: { budgetType: ['lifetime'] } } },
] as const satisfies INodeProperties[];

const onlyIfBase = { displayName: 'Only If', name: 'onlyIf', type: 'collection', placeholder: 'Add Condition', default: {}, description: 'What must be so at Meta now; otherwise nothing is changed and the item is refused' } as const;
const expectedStatus = { ...status, description: 'The status that is expected' } as const;

export const onlyIf = {
	...onlyIfBase,
	options: [
		{ ...dailyBudget, description: 'The daily budget that is expected, in the currency of the ad account' },
		{ ...lifetimeBudget, description: 'The lifetime budget that is expected, in the currency of the ad account' },
		expectedStatus,
	],
} as const satisfies INodeProperties;

/** For what has no budget. */
export const onlyIfStatus = { ...onlyIfBase, options: [expectedStatus] } as const satisfies INodeProperties;

export const validateOnly = {
	displayName: 'Validate Only',
	name: 'validateOnly',
	type: 'boolean',
	default: true,
	description: 'Whether to let Meta check the request without doing anything',
} as const satisfies INodeProperties;

export const checking = { ...options, options: [validateOnly] } as const satisfies INodeProperties;

export const updateFields = { displayName: 'Update Fields', name: 'updateFields', type: 'collection', placeholder: 'Add Field', default: {} } as const satisfies INodeProperties;

export const startTime = { displayName: 'Start Time', name: 'startTime', type: 'dateTime', default: '', description: 'When it starts. Without an offset it is in the workflow’s time zone.' } as const satisfies INodeProperties;

export const endTime = { displayName: 'End Time', name: 'endTime', type: 'dateTime', default: '', description: 'When it ends; a lifetime budget needs it' } as const satisfies INodeProperties;

export const stopTime = { displayName: 'Stop Time', name: 'stopTime', type: 'dateTime', default: '', description: 'When the campaign ends' } as const satisfies INodeProperties;

/** How a copy differs from its source. */
export const copyStatus = {
	displayName: 'Status of the Copy',
	name: 'copyStatus',
	type: 'options',
	options: [
		{ name: 'Active', value: 'ACTIVE' },
		{ name: 'Paused', value: 'PAUSED' },
		{ name: 'Same as the Source', value: 'INHERITED_FROM_SOURCE' },
	],
	default: 'PAUSED',
} as const satisfies INodeProperties;

export const deepCopy = { displayName: 'Copy What Is Inside', name: 'deepCopy', type: 'boolean', default: true, description: 'Whether to copy its ad sets and ads too. Meta copies up to three ads at once.' } as const satisfies INodeProperties;

export const namePrefix = { displayName: 'Name Prefix', name: 'namePrefix', type: 'string', default: '', description: 'Put before the name of the copy' } as const satisfies INodeProperties;

export const nameSuffix = { displayName: 'Name Suffix', name: 'nameSuffix', type: 'string', default: '', placeholder: 'e.g. - Copy', description: 'Put after the name of the copy' } as const satisfies INodeProperties;

export const renameAll = { displayName: 'Rename What Is Inside', name: 'renameAll', type: 'boolean', default: false, description: 'Whether the names of the ad sets and ads inside get the prefix and suffix too' } as const satisfies INodeProperties;

const into = { name: 'into', type: 'string', default: '', description: 'Where the copy goes; beside its source unless given' } as const;

export const intoCampaign = { displayName: 'Campaign ID of the Copy', ...into, placeholder: 'e.g. 120100000000000001' } as const satisfies INodeProperties;

export const intoAdSet = { displayName: 'Ad Set ID of the Copy', ...into, placeholder: 'e.g. 120200000000000001' } as const satisfies INodeProperties;

/** For an update, where the name may stay. */
export const newName = { displayName: 'Name', name: 'name', type: 'string', default: '', description: 'A new name' } as const satisfies INodeProperties;
