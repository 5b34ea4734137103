import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';
import { youtube } from '../platforms/youtube';

/** n8n's linters take a mode for a field that lacks its default; so its `type` comes from a spread. */
const list = { type: 'list' } satisfies Partial<INodePropertyMode>;
const text = { type: 'string' } satisfies Partial<INodePropertyMode>;

const modes = (searchListMethod: string, placeholder: string) =>
	[
		{ displayName: 'From List', name: 'list', ...list, typeOptions: { searchListMethod, searchable: true } },
		{ displayName: 'By ID or URL', name: 'id', ...text, placeholder },
	] satisfies INodePropertyMode[];

export const video = {
	displayName: 'Video',
	name: 'videoId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: modes('searchVideos', 'e.g. dQw4w9WgXcQ'),
} as const satisfies INodeProperties;

export const playlist = {
	displayName: 'Playlist',
	name: 'playlistId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: modes('searchPlaylists', 'e.g. PLabcDEF0123456789'),
} as const satisfies INodeProperties;

export const source = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	options: [
		{ name: 'Binary Field', value: 'binary', description: 'A file of the item' },
		{ name: 'URL', value: 'url', description: 'A public address, from which n8n fetches the file' },
	],
	default: 'binary',
} as const satisfies INodeProperties;

export const binaryField = {
	displayName: 'Input Binary Field',
	name: 'binaryField',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the input field containing the file',
	displayOptions: { show: { source: ['binary'] } },
} as const satisfies INodeProperties;

export const title = { displayName: 'Title', name: 'title', type: 'string', default: '', description: 'Up to 100 characters, without &lt; and &gt;' } as const satisfies INodeProperties;

export const description = { displayName: 'Description', name: 'description', type: 'string', typeOptions: { rows: 5 }, default: '', description: 'Up to 5,000 bytes, without &lt; and &gt;' } as const satisfies INodeProperties;

export const privacy = {
	displayName: 'Privacy',
	name: 'privacy',
	type: 'options',
	options: [
		{ name: 'Private', value: 'private' },
		{ name: 'Public', value: 'public' },
		{ name: 'Unlisted', value: 'unlisted', description: 'Whoever has the link' },
	],
	default: 'private',
} as const satisfies INodeProperties;

export const madeForKids = { displayName: 'Made for Kids', name: 'madeForKids', type: 'boolean', default: false, description: 'Whether the video is directed at children, as YouTube asks for each' } as const satisfies INodeProperties;

/** Entries of “Additional Fields” and “Update Fields”, sorted by name where they are put together. */
export const extra = {
	audioLanguage: { displayName: 'Audio Language', name: 'audioLanguage', type: 'string', default: '', placeholder: 'e.g. fr', description: 'What is spoken in the video' },
	category: {
		displayName: 'Category Name or ID',
		name: 'category',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getCategories' },
		default: '',
		description: 'People & Blogs unless one is chosen. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	containsSyntheticMedia: { displayName: 'Contains Altered Content', name: 'containsSyntheticMedia', type: 'boolean', default: false, description: 'Whether realistic content was altered or made by AI, which YouTube wants disclosed' },
	description,
	embeddable: { displayName: 'Embeddable', name: 'embeddable', type: 'boolean', default: true, description: 'Whether other sites may show the video' },
	language: { displayName: 'Language', name: 'language', type: 'string', default: '', placeholder: 'e.g. fr', description: 'Of the title and the description' },
	license: {
		displayName: 'License',
		name: 'license',
		type: 'options',
		options: [
			{ name: 'Creative Commons', value: 'creativeCommon' },
			{ name: 'YouTube', value: 'youtube' },
		],
		default: 'youtube',
	},
	madeForKids,
	note: { displayName: 'Note', name: 'note', type: 'string', default: '', description: 'Shown beside the video in the playlist, up to 280 characters' },
	notifySubscribers: { displayName: 'Notify Subscribers', name: 'notifySubscribers', type: 'boolean', default: true, description: 'Whether subscribers are told of the video' },
	position: { displayName: 'Position', name: 'position', type: 'number', typeOptions: { minValue: 0 }, default: 0, description: 'Counted from 0' },
	privacy,
	publicStatsViewable: { displayName: 'Public Statistics', name: 'publicStatsViewable', type: 'boolean', default: true, description: 'Whether everybody sees the extended statistics' },
	publishAt: { displayName: 'Publish At', name: 'publishAt', type: 'dateTime', default: '', description: 'When a private video becomes public. Takes “Privacy” set to Private.' },
	tags: { displayName: 'Tags', name: 'tags', type: 'string', default: '', placeholder: 'e.g. flowers, bouquet', description: 'Comma-separated, up to 500 characters in all' },
	title,
} as const satisfies Record<string, INodeProperties>;

const additionalFields = { displayName: 'Additional Fields', name: 'additionalFields', type: 'collection', placeholder: 'Add Field', default: {} } as const satisfies INodeProperties;
const updateFields = { displayName: 'Update Fields', name: 'updateFields', type: 'collection', placeholder: 'Add Field', default: {} } as const satisfies INodeProperties;

/** An operation's “Additional Fields”. Give them sorted by their display names. */
export const additional = <const Fields extends INodeProperties[]>(...options: Fields) => ({ ...additionalFields, options });

/** What an update may change. Give them sorted by their display names. */
export const updates = <const Fields extends INodeProperties[]>(...options: Fields) => ({ ...updateFields, options });

/** As many entries a page as are asked for. */
export const pageSize = ({ returnAll, limit }: { returnAll: boolean; limit: number }) => (returnAll ? youtube.limits.page : Math.min(limit, youtube.limits.page));
