import type { INodeProperties } from 'n8n-workflow';
import { waitAtMost } from './fields';

export const videoSource = [
	{
		displayName: 'Video Source',
		name: 'source',
		type: 'options',
		options: [
			{ name: 'Binary File', value: 'binary', description: 'A file of the item' },
			{ name: 'URL', value: 'url', description: 'Fetched by n8n and uploaded from here: any public address' },
			{ name: 'URL, Fetched by TikTok', value: 'pull', description: 'Only from a domain that is verified in your TikTok app' },
		],
		default: 'binary',
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryField',
		type: 'string',
		required: true,
		default: 'data',
		displayOptions: { show: { source: ['binary'] } },
		description: 'The field of the item that holds the video: MP4, MOV or WebM, up to 4 GB',
	},
	{
		displayName: 'Video URL',
		name: 'videoUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/clip.mp4',
		displayOptions: { show: { source: ['url', 'pull'] } },
		description: 'Leads straight to an MP4, MOV or WebM file of up to 4 GB',
	},
] as const satisfies readonly INodeProperties[];

export const caption = {
	displayName: 'Caption',
	name: 'caption',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. Our camellias are here #flowers',
	description: 'Up to 2200 characters, with hashtags and @names',
} as const satisfies INodeProperties;

export const photoUrls = {
	displayName: 'Photo URLs',
	name: 'photoUrls',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/1.jpg',
	description: '1 to 35 public addresses of JPEG or WebP photos, one a line; an expression may give a list. TikTok fetches them itself, only from a domain that is verified in your TikTok app.',
} as const satisfies INodeProperties;

export const photoTexts = [
	{ displayName: 'Title', name: 'title', type: 'string', default: '', description: 'Up to 90 characters' },
	{ displayName: 'Description', name: 'description', type: 'string', typeOptions: { rows: 4 }, default: '', description: 'Up to 4000 characters, with hashtags and @names' },
] as const satisfies readonly INodeProperties[];

/** TikTok wants a person to choose: https://developers.tiktok.com/doc/content-sharing-guidelines */
export const privacyLevel = {
	displayName: 'Privacy Level',
	name: 'privacyLevel',
	type: 'options',
	options: [
		{ name: 'Choose …', value: '' },
		{ name: 'Everyone', value: 'PUBLIC_TO_EVERYONE' },
		{ name: 'Followers', value: 'FOLLOWER_OF_CREATOR', description: 'Of a private account' },
		{ name: 'Friends', value: 'MUTUAL_FOLLOW_FRIENDS', description: 'Followers whom the account follows back' },
		{ name: 'Only Me', value: 'SELF_ONLY' },
	],
	default: '',
	description: 'Who sees the post. TikTok wants a person to choose, so there is no default, and offers each account some of these only: “Creator Info” lists them.',
} as const satisfies INodeProperties;

const allowed = {
	displayName: 'Allow',
	name: 'allow',
	description: 'What others may do with the post. TikTok wants a person to switch these on; what the account itself has switched off stays off.',
} as const;

export const allowVideo = {
	...allowed,
	type: 'multiOptions',
	default: [],
	options: [
		{ name: 'Comments', value: 'comment' },
		{ name: 'Duets', value: 'duet' },
		{ name: 'Stitches', value: 'stitch' },
	],
} as const satisfies INodeProperties;

export const allowPhotos = { ...allowed, type: 'multiOptions', default: [], options: [{ name: 'Comments', value: 'comment' }] } as const satisfies INodeProperties;

const promotes = {
	displayName: 'Promotes',
	name: 'promotes',
	type: 'multiOptions',
	options: [
		{ name: 'Another Brand', value: 'branded', description: 'A paid partnership' },
		{ name: 'Your Own Brand', value: 'own' },
	],
	default: [],
	description: 'What has to be disclosed: TikTok labels the post as promotional content or as a paid partnership',
} as const satisfies INodeProperties;

const ifUnaudited = {
	displayName: 'If the App Is Not Audited',
	name: 'ifUnaudited',
	type: 'options',
	options: [
		{ name: 'Fail', value: 'fail' },
		{ name: 'Upload as Draft', value: 'draft', description: 'To the inbox of the TikTok app, where a person finishes it within 24 hours' },
	],
	default: 'draft',
	description: 'What to do when TikTok lets the app post to private accounts only, as it does until it has audited the app',
} as const satisfies INodeProperties;

const collection = { displayName: 'Additional Fields', name: 'additionalFields', type: 'collection', placeholder: 'Add Field', default: {} } as const;

const coverIndex = { displayName: 'Cover Index', name: 'coverIndex', type: 'number', typeOptions: { minValue: 0 }, default: 0, description: 'Which photo is the cover; the first one is 0' } as const satisfies INodeProperties;

export const videoExtras = {
	...collection,
	options: [
		{ displayName: 'AI Generated', name: 'aiGenerated', type: 'boolean', default: false, description: 'Whether to label the video as AI-generated' },
		{ displayName: 'Cover Timestamp', name: 'coverAt', type: 'number', typeOptions: { minValue: 0 }, default: 0, description: 'The moment of the video that becomes its cover, in milliseconds' },
		ifUnaudited,
		promotes,
		waitAtMost,
	],
} as const satisfies INodeProperties;

export const photoExtras = {
	...collection,
	options: [{ displayName: 'Auto Add Music', name: 'addMusic', type: 'boolean', default: true, description: 'Whether TikTok adds recommended music' }, coverIndex, ifUnaudited, promotes, waitAtMost],
} as const satisfies INodeProperties;

export const videoDraftExtras = { ...collection, options: [waitAtMost] } as const satisfies INodeProperties;

export const photoDraftExtras = { ...collection, options: [coverIndex, waitAtMost] } as const satisfies INodeProperties;
