import type { INodeProperties } from 'n8n-workflow';

/** Additional fields of media, named as Telegram names its parameters. */
export const captionAbove = {
	displayName: 'Caption Above Media',
	name: 'show_caption_above_media',
	type: 'boolean',
	default: false,
	description: 'Whether to show the caption above the media',
} as const satisfies INodeProperties;

export const spoiler = {
	displayName: 'Spoiler',
	name: 'has_spoiler',
	type: 'boolean',
	default: false,
	description: 'Whether to cover the media until a person taps it',
} as const satisfies INodeProperties;

export const streaming = {
	displayName: 'Supports Streaming',
	name: 'supports_streaming',
	type: 'boolean',
	default: false,
	description: 'Whether the video can be watched while it loads',
} as const satisfies INodeProperties;

export const duration = {
	displayName: 'Duration',
	name: 'duration',
	type: 'number',
	default: 0,
	typeOptions: { minValue: 0 },
	description: 'Length in seconds',
} as const satisfies INodeProperties;

export const width = {
	displayName: 'Width',
	name: 'width',
	type: 'number',
	default: 0,
	typeOptions: { minValue: 0 },
	description: 'Width in pixels',
} as const satisfies INodeProperties;

export const height = {
	displayName: 'Height',
	name: 'height',
	type: 'number',
	default: 0,
	typeOptions: { minValue: 0 },
	description: 'Height in pixels',
} as const satisfies INodeProperties;

export const performer = {
	displayName: 'Performer',
	name: 'performer',
	type: 'string',
	default: '',
	description: 'Whose work it is, as the player shows it',
} as const satisfies INodeProperties;

export const title = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	description: 'The name of the track, as the player shows it',
} as const satisfies INodeProperties;

export const keepType = {
	displayName: 'Disable Content Type Detection',
	name: 'disable_content_type_detection',
	type: 'boolean',
	default: false,
	description: 'Whether an uploaded file stays a plain document even where Telegram could show it',
} as const satisfies INodeProperties;

export const startAt = {
	displayName: 'Start At',
	name: 'start_timestamp',
	type: 'number',
	default: 0,
	typeOptions: { minValue: 0 },
	description: 'The second at which the video starts to play',
} as const satisfies INodeProperties;

export const diameter = {
	displayName: 'Diameter',
	name: 'length',
	type: 'number',
	default: 360,
	typeOptions: { minValue: 1 },
	description: 'Width and height in pixels',
} as const satisfies INodeProperties;
