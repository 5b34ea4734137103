import type { INodeProperties } from 'n8n-workflow';
import { listOrId } from '../core/fields';
import { updateFields } from './changeFields';
import { adAccount } from './fields';

const rule = {
	displayName: 'Rule',
	name: 'rule',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The rule of this ad account',
	modes: listOrId('searchRules', 'e.g. 120700000000000001', 'An'),
} as const satisfies INodeProperties;

export const oneRule = [adAccount, rule] as const;

const evaluation = {
	displayName: 'Evaluation (JSON)',
	name: 'evaluation',
	type: 'json',
	default: '{\n  "evaluation_type": "SCHEDULE",\n  "filters": [\n    { "field": "entity_type", "operator": "EQUAL", "value": "ADSET" },\n    { "field": "time_preset", "operator": "EQUAL", "value": "LAST_7_DAYS" },\n    { "field": "spent", "operator": "GREATER_THAN", "value": 1000 }\n  ]\n}',
	description: 'What the rule watches: Meta’s evaluation_spec',
} as const satisfies INodeProperties;

const execution = {
	displayName: 'Execution (JSON)',
	name: 'execution',
	type: 'json',
	default: '{\n  "execution_type": "NOTIFICATION"\n}',
	description: 'What the rule does: Meta’s execution_spec',
} as const satisfies INodeProperties;

const schedule = {
	displayName: 'Schedule',
	name: 'schedule',
	type: 'options',
	options: [
		{ name: 'At Set Times', value: 'CUSTOM' },
		{ name: 'Daily', value: 'DAILY', description: 'At midnight in the ad account’s time zone' },
		{ name: 'Every Half Hour', value: 'SEMI_HOURLY' },
		{ name: 'Hourly', value: 'HOURLY' },
		{ name: 'None', value: 'none', description: 'For a rule that a trigger sets off' },
	],
	default: 'DAILY',
	description: 'How often the rule looks',
} as const satisfies INodeProperties;

const times = {
	displayName: 'Times (JSON)',
	name: 'times',
	type: 'json',
	default: '[\n  { "start_minute": 540, "days": [1, 2, 3, 4, 5] }\n]',
	description: 'List of times, each with minutes after midnight and days of the week, as in Meta’s schedule_spec',
} as const satisfies INodeProperties;

const ruleName = { displayName: 'Name', name: 'name', type: 'string', required: true, default: '', description: 'The name of the rule' } as const satisfies INodeProperties;

export const newRule = [
	ruleName,
	evaluation,
	execution,
	schedule,
	{ ...times, displayOptions: { show: { schedule: ['CUSTOM'] } } },
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: [
			{ name: 'Disabled', value: 'DISABLED' },
			{ name: 'Enabled', value: 'ENABLED', description: 'May change ads and spend from now on' },
		],
		default: 'DISABLED',
		description: 'Whether the rule works at once',
	},
] as const satisfies readonly INodeProperties[];

export const ruleChanges = {
	...updateFields,
	options: [
		{ ...evaluation, description: 'What the rule watches: the whole of it, as it replaces the old one' },
		{ ...execution, description: 'What the rule does: the whole of it, as it replaces the old one' },
		{ displayName: 'Name', name: 'name', type: 'string', default: '', description: 'A new name' },
		schedule,
		times,
	],
} as const satisfies INodeProperties;
