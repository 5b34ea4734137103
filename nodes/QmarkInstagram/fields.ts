import type { INodeProperties } from 'n8n-workflow';
import { listOrId } from '../core/fields';

/** The Instagram professional account that acts; it must be linked to a Facebook page. */
export const account = {
	displayName: 'Account',
	name: 'account',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The Instagram professional account to act as',
	modes: listOrId('searchAccounts', 'e.g. 17841400000000001', 'An account'),
} as const satisfies INodeProperties;

export const mediaId = {
	displayName: 'Media ID',
	name: 'mediaId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 17900000000000001',
	description: 'The ID of an image, carousel, reel or story of the account, as publishing and Get Many give it',
} as const satisfies INodeProperties;

/** What Instagram is asked to show of media. https://developers.facebook.com/docs/instagram-platform/reference/instagram-media#fields */
export const mediaShown =
	'id,caption,media_type,media_product_type,media_url,thumbnail_url,permalink,shortcode,timestamp,username,like_count,comments_count,is_comment_enabled,is_shared_to_feed,alt_text';

export const listed = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'Posts and Reels', value: 'media' },
		{ name: 'Stories', value: 'stories', description: 'Those of the last 24 hours' },
	],
	default: 'media',
} as const satisfies INodeProperties;

export const commentId = {
	displayName: 'Comment ID',
	name: 'commentId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 17850000000000001',
	description: 'The ID of a comment on media of the account',
} as const satisfies INodeProperties;

export const message = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 3 },
	required: true,
	default: '',
} as const satisfies INodeProperties;

/** Items to ask for at once: no more than are wanted, and no more than Meta gives. */
export const pageSize = ({ returnAll, limit }: { returnAll: boolean; limit: number }) => (returnAll ? 100 : Math.min(limit, 100));
