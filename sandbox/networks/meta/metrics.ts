import type { ProductType } from './model';
import { words } from './words';

/** Periods a metric can be asked for; several of them mean the caller chooses. */
type Periods = readonly string[];

const daily: Periods = ['day', 'week', 'days_28', 'total_over_range'];
const single: Periods = ['day'];
const lifetime: Periods = ['lifetime'];

/**
 * What page insights still count. The `impressions` and `fans` families and `page_video_views` ended on 2026-06-15 on every version.
 * https://developers.facebook.com/docs/graph-api/reference/page/insights
 */
export const pageMetrics: Record<string, Periods> = {
	page_media_view: daily,
	page_total_media_view_unique: daily,
	page_post_engagements: daily,
	page_total_actions: daily,
	page_daily_follows: single,
	page_daily_follows_unique: daily,
	page_daily_unfollows_unique: daily,
	page_follows: single,
	page_fan_adds_by_paid_non_paid_unique: single,
	page_lifetime_engaged_followers_unique: ['day', 'lifetime'],
};

/** Per post: a number, or one number for each of these parts. https://developers.facebook.com/docs/graph-api/reference/insights */
export const postMetrics: Record<string, readonly string[]> = {
	post_media_view: [],
	post_total_media_view_unique: [],
	post_clicks: [],
	post_clicks_by_type: ['other clicks', 'photo view', 'link clicks'],
	post_reactions_by_type_total: ['like', 'love', 'wow'],
	post_reactions_like_total: [],
	post_reactions_love_total: [],
	post_activity_by_action_type: ['share', 'like', 'comment'],
	post_video_views: [],
	post_video_avg_time_watched: [],
	post_video_view_time: [],
};

/** Of a page's story; Meta takes them in any case and answers in small letters. https://developers.facebook.com/docs/page-stories-api */
export const storyMetrics: Record<string, readonly string[]> = {
	story_media_view: [],
	story_total_media_view_unique: [],
	story_interaction: [],
	pages_fb_story_replies: [],
	pages_fb_story_shares: [],
	pages_fb_story_sticker_interactions: [],
	pages_fb_story_thread_lightweight_reactions: ['like', 'love'],
};

/** https://developers.facebook.com/docs/graph-api/reference/video/video_insights */
export const videoMetrics: Record<string, readonly string[]> = {
	blue_reels_play_count: [],
	fb_reels_total_plays: [],
	fb_reels_replay_count: [],
	post_video_avg_time_watched: [],
	post_video_view_time: [],
	post_video_followers: [],
	post_video_likes_by_reaction_type: ['REACTION_LIKE', 'REACTION_LOVE'],
	post_video_social_actions: ['COMMENT', 'SHARE'],
	total_video_views: [],
	total_video_avg_time_watched: [],
};

/** Instagram media, by product type; always `period=lifetime`. https://developers.facebook.com/docs/instagram-platform/reference/instagram-media/insights */
export const igMediaMetrics: Record<ProductType, readonly string[]> = {
	FEED: words(`reach views likes comments saved shares total_interactions follows profile_visits profile_activity reposts facebook_views
		total_likes total_comments total_views`),
	REELS: words(`reach views likes comments saved shares total_interactions reposts ig_reels_avg_watch_time ig_reels_video_view_total_time
		reels_skip_rate crossposted_views facebook_views total_likes total_comments total_views`),
	STORY: words(
		`reach views replies navigation shares total_interactions follows profile_visits profile_activity reposts link_clicks total_views`,
	),
};

/** Breakdowns of media metrics that have one. */
export const igMediaBreakdowns: Record<string, { name: string; values: readonly string[] }> = {
	profile_activity: { name: 'action_type', values: ['bio_link_clicked', 'call', 'direction', 'email'] },
	navigation: { name: 'story_navigation_action_type', values: ['tap_forward', 'tap_back', 'swipe_forward', 'tap_exit'] },
};

/** Instagram accounts. https://developers.facebook.com/docs/instagram-platform/reference/instagram-user/insights */
export const igUserMetrics: Record<
	string,
	{ types: readonly ('total_value' | 'time_series')[]; periods: Periods; breakdowns: readonly string[] }
> = {
	...Object.fromEntries(
		['accounts_engaged', 'comments', 'likes', 'saves', 'shares', 'replies', 'reposts', 'total_interactions'].map((name) => [
			name,
			{ types: ['total_value'], periods: single, breakdowns: ['media_product_type'] },
		]),
	),
	views: { types: ['total_value'], periods: single, breakdowns: ['follower_type', 'follow_type', 'media_product_type'] },
	reach: { types: ['total_value', 'time_series'], periods: ['day', 'week', 'days_28'], breakdowns: ['media_product_type', 'follow_type'] },
	profile_links_taps: { types: ['total_value'], periods: single, breakdowns: ['contact_button_type'] },
	follows_and_unfollows: { types: ['total_value'], periods: single, breakdowns: ['follow_type'] },
	follower_count: { types: ['time_series'], periods: single, breakdowns: [] },
	online_followers: { types: ['time_series'], periods: lifetime, breakdowns: [] },
	...Object.fromEntries(
		['follower_demographics', 'engaged_audience_demographics', 'reached_audience_demographics'].map((name) => [
			name,
			{ types: ['total_value'], periods: lifetime, breakdowns: ['age', 'city', 'country', 'gender'] },
		]),
	),
};

/** The parts a breakdown divides a number into. */
export const breakdownValues: Record<string, readonly string[]> = {
	media_product_type: ['POST', 'REEL', 'STORY'],
	follow_type: ['FOLLOWER', 'NON_FOLLOWER'],
	follower_type: ['FOLLOWER', 'NON_FOLLOWER'],
	contact_button_type: ['CALL', 'DIRECTION', 'EMAIL'],
	age: ['18-24', '25-34', '35-44', '45-54'],
	city: ['Nantes, Pays de la Loire', 'Rezé, Pays de la Loire', 'Lisboa, Lisboa'],
	country: ['FR', 'PT', 'BR'],
	gender: ['F', 'M', 'U'],
	is_from_ads: ['0', '1'],
	is_from_followers: ['0', '1'],
};
