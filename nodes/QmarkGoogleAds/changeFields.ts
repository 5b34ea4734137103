import type { INodeProperties } from 'n8n-workflow';

export const name = { displayName: 'Name', name: 'name', type: 'string', required: true, default: '', description: 'The name in Google Ads; people do not see it' } as const satisfies INodeProperties;

/** For an update, where the name may stay. */
export const newName = { displayName: 'Name', name: 'name', type: 'string', default: '', description: 'A new name' } as const satisfies INodeProperties;

const states = [
	{ name: 'Enabled', value: 'ENABLED' },
	{ name: 'Paused', value: 'PAUSED' },
] as const;

/** Nothing is spent before somebody says so. */
export const firstStatus = { displayName: 'Status', name: 'status', type: 'options', options: [...states], default: 'PAUSED', description: 'Whether it runs at once' } as const satisfies INodeProperties;

/** What is inside something that is paused spends nothing. */
export const runningStatus = { displayName: 'Status', name: 'status', type: 'options', options: [...states], default: 'ENABLED', description: 'Whether it runs as soon as what it is in does' } as const satisfies INodeProperties;

export const status = { displayName: 'Status', name: 'status', type: 'options', options: [...states], default: 'PAUSED' } as const satisfies INodeProperties;

const money = { type: 'number', typeOptions: { minValue: 0, numberPrecision: 2 }, default: 0 } as const;

export const amount = { displayName: 'Amount', name: 'amount', ...money, description: 'The budget of a day, in the currency of the account, such as 12.5' } as const satisfies INodeProperties;

export const dailyBudget = { displayName: 'Daily Budget', name: 'dailyBudget', ...money, required: true, description: 'In the currency of the account, such as 12.5; the campaign gets a budget of its own' } as const satisfies INodeProperties;

export const cpcBid = { displayName: 'Bid', name: 'cpcBid', ...money, description: 'The most that a click may cost, in the currency of the account; it counts only where the campaign bids by hand' } as const satisfies INodeProperties;

export const targetCpa = { displayName: 'Target CPA', name: 'targetCpa', ...money, description: 'What a conversion may cost on average, in the currency of the account' } as const satisfies INodeProperties;

export const targetRoas = { displayName: 'Target ROAS', name: 'targetRoas', ...money, description: 'What comes back for each unit spent: 3.5 is 350 %' } as const satisfies INodeProperties;

export const maximumCpc = { displayName: 'Maximum Bid', name: 'maximumCpc', ...money, description: 'The most that a click may cost, in the currency of the account' } as const satisfies INodeProperties;

export const startDate = { displayName: 'Start Date', name: 'startDate', type: 'dateTime', default: '', description: 'The first day, in the time zone of the account; the time of day does not count' } as const satisfies INodeProperties;

export const endDate = { displayName: 'End Date', name: 'endDate', type: 'dateTime', default: '', description: 'The last day, in the time zone of the account; the time of day does not count' } as const satisfies INodeProperties;

const onlyIfBase = { displayName: 'Only If', name: 'onlyIf', type: 'collection', placeholder: 'Add Condition', default: {}, description: 'What must be so at Google now; otherwise nothing is changed and the item is refused' } as const;

const expectedStatus = { ...status, description: 'The status that is expected' } as const;

export const onlyIfStatus = { ...onlyIfBase, options: [expectedStatus] } as const satisfies INodeProperties;

export const onlyIfBid = { ...onlyIfBase, options: [{ ...cpcBid, description: 'The bid that is expected, in the currency of the account' }, expectedStatus] } as const satisfies INodeProperties;

export const onlyIfAmount = { ...onlyIfBase, options: [{ ...amount, description: 'The budget of a day that is expected, in the currency of the account' }] } as const satisfies INodeProperties;

export const validateOnly = { displayName: 'Validate Only', name: 'validateOnly', type: 'boolean', default: true, description: 'Whether to let Google check the request without doing anything' } as const satisfies INodeProperties;

export const options = { displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {} } as const satisfies INodeProperties;

export const checking = { ...options, options: [validateOnly] } as const satisfies INodeProperties;

export const additionalFields = { displayName: 'Additional Fields', name: 'additionalFields', type: 'collection', placeholder: 'Add Field', default: {} } as const satisfies INodeProperties;

export const updateFields = { displayName: 'Update Fields', name: 'updateFields', type: 'collection', placeholder: 'Add Field', default: {} } as const satisfies INodeProperties;
