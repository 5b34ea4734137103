import type { INodeProperties } from 'n8n-workflow';
import { reactionTypes } from '../platforms/linkedinCommunity';

export const commentId = {
	displayName: 'Comment ID',
	name: 'commentId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. urn:li:comment:(urn:li:activity:7012345678901234567,7012345678901234568)',
	description: 'The URN of the comment: “commentUrn” of Create and Get Many',
} as const satisfies INodeProperties;

/** What may be commented on or reacted to. */
export const entityId = {
	displayName: 'Post or Comment ID',
	name: 'entityId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. urn:li:share:7012345678901234567',
	description: 'The URN of a post or of a comment, or the address of a post',
} as const satisfies INodeProperties;

export const commentText = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 3 },
	required: true,
	default: '',
} as const satisfies INodeProperties;

export const commentFields = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Escape Reserved Characters',
			name: 'escape',
			type: 'boolean',
			default: false,
			description: 'Whether to write brackets, stars and the like as posts need them. LinkedIn does not say how it reads comments: switch it on if yours are cut off there.',
		},
	],
} as const satisfies INodeProperties;

export const reactionType = {
	displayName: 'Reaction',
	name: 'reactionType',
	type: 'options',
	options: [...reactionTypes],
	default: 'LIKE',
} as const satisfies INodeProperties;

const since = { displayName: 'Since', name: 'since', type: 'dateTime', default: '', description: 'The first day. LinkedIn counts days in UTC.' } as const satisfies INodeProperties;
const until = { displayName: 'Until', name: 'until', type: 'dateTime', default: '', description: 'The last day. Empty: today.' } as const satisfies INodeProperties;

/** First and last day, where an item for each period is wanted. */
export const days = [
	{ ...since, displayOptions: { show: { period: ['DAY', 'WEEK', 'MONTH'] } } },
	{ ...until, displayOptions: { show: { period: ['DAY', 'WEEK', 'MONTH'] } } },
] as const satisfies readonly INodeProperties[];

const lifetime = { name: 'Lifetime', value: 'lifetime', description: 'One number for all of the time' } as const;

export const period = {
	displayName: 'Period',
	name: 'period',
	type: 'options',
	options: [{ name: 'Day', value: 'DAY' }, lifetime, { name: 'Month', value: 'MONTH' }],
	default: 'DAY',
	description: 'How much time each item counts',
} as const satisfies INodeProperties;

export const followerPeriod = {
	...period,
	options: [{ name: 'Day', value: 'DAY' }, { ...lifetime, description: 'Who follows now, by groups of people' }, { name: 'Month', value: 'MONTH' }, { name: 'Week', value: 'WEEK' }],
} as const satisfies INodeProperties;

export const pagePeriod = {
	...period,
	options: [{ name: 'Day', value: 'DAY' }, { ...lifetime, description: 'All of the time, and by groups of people' }, { name: 'Month', value: 'MONTH' }],
} as const satisfies INodeProperties;
