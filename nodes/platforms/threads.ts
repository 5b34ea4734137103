import type { Failure, Verdict } from '../core/errors';
import type { Platform, Reply } from '../core/platform';
import type { PostFacts } from '../model/postFacts';
import { vendor } from './gateway';
import { exchanged } from './longLived';
import { meta } from './meta';

const MEGABYTE = 1024 * 1024;
const page = 'https://developers.facebook.com/docs/threads/posts';

const limits = {
	text: 500,
	altText: 1000,
	topicTag: 50,
	/** Different links of one post. */
	links: 5,
	/** https://developers.facebook.com/docs/threads/create-posts/polls */
	poll: { options: { least: 2, most: 4 }, option: 25 },
	carousel: { least: 2, most: 20 },
	image: 8 * MEGABYTE,
	video: 1024 * MEGABYTE,
	/** Items of one page of a listing. */
	pageSize: 100,
} as const;

/** What makes a code point an emoji, or a part of one: skin tones, joiners, flags and keycaps. Scripts such as Sinhala join letters by the same joiner. */
const emoji = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\ufe0f\u20e3\u{e0020}-\u{e007f}]|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d/gu;

/** https://developers.facebook.com/docs/threads/posts#limitations: characters, and for emojis “the number of UTF-8 bytes”. A character is taken for a code point. */
const lengthOf = (text: string): number => [...text].length + (text.match(emoji) ?? []).reduce((more, one) => more + Buffer.byteLength(one) - 1, 0);

type Meaning = readonly [verdict: Verdict, hint: string];

/** Codes of Threads alone, sub-codes first. https://developers.facebook.com/docs/threads/troubleshooting */
const meanings: Readonly<Record<string, Meaning>> = {
	2207008: ['retry', 'The container has expired: run the item again.'],
	2207052: ['fix-input', 'Give a direct, public URL of a file that Threads takes: JPEG or PNG up to 8 MB for an image, MP4 or MOV for a video.'],
	// Threads says so of containers that it has made a moment ago, now and then also of finished ones.
	4279009: ['retry', 'Threads has not found its own container yet: run the item again in a minute.'],
	4279013: ['stop', 'Threads restricts this account: open the Threads app and follow what it asks.'],
	24: ['fix-input', 'The object does not exist, or the connected account may not see it: check the ID and who is connected.'],
};

function parseError(reply: Reply): Failure | undefined {
	const failure = meta.parseError(reply);
	const [code = '', subcode = ''] = failure?.code?.split('/') ?? [];
	const [verdict, hint] = meanings[subcode] ?? meanings[code] ?? [];
	return failure && verdict && hint ? { ...failure, verdict, hint } : failure;
}

const image = { taken: 'JPEG or PNG', mimes: ['image/jpeg', 'image/png'] };
const video = { taken: 'MP4 or MOV', mimes: ['video/mp4', 'video/quicktime'] };
const source = `${page}#media-specifications`;
const sources = ['url'] as const;

/** What a post of a profile holds. Wide images are scaled down by Threads itself. */
const posts: PostFacts = {
	text: { most: limits.text, count: lengthOf, source: page },
	textOnly: true,
	thread: true,
	// The first one becomes the post's topic; the others stay text.
	hashtags: { advised: 1, source: `${page}#topic-tags--links--and-gifs` },
	link: 'preview',
	links: { most: limits.links, source: `${page}#topic-tags--links--and-gifs` },
	firstComment: { most: limits.text, source: 'https://developers.facebook.com/docs/threads/retrieve-and-manage-replies' },
	alt: { most: limits.altText, kinds: ['image', 'video'], source: 'https://developers.facebook.com/docs/threads/create-posts/accessibility' },
	media: { most: limits.carousel.most, together: [['image', 'video']], source: `${page}#carousel-posts` },
	files: {
		image: { ...image, bytes: limits.image, ratio: { most: 10 }, sources, source },
		video: { ...video, bytes: limits.video, ratio: { least: 0.01, most: 10 }, width: { most: 1920 }, seconds: { most: 300 }, sources, source },
	},
};

/** What a container that failed names, and what to do: https://developers.facebook.com/docs/threads/troubleshooting */
const containerErrors: Readonly<Record<string, string>> = {
	FAILED_DOWNLOADING_VIDEO: 'Give a direct, public URL of an MP4 or MOV file that the site’s robots.txt lets Meta read.',
	INVALID_ASPEC_RATIO: 'Threads takes videos from 0.01:1 to 10:1: crop it.',
	INVALID_BIT_RATE: 'Threads takes videos of up to 100 Mb/s: convert it.',
	INVALID_DURATION: 'Threads takes videos of up to 5 minutes: cut it.',
	INVALID_FRAME_RATE: 'Threads takes videos of 23 to 60 frames a second: convert it.',
};

/** Threads speaks Meta’s dialect under a version of its own. */
export const threads = {
	...meta,
	name: 'Threads',
	credential: 'qmarkThreadsOAuth2Api',
	docs: 'https://developers.facebook.com/docs/threads',
	verified: '2026-11 https://developers.facebook.com/docs/threads/posts',
	baseUrl: (credentials) => `${vendor(credentials, 'graph.threads.net')}/v1.0`,
	identity: { request: { url: '/me', qs: { fields: 'id,username' } }, nameOf: ({ username, id }) => String(username ?? id) },
	introspect: undefined,
	diagnose: undefined,
	complete: undefined,
	token: exchanged('graph.threads.net', 'th'),
	parseError,
	/** A profile is a list of one: a connection is that of a single account. */
	pageItems: (body) => (Array.isArray(body.data) ? body.data : [body]),
	/** Meta's examples name the cursor alone, its own app looks for `next`: a full page, too, may have another behind it. https://developers.facebook.com/docs/threads/threads-media */
	nextPage: (request, { data, paging }) => {
		const { next, cursors }: { next?: string; cursors?: { after?: string } } = { ...(typeof paging === 'object' ? paging : {}) };
		const isFull = Array.isArray(data) && data.length >= Number(request.qs?.limit);
		return (next || isFull) && cursors?.after && cursors.after !== request.qs?.after ? { ...request, qs: { ...request.qs, after: cursors.after } } : undefined;
	},
	textLength: lengthOf,
	posts,
	limits,
	/** Endings of well-known formats that Threads refuses, and what it takes instead. */
	formats: {
		image: { taken: image.taken, refused: ['gif', 'webp', 'heic', 'avif', 'bmp', 'tif', 'tiff', 'svg'] },
		video: { taken: video.taken, refused: ['avi', 'webm', 'mkv', 'wmv', 'flv', 'gif'] },
	},
	containerErrors,
	/** In ms: how often to ask whether a container is ready. Texts are at once, encoders can take ten minutes. */
	processing: { text: 1_000, image: 1_000, video: 3_000, atMost: 10 * 60_000 },
	/** After a lost answer: how often the container is asked before it counts as not published, and how long the list of posts may lag behind. */
	settling: { asks: 3, every: 2_000, atMost: 60_000 },
} as const satisfies Platform & { posts: PostFacts } & Record<'limits' | 'formats' | 'containerErrors' | 'processing' | 'settling', unknown>;
