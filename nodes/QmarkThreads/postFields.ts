import type { INodeProperties } from 'n8n-workflow';

const publicUrl = 'Threads fetches the file itself, so the URL must be public and direct';
const counted = 'Up to 500 characters. An emoji counts as many as it has bytes in UTF-8, mostly four.';

export const text = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description: counted,
} as const satisfies INodeProperties;

export const requiredText = { ...text, required: true } as const satisfies INodeProperties;

export const imageUrl = {
	displayName: 'Image URL',
	name: 'imageUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/photo.jpg',
	description: `${publicUrl}. JPEG or PNG, up to 8 MB. Threads takes no uploaded files.`,
} as const satisfies INodeProperties;

export const videoUrl = {
	displayName: 'Video URL',
	name: 'videoUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/clip.mp4',
	description: `${publicUrl}. MP4 or MOV, up to 5 minutes and 1 GB. Threads takes no uploaded files.`,
} as const satisfies INodeProperties;

const altText = {
	displayName: 'Alt Text',
	name: 'altText',
	type: 'string',
	default: '',
	description: 'What it shows, for people who cannot see it. Up to 1000 characters.',
} as const satisfies INodeProperties;

export const carouselSource = {
	displayName: 'Media Source',
	name: 'mediaSource',
	type: 'options',
	options: [
		{ name: 'Items Below', value: 'items' },
		{ name: 'List of URLs', value: 'urls' },
	],
	default: 'items',
} as const satisfies INodeProperties;

const itemType = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'Image', value: 'image', description: 'JPEG or PNG' },
		{ name: 'Video', value: 'video', description: 'MP4 or MOV' },
	],
	default: 'image',
} as const satisfies INodeProperties;

const itemUrl = { displayName: 'URL', name: 'url', type: 'string', default: '', placeholder: 'e.g. https://example.com/photo.jpg', description: publicUrl } as const satisfies INodeProperties;

export const carouselItemsField = {
	displayName: 'Media',
	name: 'media',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Media',
	default: {},
	displayOptions: { show: { mediaSource: ['items'] } },
	description: 'Two to 20 images and videos',
	options: [{ displayName: 'Item', name: 'item', values: [itemType, itemUrl, altText] }],
} as const satisfies INodeProperties;

export const carouselUrls = {
	displayName: 'Media URLs',
	name: 'mediaUrls',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/1.jpg',
	displayOptions: { show: { mediaSource: ['urls'] } },
	description: 'Two to 20 public URLs, one a line; an expression may give a list. Those ending in .mp4 or .mov are taken as videos.',
} as const satisfies INodeProperties;

const option = (letter: 'A' | 'B' | 'C' | 'D') => ({ displayName: `Option ${letter}`, type: 'string', default: '' }) as const;

/** What may be added to a post; each operation picks what Threads takes for it. */
export const extra = {
	altText,
	linkAttachment: {
		displayName: 'Link Attachment',
		name: 'linkAttachment',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/spring',
		description: 'A link to show as a preview below the text. Without it, the first link of the text is shown.',
	},
	poll: {
		displayName: 'Poll',
		name: 'poll',
		type: 'fixedCollection',
		placeholder: 'Add Poll',
		default: {},
		description: 'Two to four options of up to 25 characters',
		options: [
			{
				displayName: 'Poll',
				name: 'poll',
				values: [
					{ ...option('A'), name: 'optionA' },
					{ ...option('B'), name: 'optionB' },
					{ ...option('C'), name: 'optionC' },
					{ ...option('D'), name: 'optionD' },
				],
			},
		],
	},
	quotePostId: { displayName: 'Quote Post ID', name: 'quotePostId', type: 'string', default: '', placeholder: 'e.g. 18000000000000001', description: 'The ID of a post to quote' },
	replyControl: {
		displayName: 'Reply Control',
		name: 'replyControl',
		type: 'options',
		options: [
			{ name: 'Accounts You Follow', value: 'accounts_you_follow' },
			{ name: 'Author of the Post Above', value: 'parent_post_author_only' },
			{ name: 'Everyone', value: 'everyone' },
			{ name: 'Followers', value: 'followers_only' },
			{ name: 'Mentioned Accounts', value: 'mentioned_only' },
		],
		default: 'everyone',
		description: 'Who may reply',
	},
	replyToId: { displayName: 'Reply to ID', name: 'replyToId', type: 'string', default: '', placeholder: 'e.g. 18000000000000001', description: 'The ID of the post or reply to put this one under, as in a thread' },
	spoiler: { displayName: 'Spoiler', name: 'spoiler', type: 'boolean', default: false, description: 'Whether to blur the media until somebody taps it' },
	topicTag: { displayName: 'Topic Tag', name: 'topicTag', type: 'string', default: '', placeholder: 'e.g. Flowers', description: 'The topic of the post: up to 50 characters, without dots and ampersands' },
	waitAtMost: {
		displayName: 'Wait at Most',
		name: 'waitAtMost',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 600,
		description: 'How many seconds Threads may take to process the files. Nothing is published if it takes longer.',
	},
} as const satisfies Record<string, INodeProperties>;

export const replyTo = { ...extra.replyToId, required: true, description: 'The ID of the post or reply to answer' } as const satisfies INodeProperties;

const collection = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
} as const satisfies INodeProperties;

/** An operation's “Additional Fields”. Give them sorted by their display names. */
export const additionalFields = <const Fields extends INodeProperties[]>(...options: Fields) => ({ ...collection, options });
