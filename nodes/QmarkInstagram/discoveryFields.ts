import type { INodeProperties } from 'n8n-workflow';

export const username = {
	displayName: 'Username',
	name: 'username',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. nantes.centre',
	description: 'Of a business or creator account. Instagram shows no private and no age-restricted ones.',
} as const satisfies INodeProperties;

export const hashtag = {
	displayName: 'Hashtag',
	name: 'hashtag',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. fleurs',
	description: 'One hashtag, with or without #. Within seven days an account may ask for 30 different ones.',
} as const satisfies INodeProperties;

export const mentionMediaId = {
	displayName: 'Media ID',
	name: 'mediaId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 17900000000000001',
	description: 'The media_id that the event “mentions” of QMARK Meta Trigger gave',
} as const satisfies INodeProperties;

export const mentionCommentId = {
	displayName: 'Comment ID',
	name: 'commentId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 17850000000000001',
	description: 'The comment_id that the same event gave, to answer the comment. Leave it empty to comment on the media whose caption names the account.',
} as const satisfies INodeProperties;

export const like = {
	displayName: 'Like',
	name: 'like',
	type: 'boolean',
	default: true,
	description: 'Whether to like; off takes the like back',
} as const satisfies INodeProperties;
