import type { INodeProperties } from 'n8n-workflow';
import { threads } from '../platforms/threads';

export const postId = {
	displayName: 'Post ID',
	name: 'postId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 18000000000000001',
	description: 'The ID of a post or reply, as publishing and Get Many give it',
} as const satisfies INodeProperties;

export const replyId = {
	displayName: 'Reply ID',
	name: 'replyId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 18000000000000001',
	description: 'The ID of a reply to a post of the account',
} as const satisfies INodeProperties;

export const newestFirst = {
	displayName: 'Newest First',
	name: 'newestFirst',
	type: 'boolean',
	default: true,
	description: 'Whether to begin with the newest reply',
} as const satisfies INodeProperties;

export const since = { displayName: 'Since', name: 'since', type: 'dateTime', default: '' } as const satisfies INodeProperties;
export const until = { displayName: 'Until', name: 'until', type: 'dateTime', default: '' } as const satisfies INodeProperties;

/** What Threads is asked to show of posts. https://developers.facebook.com/docs/threads/reference/media-retrieval */
export const postShown =
	'id,media_product_type,media_type,media_url,permalink,owner,username,text,timestamp,shortcode,thumbnail_url,children,is_quote_post,quoted_post,reposted_post,has_replies,alt_text,link_attachment_url,poll_attachment,topic_tag';

/** Those that Threads shows of other people's posts. */
export const foundShown = 'id,text,media_type,permalink,timestamp,username,shortcode,has_replies,is_quote_post,is_reply,topic_tag';

/** https://developers.facebook.com/docs/threads/retrieve-and-manage-replies/replies-and-conversations */
export const replyShown = `${foundShown},media_url,media_product_type,root_post,replied_to,is_reply_owned_by_me,hide_status,reply_audience`;

/** Items to ask for at once: no more than are wanted, and no more than Threads gives. */
export const pageSize = ({ returnAll, limit }: { returnAll: boolean; limit: number }) => (returnAll ? threads.limits.pageSize : Math.min(limit, threads.limits.pageSize));
