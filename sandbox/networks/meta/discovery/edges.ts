import type { EdgeRule } from '../edges';
import { words } from '../words';

const basic = { scopes: ['instagram_basic'] } as const;
const comments = { scopes: ['instagram_basic', 'instagram_manage_comments'] } as const;
const engagement = { scopes: ['instagram_basic', 'instagram_manage_engagement'] } as const;
const on = words('media_id comment_id');

/** Further edges of an account. */
export const igUserDiscovery = {
	'GET tags': { params: [], ...comments },
	'POST mentions': { params: words('media_id comment_id message'), ...comments },
	'GET recently_searched_hashtags': { params: [], ...basic },
	'POST likes': { params: on, ...engagement },
	'DELETE likes': { params: on, ...engagement },
} satisfies Record<string, EdgeRule>;

export const discoveryEdges = {
	IGHashtag: {
		GET: { params: words('user_id'), ...basic },
		'GET recent_media': { params: words('user_id'), ...basic },
		'GET top_media': { params: words('user_id'), ...basic },
	},
} satisfies Record<string, Record<string, EdgeRule>>;
