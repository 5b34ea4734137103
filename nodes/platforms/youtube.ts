import type { Api } from '../core/api';
import type { Credentials, Finding, Introspection, Platform } from '../core/platform';
import type { IDataObject } from 'n8n-workflow';
import type { PostFacts } from '../model/postFacts';
import { uploadsAt } from './gateway';
import { google, hostedAt } from './google';
import { dailyQuota, failureReasons, parseError, rejectionReasons } from './youtubeErrors';

const MEGABYTE = 1024 * 1024;
const MINUTE = 60_000;

const hosts = { api: 'www.googleapis.com/youtube/v3', upload: 'www.googleapis.com/upload/youtube/v3', analytics: 'youtubeanalytics.googleapis.com/v2' } as const;

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;

/** What operations need: https://developers.google.com/youtube/v3/guides/auth/server-side-web-apps */
const scopes = { read: scope('youtube.readonly'), manage: scope('youtube'), upload: scope('youtube.upload'), analytics: scope('yt-analytics.readonly') } as const;

const insert = 'https://developers.google.com/youtube/v3/docs/videos/insert';
const properties = 'https://developers.google.com/youtube/v3/docs/videos#properties';

const limits = {
	/** Characters. */
	title: 100,
	/** Bytes in UTF-8. */
	description: 5000,
	/** Characters of all tags together, with a comma between two and quotation marks around those with a space. */
	tags: 500,
	playlist: { title: 150, description: 5000 },
	video: 256 * 1024 * MEGABYTE,
	/** 2 MB until 2025. https://developers.google.com/youtube/v3/docs/thumbnails/set */
	thumbnail: 50 * MEGABYTE,
	/** Of a channel whose phone number is not verified, in seconds. https://support.google.com/youtube/answer/71673 */
	unverified: 15 * 60,
	/** Entries of one page. */
	page: 50,
} as const;

const video = {
	taken: 'MP4, MOV, WebM, MKV, AVI, WMV, FLV, MPEG or 3GP',
	mimes: ['video/mp4', 'video/quicktime', 'video/webm', 'video/x-matroska', 'video/x-msvideo', 'video/x-ms-wmv', 'video/x-flv', 'video/mpeg', 'video/3gpp'],
};

/** What a video of a channel holds. */
const posts: PostFacts = {
	text: { most: limits.description, count: (text) => Buffer.byteLength(text), unit: 'bytes', source: properties },
	title: { most: limits.title, required: true, source: properties },
	textOnly: false,
	thread: false,
	// Beyond that YouTube ignores all of them.
	hashtags: { most: 60, source: 'https://support.google.com/youtube/answer/6390658' },
	link: 'text',
	cover: true,
	media: { most: 1, together: [], source: insert },
	files: { video: { ...video, bytes: limits.video, seconds: { most: 12 * 60 * 60 }, sources: ['url', 'binary'], source: insert } },
};

/** A wider permission holds the narrower ones. */
async function introspect(...asked: Parameters<typeof google.introspect>): Promise<Introspection> {
	const found = await google.introspect(...asked);
	const granted = found.scopes ?? [];
	const more = granted.includes(scopes.manage) ? [scopes.read, scopes.upload] : [];
	return { ...found, scopes: found.scopes && [...new Set([...granted, ...more])] };
}

/** Whether a project was audited, no call tells: only an upload that was to be public and stays private does. */
async function diagnose(api: Api, input: IDataObject, credentials: Credentials): Promise<Finding[]> {
	const { items = [] } = await api.send<{ items?: { status?: { longUploadsStatus?: string } }[] }>({ url: '/channels', qs: { part: 'status', mine: true } });
	const found = await google.diagnose(api, input, credentials);
	const [channel] = items;
	if (!channel) return [...found, { problem: 'account-type', message: 'The connected Google account has no YouTube channel.', fix: 'Create one on youtube.com, or connect the account that has it.' }];
	if (channel.status?.longUploadsStatus !== 'disallowed') return found;
	return [...found, { problem: 'account-type', message: 'The channel may not upload videos of more than 15 minutes.', fix: 'Verify its phone number on youtube.com/verify.' }];
}

/** https://developers.google.com/youtube/v3/docs */
export const youtube = {
	...google,
	name: 'YouTube',
	credential: 'qmarkYouTubeOAuth2Api',
	docs: 'https://developers.google.com/youtube/v3/docs',
	verified: '2026-11 https://developers.google.com/youtube/v3/determine_quota_cost',
	baseUrl: hostedAt(hosts),
	uploadsTo: uploadsAt('www.googleapis.com'),
	introspect,
	diagnose,
	parseError,
	nextPage: (request, { nextPageToken }) => (nextPageToken ? { ...request, qs: { ...request.qs, pageToken: nextPageToken } } : undefined),
	pageItems: ({ items }) => (Array.isArray(items) ? items : []),
	uploadLimit: () => limits.video,
	posts,
	limits,
	scopes,
	dailyQuota,
	failureReasons,
	rejectionReasons,
	files: { video: video.taken, thumbnail: { taken: 'JPEG or PNG', mimes: ['image/jpeg', 'image/png'] } },
	/** Of a video without one: People & Blogs. */
	category: '22',
	/** Where people watch a video. */
	watch: (id: string) => `https://www.youtube.com/watch?v=${id}`,
	/** How unaudited projects show, and what to do. https://developers.google.com/youtube/v3/docs/videos/insert */
	lockedAsPrivate: 'YouTube keeps the video private although it was to be seen: that is so for uploads of API projects that Google has not audited. Ask for the audit at support.google.com/youtube/contact/yt_api_form; until then publish by hand.',
	/** Milliseconds without any progress after which an upload is given up, how often in a row one that does not get on is gone on with, and the pause before an answer is asked for again. */
	upload: { timeout: 10 * MINUTE, stalls: 5, pause: 2_000 },
	/** In ms: how long the list of uploads may take to show a new one, and how far clocks may differ. */
	settling: { uploads: 2 * MINUTE, skew: MINUTE },
} as const satisfies Platform & { posts: PostFacts } & Record<'limits' | 'scopes' | 'dailyQuota' | 'failureReasons' | 'rejectionReasons' | 'files' | 'category' | 'watch' | 'lockedAsPrivate' | 'upload' | 'settling', unknown>;
