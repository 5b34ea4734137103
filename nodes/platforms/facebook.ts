import type { Api } from '../core/api';
import { PlatformError } from '../core/errors';
import type { Platform } from '../core/platform';
import type { PostFacts } from '../model/postFacts';
import { meta } from './meta';

const MEGABYTE = 1024 * 1024;
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

async function pageToken(page: string, api: Api): Promise<string> {
	const { access_token: token } = await api.send<{ access_token?: string }>({ url: `/${page}`, qs: { fields: 'access_token' } });
	if (token) return token;
	const hint = 'Choose a page from the list, or open the credential, click Connect and tick this page.';
	throw new PlatformError({ verdict: 'reconnect', message: `The connected person may not act as page ${page}.`, hint });
}

/** Characters, and bytes of a photo. */
const [MESSAGE, COMMENT, PHOTO, STORY_PHOTO] = [63_206, 8_000, 4 * MEGABYTE, 10 * MEGABYTE];
/** Seconds. */
const [REEL, STORY] = [{ least: 3, most: 90 }, { least: 3, most: 60 }];
const photosPage = 'https://developers.facebook.com/docs/graph-api/reference/page/photos';
const storiesPage = 'https://developers.facebook.com/docs/page-stories-api';
const sources = ['url', 'binary'] as const;
const video = { taken: 'MP4 or MOV', mimes: ['video/mp4', 'video/quicktime'], sources };

/** What a post of a page holds. */
const posts: PostFacts = {
	text: { most: MESSAGE, source: 'https://developers.facebook.com/docs/graph-api/reference/page/feed' },
	textOnly: true,
	thread: false,
	link: 'preview',
	refusedLinks: { hosts: ['facebook.com', 'fb.com'], source: 'https://developers.facebook.com/docs/pages-api/posts' },
	firstComment: { most: COMMENT, source: 'https://developers.facebook.com/docs/graph-api/reference/object/comments' },
	alt: { kinds: ['image'], source: photosPage },
	media: { together: [['image']], source: photosPage },
	files: {
		image: { taken: 'JPEG, PNG or GIF', mimes: ['image/jpeg', 'image/png', 'image/gif'], bytes: 4 * MEGABYTE, sources, source: photosPage },
		video: { ...video, source: 'https://developers.facebook.com/docs/graph-api/reference/page/videos' },
	},
	story: {
		image: { taken: 'JPEG, PNG, GIF, BMP or TIFF', mimes: ['image/jpeg', 'image/png', 'image/gif', 'image/bmp', 'image/tiff'], bytes: STORY_PHOTO, sources, source: storiesPage },
		video: { ...video, seconds: STORY, source: storiesPage },
	},
};

