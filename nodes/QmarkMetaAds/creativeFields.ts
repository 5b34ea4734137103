import type { INodeProperties } from 'n8n-workflow';
import { metaAds } from '../platforms/metaAds';

export const creativeId = { displayName: 'Creative ID', name: 'creativeId', type: 'string', required: true, default: '', placeholder: 'e.g. 120400000000000001', description: 'The ID that creating or listing creatives gave' } as const satisfies INodeProperties;

const made = ['carousel', 'link', 'video'] as const;
const callToAction = { displayName: 'Call to Action', name: 'callToAction', type: 'options', options: [...metaAds.callsToAction], default: 'LEARN_MORE', description: 'The text of the button' } as const satisfies INodeProperties;
const image = { displayName: 'Image', name: 'image', type: 'string', default: '', placeholder: 'e.g. https://example.com/photo.jpg', description: 'The hash that uploading an image gave, or the public address of one' } as const satisfies INodeProperties;
const link = { displayName: 'Link', name: 'link', type: 'string', required: true, default: '', placeholder: 'e.g. https://example.com/offer', description: 'Where the ad leads to' } as const satisfies INodeProperties;

/** What people see, by kind. */
export const story = [
	{
		displayName: 'Creative',
		name: 'story',
		type: 'options',
		options: [
			{ name: 'Carousel', value: 'carousel', description: 'Several cards with an image and a link each' },
			{ name: 'Existing Instagram Post', value: 'instagramMedia' },
			{ name: 'Existing Page Post', value: 'post' },
			{ name: 'JSON', value: 'json', description: 'An object story spec in Meta’s own words' },
			{ name: 'Link', value: 'link', description: 'An image with a link' },
			{ name: 'Video', value: 'video', description: 'A video of the ad account with a link' },
		],
		default: 'link',
	},
	{
		displayName: 'Page',
		name: 'page',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The Facebook page that speaks in the ad',
		displayOptions: { show: { story: ['carousel', 'instagramMedia', 'json', 'link', 'video'] } },
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchPages', searchable: true } },
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 100200300400501', validation: [{ type: 'regex', properties: { regex: '[0-9]+', errorMessage: 'A page ID is a number' } }] },
		],
	},
	{ displayName: 'Post ID', name: 'postId', type: 'string', required: true, default: '', placeholder: 'e.g. 100200300400501_122100000000000001', description: 'The page post to show as an ad', displayOptions: { show: { story: ['post'] } } },
	{ displayName: 'Instagram Media ID', name: 'instagramMediaId', type: 'string', required: true, default: '', placeholder: 'e.g. 17900000000000001', description: 'The Instagram post to show as an ad', displayOptions: { show: { story: ['instagramMedia'] } } },
	{ displayName: 'Object Story Spec (JSON)', name: 'storyJson', type: 'json', required: true, default: '', displayOptions: { show: { story: ['json'] } } },
	{ displayName: 'Video ID', name: 'videoId', type: 'string', required: true, default: '', placeholder: 'e.g. 120500000000000001', description: 'A video that was uploaded to this ad account', displayOptions: { show: { story: ['video'] } } },
	{ ...link, displayOptions: { show: { story: [...made] } } },
	{ displayName: 'Text', name: 'message', type: 'string', typeOptions: { rows: 4 }, default: '', description: 'What stands above the image or video', displayOptions: { show: { story: [...made] } } },
	{ ...image, displayOptions: { show: { story: ['link', 'video'] } } },
	{ ...callToAction, displayOptions: { show: { story: [...made] } } },
	{
		displayName: 'Cards',
		name: 'cards',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		placeholder: 'Add Card',
		description: 'Two to ten cards, in their order',
		displayOptions: { show: { story: ['carousel'] } },
		options: [
			{
				displayName: 'Card',
				name: 'card',
				values: [
					callToAction,
					{ displayName: 'Description', name: 'description', type: 'string', default: '' },
					{ displayName: 'Headline', name: 'headline', type: 'string', default: '' },
					image,
					{ displayName: 'Link', name: 'link', type: 'string', default: '', placeholder: 'e.g. https://example.com/offer', description: 'Where the card leads to' },
				],
			},
		],
	},
] as const satisfies INodeProperties[];

export const storyDetails = [
	{ displayName: 'Description', name: 'description', type: 'string', default: '', description: 'A line below the headline' },
	{ displayName: 'Display Link', name: 'displayLink', type: 'string', default: '', placeholder: 'e.g. example.com', description: 'The address that people see' },
	{ displayName: 'Headline', name: 'headline', type: 'string', default: '', description: 'The text beside the button' },
	{ displayName: 'Instagram Account ID', name: 'instagramAccountId', type: 'string', default: '', placeholder: 'e.g. 17841400000000001', description: 'The account that speaks on Instagram, instead of the page' },
	{ displayName: 'URL Tags', name: 'urlTags', type: 'string', default: '', placeholder: 'e.g. utm_source=meta&utm_campaign={{campaign.name}}', description: 'Added to every link of the ad' },
] as const satisfies INodeProperties[];

/** For an update, beside other fields. */
export const otherCreative = { displayName: 'Creative ID', name: 'creativeId', type: 'string', default: '', placeholder: 'e.g. 120400000000000001', description: 'Another creative to show' } as const satisfies INodeProperties;
