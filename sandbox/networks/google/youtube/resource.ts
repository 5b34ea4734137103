import { createHash } from 'node:crypto';
import type { Playlist, PlaylistItem, Video } from './model';
import type { Channel, YouTube } from './store';
import { uploadsOf } from './store';

/** Changes with what it stands for. */
export const etag = (value: unknown): string => createHash('sha1').update(JSON.stringify(value)).digest('base64url');

const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');

const sizes = { default: [120, 90], medium: [320, 180], high: [480, 360], standard: [640, 480], maxres: [1280, 720] } as const;

/** Without a picture of its own a video shows a frame of itself. */
export const thumbnails = ({ world }: YouTube, { id, thumbnail }: Pick<Video, 'id' | 'thumbnail'>): object =>
	Object.fromEntries(Object.entries(sizes).map(([name, [width, height]]) => [name, { url: thumbnail ?? `${world.origin}/i.ytimg.com/vi/${id}/${name}.jpg`, width, height }]));

/** Numbers that depend on the video alone. */
const counted = (id: string, what: string, most: number): number => createHash('sha1').update(`${id}/${what}`).digest().readUInt32BE() % most;

/** `uploadStatus` as the clock has it. https://developers.google.com/youtube/v3/docs/videos#status.uploadStatus */
export function progressOf({ world }: YouTube, { processedAt, failure, rejection }: Video): 'uploaded' | 'processed' | 'failed' | 'rejected' {
	if (processedAt > world.clock.now()) return 'uploaded';
	return failure !== undefined ? 'failed' : rejection !== undefined ? 'rejected' : 'processed';
}

function statusOf(youtube: YouTube, video: Video): object {
	const uploadStatus = progressOf(youtube, video);
	const reason = { failed: { failureReason: video.failure }, rejected: { rejectionReason: video.rejection }, uploaded: {}, processed: {} }[uploadStatus];
	return { ...video.status, uploadStatus, ...reason, madeForKids: video.status.selfDeclaredMadeForKids };
}

const channelIn = (youtube: YouTube, id: string) => ({ channelId: id, channelTitle: youtube.channel(id)?.title });

/** The parts of a video. Its owner alone sees how it is processed. */
export function videoResource(youtube: YouTube, video: Video, parts: readonly string[]): object {
	const { id, snippet, uploadedAt, publishedAt, file } = video;
	const isOut = video.status.privacyStatus === 'public';
	const progress = progressOf(youtube, video);
	const all: Record<string, () => object> = {
		snippet: () => ({ publishedAt: iso(publishedAt ?? uploadedAt), ...channelIn(youtube, video.channel), ...snippet, thumbnails: thumbnails(youtube, video), liveBroadcastContent: 'none', localized: { title: snippet.title, description: snippet.description } }),
		status: () => statusOf(youtube, video),
		contentDetails: () => ({ duration: progress === 'processed' ? 'PT6S' : 'P0D', dimension: '2d', definition: 'hd', caption: 'false', licensedContent: false, projection: 'rectangular' }),
		statistics: () => ({ viewCount: String(isOut ? counted(id, 'views', 5000) : 0), likeCount: String(isOut ? counted(id, 'likes', 300) : 0), favoriteCount: '0', commentCount: String(isOut ? counted(id, 'comments', 40) : 0) }),
		processingDetails: () => ({ processingStatus: { uploaded: 'processing', processed: 'succeeded', failed: 'failed', rejected: 'terminated' }[progress] }),
		fileDetails: () => ({ fileName: file.name, fileSize: String(file.size), fileType: 'video' }),
		player: () => ({ embedHtml: `<iframe width="480" height="270" src="//www.youtube.com/embed/${id}"></iframe>` }),
		topicDetails: () => ({}),
		localizations: () => ({}),
		recordingDetails: () => ({}),
		suggestions: () => ({}),
		liveStreamingDetails: () => ({}),
	};
	const shown = Object.fromEntries(parts.flatMap((part) => (all[part] ? [[part, all[part]()]] : [])));
	return { kind: 'youtube#video', etag: etag(shown), id, ...shown };
}

