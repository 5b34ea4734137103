import type { INodeProperties } from 'n8n-workflow';
import { listOrId } from '../core/fields';

/** The page that acts. Its own token signs the call. */
export const page = {
	displayName: 'Page',
	name: 'page',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The Facebook page to act as',
	modes: listOrId('searchPages', 'e.g. 100200300400501', 'A page'),
} as const satisfies INodeProperties;

export const postId = {
	displayName: 'Post ID',
	name: 'postId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 100200300400501_122100000000000001',
	description: 'The ID that creating or listing posts gave',
} as const satisfies INodeProperties;

export const commentId = {
	displayName: 'Comment ID',
	name: 'commentId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 122100000000000001_122400000000000002',
	description: 'The ID that listing comments gave',
} as const satisfies INodeProperties;

export const videoId = {
	displayName: 'Video ID',
	name: 'videoId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 122300000000000001',
	description: 'The video_id that creating a video or reel gave, or the ID that listing videos gave',
} as const satisfies INodeProperties;

export const storyId = {
	displayName: 'Story ID',
	name: 'storyId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 122100000000000001',
	description: 'The post_id that listing stories gave, or the ID that creating one gave',
} as const satisfies INodeProperties;

export const like = { displayName: 'Like', name: 'like', type: 'boolean', default: true, description: 'Whether to like; off takes the like back' } as const satisfies INodeProperties;

export const message = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description: 'The text of the post, up to 63,206 characters',
} as const satisfies INodeProperties;

export const publishAt = {
	displayName: 'Publish At',
	name: 'publishAt',
	type: 'dateTime',
	default: '',
	description: 'When Facebook publishes it, from 10 minutes to 29 days from now. Empty publishes it at once.',
} as const satisfies INodeProperties;

export const firstComment = {
	displayName: 'First Comment',
	name: 'firstComment',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	description: 'A comment that the page writes under the post as soon as it is published; not for scheduled posts',
} as const satisfies INodeProperties;

export const additionalFields = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [firstComment],
} as const satisfies INodeProperties;

export const commentText = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 3 },
	required: true,
	default: '',
	description: 'The text of the comment, up to 8,000 characters',
} as const satisfies INodeProperties;

export const attachmentUrl = {
	displayName: 'Image URL',
	name: 'attachmentUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/photo.jpg',
	description: 'A public image to show in the comment',
} as const satisfies INodeProperties;

export const fieldNames = {
	displayName: 'Fields',
	name: 'fields',
	type: 'string',
	default: '',
	placeholder: 'e.g. message,created_time',
	description: 'Comma-separated names of the fields to return, as in Meta’s reference, instead of the usual ones',
} as const satisfies INodeProperties;

export const otherMetrics = {
	displayName: 'Other Metrics',
	name: 'otherMetrics',
	type: 'string',
	default: '',
	placeholder: 'e.g. page_daily_follows',
	description: 'Comma-separated names of further metrics, as in Meta’s reference',
} as const satisfies INodeProperties;

export const since = { displayName: 'Since', name: 'since', type: 'dateTime', default: '', description: 'Leave out what is older' } as const satisfies INodeProperties;

export const until = { displayName: 'Until', name: 'until', type: 'dateTime', default: '', description: 'Leave out what is newer' } as const satisfies INodeProperties;

/** An empty choice of options to add to. */
export const options = { displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {} } as const satisfies INodeProperties;
