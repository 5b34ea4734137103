import type { INodeProperties } from 'n8n-workflow';

export const name = { displayName: 'Name', name: 'name', type: 'string', required: true, default: '', description: 'The name in the Ads Manager; people do not see it' } as const satisfies INodeProperties;

/** For an update, where the name may stay. */
export const newName = { displayName: 'Name', name: 'name', type: 'string', default: '', description: 'A new name' } as const satisfies INodeProperties;

/** Nothing is spent before somebody says so. */
export const firstStatus = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Active', value: 'ACTIVE', description: 'May spend money as soon as what it is in does; “Confirm Spending” is needed' },
		{ name: 'Draft', value: 'DRAFT' },
		{ name: 'Paused', value: 'PAUSED' },
	],
	default: 'PAUSED',
	description: 'Whether it runs at once',
} as const satisfies INodeProperties;

export const status = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Active', value: 'ACTIVE' },
		{ name: 'Archived', value: 'ARCHIVED', description: 'For good: it cannot be brought back' },
		{ name: 'Paused', value: 'PAUSED' },
	],
	default: 'PAUSED',
} as const satisfies INodeProperties;

export const confirm = { displayName: 'Confirm Spending', name: 'confirm', type: 'boolean', default: false, description: 'Whether this may cost money: needed for what is active, and to raise an amount or run longer, as Pinterest has no trial run' } as const satisfies INodeProperties;

export const largestIncrease = { displayName: 'Largest Increase (%)', name: 'largestIncrease', type: 'number', typeOptions: { minValue: 0 }, default: 100, description: 'By how much a budget, cap or bid may be raised at most, in percent of what it is now; a larger raise is refused' } as const satisfies INodeProperties;

const money = { type: 'number', typeOptions: { minValue: 0, numberPrecision: 2 }, default: 0 } as const;

export const dailySpendCap = { displayName: 'Daily Spend Cap', name: 'dailySpendCap', ...money, description: 'The most that the campaign spends a day, in the currency of the ad account, such as 12.5' } as const satisfies INodeProperties;
export const lifetimeSpendCap = { displayName: 'Lifetime Spend Cap', name: 'lifetimeSpendCap', ...money, description: 'The most that the campaign ever spends, in the currency of the ad account' } as const satisfies INodeProperties;
export const budget = { displayName: 'Budget', name: 'budget', ...money, description: 'In the currency of the ad account, such as 12.5' } as const satisfies INodeProperties;
export const bid = { displayName: 'Bid', name: 'bid', ...money, description: 'In the currency of the ad account, for what is paid for' } as const satisfies INodeProperties;

export const startTime = { displayName: 'Start Time', name: 'startTime', type: 'dateTime', default: '', description: 'When it starts; at once unless given' } as const satisfies INodeProperties;
export const endTime = { displayName: 'End Time', name: 'endTime', type: 'dateTime', default: '', description: 'When it ends; a lifetime budget needs it' } as const satisfies INodeProperties;
export const noEndTime = { displayName: 'No End Time', name: 'noEndTime', type: 'boolean', default: true, description: 'Whether it runs on without an end' } as const satisfies INodeProperties;

export const trackingUrls = { displayName: 'Tracking URLs (JSON)', name: 'trackingUrls', type: 'json', default: '', placeholder: 'e.g. {"click": ["https://example.com/click"]}', description: 'Up to three addresses for each event that Pinterest calls' } as const satisfies INodeProperties;

export const additionalFields = { displayName: 'Additional Fields', name: 'additionalFields', type: 'collection', placeholder: 'Add Field', default: {} } as const satisfies INodeProperties;
export const updateFields = { displayName: 'Update Fields', name: 'updateFields', type: 'collection', placeholder: 'Add Field', default: {} } as const satisfies INodeProperties;

const onlyIf = { displayName: 'Only If', name: 'onlyIf', type: 'collection', placeholder: 'Add Condition', default: {}, description: 'What must be so at Pinterest now; otherwise nothing is changed and the item is refused' } as const;
const expectedStatus = { ...status, description: 'The status that is expected' } as const;

export const onlyIfCampaign = { ...onlyIf, options: [{ ...dailySpendCap, description: 'The daily spend cap that is expected' }, { ...lifetimeSpendCap, description: 'The lifetime spend cap that is expected' }, expectedStatus] } as const satisfies INodeProperties;
export const onlyIfAdGroup = { ...onlyIf, options: [{ ...bid, description: 'The bid that is expected' }, { ...budget, description: 'The budget that is expected' }, expectedStatus] } as const satisfies INodeProperties;
export const onlyIfStatus = { ...onlyIf, options: [expectedStatus] } as const satisfies INodeProperties;
