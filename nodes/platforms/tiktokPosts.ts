import type { PostFacts } from '../model/postFacts';

const MEGABYTE = 1024 * 1024;
const MINUTE = 60_000;
const photoPage = 'https://developers.tiktok.com/doc/content-posting-api-reference-photo-post';
const filePage = 'https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide';

/** Lengths are UTF-16 units, as JavaScript counts. */
export const limits = {
	caption: 2200,
	photo: { title: 90, description: 4000, most: 35, bytes: 20 * MEGABYTE, side: 1920 },
	video: { bytes: 4096 * MEGABYTE, side: { least: 360, most: 4096 }, seconds: 600 },
	/** Items of one page of a listing, and IDs of one query. */
	pageSize: 20,
} as const;

/**
 * In bytes. Chunks have 5 to 64 MB, the last one up to 128, and it is not told whether a MB has 1,000,000 or 1,048,576 bytes: these fit both.
 * https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide
 */
export const chunks = { single: 64_000_000, size: 10_000_000 } as const;

export const videoTypes = ['video/mp4', 'video/quicktime', 'video/webm'] as const;
const video = { taken: 'MP4, MOV or WebM', mimes: videoTypes };
const image = { taken: 'JPEG or WebP', mimes: ['image/jpeg', 'image/webp'] };

/** Endings of well-known formats that TikTok refuses. */
export const refusedPhotos = ['png', 'gif', 'heic', 'avif', 'bmp', 'tif', 'tiff', 'svg'];

/** What a post holds. A video’s caption is the shorter one of both texts, and has no title beside it. */
export const posts: PostFacts = {
	text: { most: limits.caption, source: 'https://developers.tiktok.com/doc/content-posting-api-reference-direct-post' },
	title: { most: limits.photo.title, source: photoPage },
	textOnly: false,
	thread: false,
	link: 'none',
	media: { most: limits.photo.most, together: [['image']], source: photoPage },
	files: {
		// “1080p at most” leaves open which way round.
		image: { ...image, bytes: limits.photo.bytes, width: { most: limits.photo.side }, height: { most: limits.photo.side }, sources: ['url'], source: photoPage },
		video: { ...video, bytes: limits.video.bytes, width: limits.video.side, height: limits.video.side, seconds: { most: limits.video.seconds }, sources: ['url', 'binary'], source: filePage },
	},
};

/** A token of these lasts an hour, and so does what may be done with it. In ms. https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide */
export const upload = {
	/** For all chunks. */
	atMost: 55 * MINUTE,
	/** For one of them. */
	timeout: 10 * MINUTE,
	/** Bytes a second of the slowest line that is reckoned with, where the size of the file is known beforehand. */
	slowest: 128 * 1024,
	/** Chunks in a row that may get lost. */
	tries: 5,
	/** After the last chunk has got lost: how often TikTok is asked whether it came. */
	asks: 4,
	every: 3_000,
} as const;

/** In ms. “Poll every 10 to 20 seconds”: most are ready by then. https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status */
export const processing = { every: 5_000, atMost: 5 * MINUTE, settle: MINUTE } as const;

/** https://developers.tiktok.com/doc/content-sharing-guidelines: a level may be chosen only where the account offers it. */
export const privacyLevels = {
	PUBLIC_TO_EVERYONE: 'Everyone',
	MUTUAL_FOLLOW_FRIENDS: 'Friends',
	FOLLOWER_OF_CREATOR: 'Followers',
	SELF_ONLY: 'Only Me',
} as const;

/** TikTok fetches by https alone; a test environment on this computer has none. */
export const fetches = /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/i;

export const addressOf = (username: string, kind: 'video' | 'photo', id: string): string => `https://www.tiktok.com/@${username}/${kind}/${id}`;

/** What a person does with a draft. */
export const draftStep = 'Within 24 hours, open the TikTok app on the phone of the account, go to the inbox, tap the message about the draft and post it from there.';
