import type { Failure, Verdict } from '../core/errors';
import type { Platform, Reply } from '../core/platform';
import type { PostFacts } from '../model/postFacts';
import { meta } from './meta';

const MEGABYTE = 1024 * 1024;
const DAY = 24 * 60 * 60_000;

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media */
const limits = {
	caption: 2200,
	comment: 2200,
	altText: 1000,
	hashtags: 30,
	mentions: 20,
	collaborators: 3,
	carousel: { least: 2, most: 10 },
	image: 8 * MEGABYTE,
	reel: 300 * MEGABYTE,
	storyVideo: 100 * MEGABYTE,
	/** Media of one page under a hashtag. https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-hashtag/top-media */
	hashtagPage: 50,
	/** Different hashtags that an account may ask for within seven days. */
	searchedHashtags: 30,
} as const;

const total = { period: 'day', metric_type: 'total_value' } as const;
const perProduct = { ...total, breakdowns: ['media_product_type'] } as const;
const demographic = { period: 'lifetime', metric_type: 'total_value', demographic: true } as const;

/** How each number of an account is asked for. https://developers.facebook.com/docs/instagram-platform/api-reference/instagram-user/insights */
const accountInsights = {
	accounts_engaged: total,
	comments: perProduct,
	engaged_audience_demographics: demographic,
	follower_count: { period: 'day' },
	follower_demographics: demographic,
	follows_and_unfollows: { ...total, breakdowns: ['follow_type'] },
	likes: perProduct,
	online_followers: { period: 'lifetime' },
	profile_links_taps: { ...total, breakdowns: ['contact_button_type'] },
	reach: { ...total, breakdowns: ['media_product_type', 'follow_type'] },
	reached_audience_demographics: demographic,
	replies: total,
	reposts: total,
	saves: perProduct,
	shares: perProduct,
	total_interactions: perProduct,
	views: { ...total, breakdowns: ['media_product_type', 'follow_type', 'follower_type'] },
} as const;

const everywhere = ['reach', 'views', 'shares', 'total_interactions', 'reposts'] as const;
const inFeed = [...everywhere, 'likes', 'comments', 'saved', 'total_likes', 'total_comments', 'total_views'] as const;
const onProfile = ['follows', 'profile_visits', 'profile_activity'] as const;

/** What Instagram counts, by `media_product_type`. https://developers.facebook.com/docs/instagram-platform/reference/instagram-media/insights */
const mediaInsights = {
	FEED: [...inFeed, ...onProfile, 'facebook_views'],
	REELS: [...inFeed, 'ig_reels_avg_watch_time', 'ig_reels_video_view_total_time', 'reels_skip_rate', 'crossposted_views', 'facebook_views'],
	STORY: [...everywhere, ...onProfile, 'replies', 'navigation', 'link_clicks'],
} as const;

/** Sub-codes that only Instagram has. https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes */
const subcodes: Readonly<Record<number, readonly [verdict: Verdict, hint: string, retryAfter?: number]>> = {
	2207006: ['fix-input', 'The media was deleted or belongs to another account: check the ID.'],
	2207008: ['retry', 'The container has expired: run the item again.'],
	2207013: ['fix-input', 'Instagram shows professional accounts only that are neither private nor age-restricted: check the username.'],
	2207020: ['retry', 'The container has expired: run the item again.'],
	2207024: ['fix-input', 'Instagram knows no such hashtag, or does not show it: check its spelling, without # and emoji.'],
	2207026: ['fix-input', 'Instagram takes MP4 or MOV videos with H.264 or HEVC and AAC sound, up to 300 MB (stories 100 MB): convert the file.'],
	2207032: ['retry', 'Instagram could not take the media for now: run the item again.'],
	2207034: ['wait', `An account may ask for ${limits.searchedHashtags} different hashtags within seven days: see them with Hashtag: Get Many Searched, and wait until one drops out.`, DAY],
	2207053: ['retry', 'The upload broke: run the item again.'],
	2207057: ['fix-input', 'The thumb offset must lie within the video: make it smaller.'],
	2207067: ['fix-input', 'Instagram takes single videos as reels: use “Publish Reel”.'],
	2207082: ['retry', 'The upload broke: run the item again.'],
};