export const facebook = {
	...meta,
	name: 'Facebook',
	posts,
	/** What makes a video a reel, and not a video of the page. https://developers.facebook.com/docs/video-api/guides/reels-publishing */
	reel: { seconds: REEL, ratio: 9 / 16, width: 540, height: 960 },
	/** A page speaks with its own token: https://developers.facebook.com/docs/pages-api/overview#tokens */
	actor: { field: 'page', token: pageToken },
	limits: {
		message: MESSAGE,
		/** Comments of people and pages alike. */
		comment: COMMENT,
		/** https://developers.facebook.com/docs/graph-api/reference/page/photos */
		photo: { bytes: PHOTO, types: ['image/jpeg', 'image/png', 'image/gif'] },
		/** https://developers.facebook.com/docs/page-stories-api#photo-stories */
		storyPhoto: { bytes: STORY_PHOTO, types: ['image/jpeg', 'image/png', 'image/gif', 'image/bmp', 'image/tiff'] },
		/** A chunk of a video is held in memory while it is sent, so it has no more bytes than this. */
		chunk: 4 * MEGABYTE,
		/** Seconds. https://developers.facebook.com/docs/video-api/guides/reels-publishing */
		reel: REEL,
		/** Seconds. https://developers.facebook.com/docs/page-stories-api#video-stories */
		storyVideo: STORY,
		/** Seconds from now; the guide and the reference disagree on the end (30 or 75 days), reels take 29. */
		schedule: { least: 10 * MINUTE, most: 29 * DAY },
		/** Seconds between `since` and `until`. https://developers.facebook.com/docs/graph-api/reference/page/insights */
		insights: 90 * DAY,
		/** Items of one page of a listing. */
		pageSize: 100,
	},
	/** Milliseconds until a post that Facebook refused, but may have written, is surely listed. */
	settling: { every: 2_000, atMost: 60_000 },
	/** Milliseconds: how often to ask whether a video is processed. */
	processing: { every: 3_000, atMost: 10 * 60_000 },
	/** Milliseconds for a call that moves a whole video, or in which Meta fetches one. */
	videoTimeout: 30 * 60_000,
	/**
	 * What page insights still count; the `page_impressions*` and `page_fans*` families and `page_video_views` ended on 2026-06-15 for all versions.
	 * https://developers.facebook.com/docs/graph-api/reference/page/insights
	 */
	pageMetrics: [
		{ name: 'Actions on Page', value: 'page_total_actions' },
		{ name: 'Engaged Followers', value: 'page_lifetime_engaged_followers_unique' },
		{ name: 'Followers', value: 'page_follows' },
		{ name: 'New Follows', value: 'page_daily_follows' },
		{ name: 'New Follows (Paid and Unpaid)', value: 'page_fan_adds_by_paid_non_paid_unique' },
		{ name: 'New Follows (People)', value: 'page_daily_follows_unique' },
		{ name: 'Post Engagements', value: 'page_post_engagements' },
		{ name: 'Unfollows (People)', value: 'page_daily_unfollows_unique' },
		{ name: 'Viewers', value: 'page_total_media_view_unique' },
		{ name: 'Views', value: 'page_media_view' },
	],
	/** https://developers.facebook.com/docs/graph-api/reference/insights#post-metrics: what a post counts over its whole life. */
	postMetrics: [
		{ name: 'Clicks', value: 'post_clicks' },
		{ name: 'Clicks by Type', value: 'post_clicks_by_type' },
		{ name: 'Reactions by Type', value: 'post_reactions_by_type_total' },
		{ name: 'Viewers', value: 'post_total_media_view_unique' },
		{ name: 'Views', value: 'post_media_view' },
	],
	/** Of a page's story; Meta writes them in either case. https://developers.facebook.com/docs/page-stories-api */
	storyMetrics: [
		{ name: 'Interactions', value: 'STORY_INTERACTION' },
		{ name: 'Quick Reactions', value: 'PAGES_FB_STORY_THREAD_LIGHTWEIGHT_REACTIONS' },
		{ name: 'Replies', value: 'PAGES_FB_STORY_REPLIES' },
		{ name: 'Shares', value: 'PAGES_FB_STORY_SHARES' },
		{ name: 'Sticker Interactions', value: 'PAGES_FB_STORY_STICKER_INTERACTIONS' },
		{ name: 'Viewers', value: 'STORY_TOTAL_MEDIA_VIEW_UNIQUE' },
		{ name: 'Views', value: 'STORY_MEDIA_VIEW' },
	],
	/** Of a video or a reel, over its whole life. Those of impressions ended on 2026-06-15. https://developers.facebook.com/docs/graph-api/reference/video/video_insights */
	videoMetrics: [
		{ name: 'Average Seconds Watched', value: 'total_video_avg_time_watched' },
		{ name: 'Reel: Average Time Watched', value: 'post_video_avg_time_watched' },
		{ name: 'Reel: Comments and Shares', value: 'post_video_social_actions' },
		{ name: 'Reel: New Followers', value: 'post_video_followers' },
		{ name: 'Reel: Plays', value: 'blue_reels_play_count' },
		{ name: 'Reel: Plays and Replays', value: 'fb_reels_total_plays' },
		{ name: 'Reel: Reactions by Type', value: 'post_video_likes_by_reaction_type' },
		{ name: 'Reel: Replays', value: 'fb_reels_replay_count' },
		{ name: 'Reel: Time Watched', value: 'post_video_view_time' },
		{ name: 'Views', value: 'total_video_views' },
	],
} as const satisfies Platform & { posts: PostFacts; reel: unknown; limits: unknown; pageMetrics: unknown; postMetrics: unknown; storyMetrics: unknown; videoMetrics: unknown; processing: unknown; settling: unknown; videoTimeout: unknown };
