import type { INodeProperties } from 'n8n-workflow';

/** Asking after a post takes either of the permissions to make one: which, no operation can tell. */
export const publishId = {
	displayName: 'Publish ID',
	name: 'publishId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. v_pub_file~v2-1.7400000000000000001',
	description: 'The publish_id that publishing or uploading answered',
} as const satisfies INodeProperties;

export const waitAtMost = {
	displayName: 'Wait at Most',
	name: 'waitAtMost',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 300,
	description: 'How many seconds to wait until TikTok is through with it. 0 does not wait: the post goes on its way all the same.',
} as const satisfies INodeProperties;

export const userFields = {
	displayName: 'Fields',
	name: 'fields',
	type: 'multiOptions',
	options: [
		{ name: 'Avatar', value: 'avatar_url' },
		{ name: 'Avatar, 100 Pixels', value: 'avatar_url_100' },
		{ name: 'Avatar, Large', value: 'avatar_large_url' },
		{ name: 'Biography', value: 'bio_description', description: 'Takes the permission “Profile”' },
		{ name: 'Display Name', value: 'display_name' },
		{ name: 'Followers', value: 'follower_count', description: 'Takes the permission “Statistics”' },
		{ name: 'Following', value: 'following_count', description: 'Takes the permission “Statistics”' },
		{ name: 'Is Verified', value: 'is_verified', description: 'Takes the permission “Profile”' },
		{ name: 'Likes', value: 'likes_count', description: 'Takes the permission “Statistics”' },
		{ name: 'Open ID', value: 'open_id', description: 'Names the account for your app' },
		{ name: 'Profile Deep Link', value: 'profile_deep_link', description: 'Takes the permission “Profile”' },
		{ name: 'Profile Web Link', value: 'profile_web_link', description: 'Takes the permission “Profile”' },
		{ name: 'Union ID', value: 'union_id', description: 'Names the account for all apps of your developer account' },
		{ name: 'Username', value: 'username', description: 'Takes the permission “Profile”' },
		{ name: 'Videos', value: 'video_count', description: 'Takes the permission “Statistics”' },
	],
	required: true,
	default: ['open_id', 'union_id', 'avatar_url', 'display_name'],
	description: 'What to get. Without a permission TikTok answers nothing at all.',
} as const satisfies INodeProperties;

export const videoFields = {
	displayName: 'Fields',
	name: 'fields',
	type: 'multiOptions',
	options: [
		{ name: 'Comments', value: 'comment_count' },
		{ name: 'Cover Image', value: 'cover_image_url', description: 'Good for six hours' },
		{ name: 'Created At', value: 'create_time', description: 'In seconds since 1970' },
		{ name: 'Description', value: 'video_description' },
		{ name: 'Duration', value: 'duration', description: 'In seconds' },
		{ name: 'Embed HTML', value: 'embed_html' },
		{ name: 'Embed Link', value: 'embed_link' },
		{ name: 'Height', value: 'height' },
		{ name: 'ID', value: 'id' },
		{ name: 'Likes', value: 'like_count' },
		{ name: 'Share URL', value: 'share_url' },
		{ name: 'Shares', value: 'share_count' },
		{ name: 'Title', value: 'title' },
		{ name: 'Views', value: 'view_count' },
		{ name: 'Width', value: 'width' },
	],
	required: true,
	default: ['id', 'create_time', 'title', 'video_description', 'duration', 'share_url', 'cover_image_url', 'view_count', 'like_count', 'comment_count', 'share_count'],
} as const satisfies INodeProperties;

export const videoIds = {
	displayName: 'Video IDs',
	name: 'videoIds',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 7400000000000000001,7400000000000000002',
	description: 'Comma-separated IDs or addresses of videos of the account; TikTok is asked for 20 at a time',
} as const satisfies INodeProperties;
