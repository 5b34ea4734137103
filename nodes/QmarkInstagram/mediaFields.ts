import type { INodeProperties } from 'n8n-workflow';

const publicUrl = 'Instagram fetches the file itself, so the URL must be public and direct';

export const imageUrl = {
	displayName: 'Image URL',
	name: 'imageUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/photo.jpg',
	description: `${publicUrl}. JPEG only, up to 8 MB, between 4:5 and 1.91:1. Instagram takes no uploaded images.`,
} as const satisfies INodeProperties;

export const videoUrl = {
	displayName: 'Video URL',
	name: 'videoUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/reel.mp4',
	description: `${publicUrl}. MP4 or MOV.`,
	displayOptions: { show: { source: ['videoUrl'] } },
} as const satisfies INodeProperties;

export const binaryField = {
	displayName: 'Input Binary Field',
	name: 'binaryField',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the input field containing the file',
	description: 'An MP4 or MOV video. Images can be given by URL only.',
	displayOptions: { show: { source: ['binary'] } },
} as const satisfies INodeProperties;

const fromImageUrl = { name: 'Image URL', value: 'imageUrl', description: 'A JPEG image at a public URL' } as const;
const fromVideoUrl = { name: 'Video URL', value: 'videoUrl', description: 'An MP4 or MOV video at a public URL' } as const;
const fromBinary = { name: 'Video From Binary Field', value: 'binary', description: 'An MP4 or MOV video of the input item' } as const;

export const videoSource = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	options: [fromVideoUrl, fromBinary],
	default: 'videoUrl',
} as const satisfies INodeProperties;

export const anySource = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	options: [fromImageUrl, fromVideoUrl, fromBinary],
	default: 'imageUrl',
} as const satisfies INodeProperties;

/** The same where a source can be chosen. Stories take any ratio, and a carousel crops to that of its first item. */
export const sourceImageUrl = {
	...imageUrl,
	description: `${publicUrl}. JPEG only, up to 8 MB. Instagram takes no uploaded images.`,
	displayOptions: { show: { source: ['imageUrl'] } },
} as const satisfies INodeProperties;

export const caption = {
	displayName: 'Caption',
	name: 'caption',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description: 'Up to 2200 characters, 30 hashtags and 20 mentions',
} as const satisfies INodeProperties;

const altText = {
	displayName: 'Alt Text',
	name: 'altText',
	type: 'string',
	default: '',
	description: 'What the image shows, for people who cannot see it. Up to 1000 characters.',
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

export const carouselItems = {
	displayName: 'Media',
	name: 'media',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Media',
	default: {},
	displayOptions: { show: { mediaSource: ['items'] } },
	description: 'Two to ten images and videos. All are cropped to the ratio of the first.',
	options: [{ displayName: 'Item', name: 'item', values: [anySource, sourceImageUrl, videoUrl, binaryField, { ...altText, displayOptions: { show: { source: ['imageUrl'] } } }] }],
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
	description: 'Two to ten public URLs, one a line; an expression may give a list. Those ending in .mp4 or .mov are taken as videos.',
} as const satisfies INodeProperties;

/** What may be added to a publication; each operation picks what Instagram takes for it. */
export const extra = {
	altText,
	audioName: { displayName: 'Audio Name', name: 'audioName', type: 'string', default: '', description: 'The name of the reel’s own sound' },
	collaborators: {
		displayName: 'Collaborators',
		name: 'collaborators',
		type: 'string',
		default: '',
		placeholder: 'e.g. atelier.camelia, nantes.centre',
		description: 'Up to three usernames to invite as co-authors, as a comma-separated list',
	},
	coverUrl: {
		displayName: 'Cover URL',
		name: 'coverUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/cover.jpg',
		description: 'A public JPEG to show before the reel plays. It is used instead of the thumb offset.',
	},
	firstComment: {
		displayName: 'First Comment',
		name: 'firstComment',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'A comment to write below the post once it is published. If that fails, the output says so in firstCommentError and the post stays.',
	},
	locationId: {
		displayName: 'Location ID',
		name: 'locationId',
		type: 'string',
		default: '',
		description: 'The ID of a Facebook page that has an address',
	},
	shareToFeed: {
		displayName: 'Share to Feed',
		name: 'shareToFeed',
		type: 'boolean',
		default: true,
		description: 'Whether the reel may appear in the feed too and not in the Reels tab alone',
	},
	taggedUsers: {
		displayName: 'User Tags',
		name: 'taggedUsers',
		type: 'string',
		default: '',
		placeholder: 'e.g. atelier.camelia, nantes.centre',
		description: 'Usernames to tag, as a comma-separated list',
	},
	thumbOffset: {
		displayName: 'Thumb Offset',
		name: 'thumbOffset',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Which moment of the video to show before it plays, in milliseconds from its start',
	},
	userTags: {
		displayName: 'User Tags',
		name: 'userTags',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add User Tag',
		default: {},
		options: [
			{
				displayName: 'Tag',
				name: 'tag',
				values: [
					{ displayName: 'Username', name: 'username', type: 'string', default: '' },
					{
						displayName: 'X',
						name: 'x',
						type: 'number',
						typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
						default: 0.5,
						description: 'From 0 at the left edge to 1 at the right',
					},
					{
						displayName: 'Y',
						name: 'y',
						type: 'number',
						typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
						default: 0.5,
						description: 'From 0 at the top edge to 1 at the bottom',
					},
				],
			},
		],
	},
	waitAtMost: {
		displayName: 'Wait at Most',
		name: 'waitAtMost',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 600,
		description: 'How many seconds Instagram may take to process the files. Nothing is published if it takes longer.',
	},
} as const satisfies Record<string, INodeProperties>;

const collection = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
} as const satisfies INodeProperties;

/** An operation's “Additional Fields”. Give them sorted by their display names. */
export const additionalFields = <const Fields extends INodeProperties[]>(...options: Fields) => ({ ...collection, options });