export const videoParts = ['id', 'snippet', 'status', 'contentDetails', 'statistics', 'processingDetails', 'fileDetails', 'player', 'topicDetails', 'localizations', 'recordingDetails', 'suggestions', 'liveStreamingDetails'] as const;

export function playlistResource(youtube: YouTube, { id, channel, title, description, defaultLanguage, tags, privacyStatus, podcastStatus, createdAt, items }: Playlist, parts: readonly string[]): object {
	const all: Record<string, object> = {
		snippet: { publishedAt: iso(createdAt), ...channelIn(youtube, channel), title, description, ...(defaultLanguage !== undefined && { defaultLanguage }), ...(tags && { tags }), thumbnails: {}, localized: { title, description } },
		status: { privacyStatus, ...(podcastStatus !== undefined && { podcastStatus }) },
		contentDetails: { itemCount: items.length },
		player: { embedHtml: `<iframe src="//www.youtube.com/embed/videoseries?list=${id}"></iframe>` },
		localizations: {},
	};
	const shown = Object.fromEntries(parts.flatMap((part) => (all[part] ? [[part, all[part]]] : [])));
	return { kind: 'youtube#playlist', etag: etag(shown), id, ...shown };
}

export function itemResource(youtube: YouTube, playlist: Playlist, item: PlaylistItem, parts: readonly string[]): object {
	const video = youtube.videos.get(item.videoId);
	const position = playlist.items.indexOf(item);
	const all: Record<string, object> = {
		snippet: {
			...{ publishedAt: iso(item.addedAt), ...channelIn(youtube, playlist.channel), title: video?.snippet.title ?? 'Deleted video', description: video?.snippet.description ?? '', thumbnails: {} },
			...{ playlistId: playlist.id, position, resourceId: { kind: 'youtube#video', videoId: item.videoId } },
		},
		contentDetails: { videoId: item.videoId, ...(video && { videoPublishedAt: iso(video.publishedAt ?? video.uploadedAt) }), ...(item.note !== undefined && { note: item.note }) },
		status: { privacyStatus: video?.status.privacyStatus ?? 'private' },
	};
	const shown = Object.fromEntries(parts.flatMap((part) => (all[part] ? [[part, all[part]]] : [])));
	return { kind: 'youtube#playlistItem', etag: etag(shown), id: item.id, ...shown };
}

export function channelResource(youtube: YouTube, channel: Channel, parts: readonly string[]): object {
	const { id, title, handle, createdAt, verified } = channel;
	const isVerified = verified && youtube.settings.verifiedChannel;
	const own = youtube.uploadsOf(id).filter(({ status }) => status.privacyStatus === 'public');
	const all: Record<string, object> = {
		snippet: { title, description: '', customUrl: handle, publishedAt: createdAt, thumbnails: {}, localized: { title, description: '' } },
		contentDetails: { relatedPlaylists: { likes: 'LL', uploads: uploadsOf(channel) } },
		statistics: { viewCount: String(counted(id, 'views', 100_000)), subscriberCount: String(counted(id, 'subscribers', 3000)), hiddenSubscriberCount: false, videoCount: String(own.length) },
		status: { privacyStatus: 'public', isLinked: true, longUploadsStatus: isVerified ? 'allowed' : 'eligible', madeForKids: false },
		...{ brandingSettings: { channel: { title } }, localizations: {}, topicDetails: {}, contentOwnerDetails: {}, auditDetails: {} },
	};
	const shown = Object.fromEntries(parts.flatMap((part) => (all[part] ? [[part, all[part]]] : [])));
	return { kind: 'youtube#channel', etag: etag(shown), id, ...shown };
}

/** As all lists answer. */
export const listOf = (kind: string, items: readonly object[], more: object = {}): object => ({ kind: `youtube#${kind}ListResponse`, etag: etag(items), ...more, items });