function parseError(reply: Reply): Failure | undefined {
	const failure = meta.parseError(reply);
	const [verdict, hint, retryAfter] = subcodes[Number(failure?.code?.split('/')[1])] ?? [];
	return failure && verdict && hint ? { ...failure, verdict, hint, ...(retryAfter && { retryAfter }) } : failure;
}

const container = 'https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media';
const image = { taken: 'JPEG', mimes: ['image/jpeg'], bytes: limits.image, sources: ['url'] as const, source: `${container}#image-specifications` };
const video = { taken: 'MP4 or MOV', mimes: ['video/mp4', 'video/quicktime'], sources: ['url', 'binary'] as const, width: { most: 1920 } };

/** What a post of a professional account holds. */
const posts: PostFacts = {
	text: { most: limits.caption, count: (text) => [...text].length, source: container },
	textOnly: false,
	thread: false,
	// The app itself takes five since December 2025; what the API does above that is not known.
	hashtags: { most: limits.hashtags, advised: 5, source: container },
	mentions: { most: limits.mentions, source: container },
	link: 'none',
	firstComment: { most: limits.comment, source: 'https://developers.facebook.com/docs/instagram-platform/comment-moderation' },
	alt: { most: limits.altText, kinds: ['image'], source: container },
	cover: true,
	media: { most: limits.carousel.most, together: [['image', 'video']], cropped: true, source: `${container}#carousel` },
	files: {
		image: { ...image, ratio: { least: 0.8, most: 1.91 } },
		video: { ...video, bytes: limits.reel, ratio: { least: 0.01, most: 10 }, seconds: { least: 3, most: 15 * 60 }, source: `${container}#reel-specifications` },
	},
	story: {
		image,
		video: { ...video, bytes: limits.storyVideo, ratio: { least: 0.1, most: 10 }, seconds: { least: 3, most: 60 }, source: `${container}#story-video-specifications` },
	},
};

/** https://developers.facebook.com/docs/instagram-platform/content-publishing */
export const instagram = {
	...meta,
	name: 'Instagram',
	parseError,
	posts,
	limits,
	/** Endings of well-known formats that Instagram refuses, and what it takes instead. */
	formats: {
		image: { taken: 'JPEG', refused: ['png', 'webp', 'gif', 'heic', 'avif', 'bmp', 'tif', 'tiff', 'svg'] },
		video: { taken: 'MP4 or MOV', refused: ['avi', 'webm', 'mkv', 'wmv', 'flv', 'gif'], mimes: ['video/mp4', 'video/quicktime', 'application/octet-stream'] },
	},
	/** Images are ready at once, encoders can take ten minutes. In ms. */
	processing: { image: 1_000, video: 3_000, atMost: 10 * 60_000 },
	/** After a lost answer: how often the container is asked before it counts as not published. */
	settling: { asks: 3, every: 2_000, atMost: 60_000 },
	/** More than 50 likes within 5 seconds would lock the account out for an hour. https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/user-likes */
	rate: { perSecond: () => Infinity, recipient: ({ url }) => (url.endsWith('/likes') ? { id: url, perSecond: 8, burst: 8 } : undefined) },
	/** In ms; 300 MB over a home connection take their time. */
	upload: { timeout: 30 * 60_000, attempts: 3 },
	insights: {
		account: accountInsights,
		media: mediaInsights,
		/** The one breakdown these media metrics have. */
		mediaBreakdowns: { navigation: 'story_navigation_action_type', profile_activity: 'action_type' },
		/** They fail the whole call for media that are not on Facebook too, so they are asked alone and only when chosen. */
		onlyCrossposted: ['crossposted_views', 'facebook_views'],
	},
} as const satisfies Platform & { posts: PostFacts } & Record<'limits' | 'formats' | 'processing' | 'settling' | 'upload' | 'insights', unknown>;
