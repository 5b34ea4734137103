import { sniff } from '../sniff';
import type { StoredMedia } from '../world';
import { Created, Ref, type Call, type Describe, type Handler } from './call';
import { conversationEdges, conversationFields } from './comments';
import type { Edges } from './edges';
import { GraphError, invalid } from './errors';
import { videoInsights } from './insights';
import { download, FetchFailure, isVideo } from './media';
import type { Page, Video } from './model';
import { addPost, permalinkOf, refreshEntry, removePost, setRelease } from './posts';
import { readRelease, type Release } from './release';
import { graphTime, type Meta } from './state';

/** Bytes. https://developers.facebook.com/docs/graph-api/reference/page/videos */
export const largestVideo = 10 * 1024 ** 3;

export function addVideo(meta: Meta, page: Page, purpose: Video['purpose'], size = 0): Video {
	const id = meta.newId('video');
	return meta.keep({
		type: 'Video',
		id,
		pageId: page.id,
		purpose,
		title: '',
		description: '',
		size,
		received: 0,
		createdAt: meta.now,
		likedByPage: false,
	});
}

/** Takes a complete file over; what is no video fails later, in the encoder, as at Meta. */
export function setVideoFile(video: Video, file: StoredMedia, shownUrl: string): void {
	video.file = file;
	video.shownUrl = shownUrl;
	video.size = file.size;
	video.received = file.size;
}

/** All bytes are there: encodes for a while, then shows the video as `release` says. Answers its post's id. */
export function finishVideo(meta: Meta, video: Video, release: Release): string {
	if (!video.file)
		throw invalid('The video has not been uploaded completely; send its bytes before upload_phase "finish".', { subcode: 1363130 });
	const post = addPost(
		meta,
		meta.page(video.pageId),
		{ kind: video.purpose, message: video.description, videoId: video.id },
		{ state: 'draft' },
	);
	video.release = release;
	video.postId = post.id;
	video.readyAt = meta.now + meta.settings.processingSeconds * 1000;
	if (release.state === 'scheduled') setRelease(meta, post, release);
	planEncoding(meta, video);
	return post.id;
}

/** The agenda's key for the encoder's end. */
export const encodingOf = (video: Video): string => `video:${video.id}`;

/** Judges the file when the encoder is through, and shows what is to be shown at once. */
export function planEncoding(meta: Meta, video: Video): void {
	meta.agenda.plan(encodingOf(video), video.readyAt ?? meta.now, () => {
		const post = meta.find('PagePost', video.postId);
		if (!isVideo(sniff(video.file?.head ?? Buffer.alloc(0)))) {
			video.failure = 'The video file you tried to upload is not in a supported format.';
			if (post) removePost(meta, post);
			video.postId = undefined;
		} else if (post && video.release?.state === 'published') {
			setRelease(meta, post, { state: 'published' });
		}
	});
}

async function fileOf({ params, files }: Call, meta: Meta): Promise<{ file: StoredMedia; shownUrl: string }> {
	const upload = files.get('source');
	if (upload) return { file: upload, shownUrl: upload.url };
	const url = params.text('file_url');
	if (url === undefined)
		throw new GraphError(390, '(#390) There was a problem uploading your video file. Please try again with another file.', {
			subcode: 1363030,
		});
	try {
		return { file: (await download(meta.world, url, largestVideo)).file, shownUrl: url };
	} catch (error) {
		if (error instanceof FetchFailure)
			throw new GraphError(389, `(#389) Unable to fetch video file from URL. ${error.message}`, { subcode: 1363033 });
		throw error;
	}
}

function startUpload(page: Page, { params }: Call, meta: Meta): Record<string, string> {
	const size = params.integer('file_size');
	if (size === undefined || size <= 0) throw invalid('The parameter file_size is required');
	const video = addVideo(meta, page, 'video', size);
	return { video_id: video.id, upload_session_id: `${video.id}0`, ...nextChunk(video, meta) };
}

const nextChunk = (video: Video, meta: Meta): { start_offset: string; end_offset: string } => ({
	start_offset: String(video.received),
	end_offset: String(Math.min(video.size, video.received + meta.settings.videoChunkBytes)),
});

function sessionOf(page: Page, { params }: Call, meta: Meta): Video {
	const video = meta.find('Video', params.required('upload_session_id').slice(0, -1));
	if (!video || video.pageId !== page.id)
		throw new GraphError(6000, '(#6000) The upload session does not exist or has expired; start again.', { subcode: 1363019 });
	return video;
}

function transferChunk(video: Video, { params, files }: Call, meta: Meta): Record<string, string> {
	const chunk = files.get('video_file_chunk');
	if (!chunk) throw invalid('The parameter video_file_chunk is required, as a file of a multipart form');
	const expected = nextChunk(video, meta);
	if (params.integer('start_offset') !== video.received || video.received + chunk.size > Number(expected.end_offset)) {
		throw new GraphError(6001, '(#6001) There was a problem uploading your video. Please try again.', {
			subcode: 1363037,
			transient: true,
			data: expected,
		});
	}
	const total = video.received + chunk.size;
	// The first chunk stands for the whole: only a file's first megabyte is kept anyway.
	const first = video.file ?? chunk;
	video.received = total;
	video.file = meta.world.media.put({ name: first.name, mime: 'video/mp4', head: first.head, size: total });
	video.shownUrl = video.file.url;
	return nextChunk(video, meta);
}

function setTexts(video: Video, { params }: Call): void {
	video.title = params.text('title') ?? params.text('name') ?? video.title;
	video.description = params.text('description') ?? video.description;
}

/** Whole or in chunks. https://developers.facebook.com/docs/graph-api/reference/page/videos#Creating */
export const createVideo: Handler<Page> = async (page, call, meta) => {
	const phase = call.params.oneOf('upload_phase', ['start', 'transfer', 'finish', 'cancel']);
	if (phase === 'start') return startUpload(page, call, meta);
	if (phase === undefined) {
		const release = readRelease(call.params, meta.now);
		const { file, shownUrl } = await fileOf(call, meta);
		const video = addVideo(meta, page, 'video');
		setVideoFile(video, file, shownUrl);
		setTexts(video, call);
		finishVideo(meta, video, release);
		return new Created(video);
	}
	const video = sessionOf(page, call, meta);
	if (phase === 'transfer') return transferChunk(video, call, meta);
	if (phase === 'cancel') {
		meta.nodes.delete(video.id);
		return { success: true };
	}
	if (video.received < video.size)
		throw new GraphError(6000, '(#6000) The video is not complete yet; transfer the missing bytes first.', {
			subcode: 1363037,
			data: nextChunk(video, meta),
		});
	setTexts(video, call);
	finishVideo(meta, video, readRelease(call.params, meta.now));
	return { success: true };
};

/** Where the last of the three phases stands. */
export function publishingOf(video: Video, meta: Meta): 'not_started' | 'draft' | 'scheduled' | 'published' {
	if (meta.find('PagePost', video.postId)?.state === 'published') return 'published';
	if (video.release === undefined || video.release.state === 'published') return 'not_started';
	return video.release.state;
}

/** https://developers.facebook.com/docs/video-api/guides/reels-publishing#get-upload-status */
function statusOf(video: Video, meta: Meta): Record<string, unknown> {
	const uploaded = video.file !== undefined && video.received >= video.size;
	const ready = video.readyAt !== undefined && video.readyAt <= meta.now;
	const publishing = publishingOf(video, meta);
	const videoStatus =
		video.failure !== undefined
			? 'error'
			: ready
				? 'ready'
				: video.readyAt !== undefined
					? 'processing'
					: uploaded
						? 'upload_complete'
						: 'uploading';
	const phase = (done: boolean, begun: boolean): string => (done ? 'complete' : begun ? 'in_progress' : 'not_started');
	return {
		video_status: videoStatus,
		uploading_phase: { status: phase(uploaded, video.received > 0), bytes_transfered: video.received, source_file_size: video.size },
		processing_phase:
			video.failure === undefined
				? { status: phase(ready, video.readyAt !== undefined) }
				: { status: 'error', error: { message: video.failure } },
		publishing_phase: {
			status: phase(publishing === 'published', publishing === 'scheduled'),
			...(publishing === 'not_started' ? {} : { publish_status: publishing }),
			...(video.release?.state === 'scheduled' ? { publish_time: graphTime(video.release.at) } : {}),
		},
	};
}

export const describeVideo: Describe<Video> = (video, meta) => ({
	label: 'Video',
	defaults: ['updated_time', 'description', 'id'],
	fields: {
		id: () => video.id,
		title: () => video.title || undefined,
		description: () => video.description || undefined,
		created_time: () => graphTime(video.createdAt),
		updated_time: () => graphTime(video.createdAt),
		from: () => ({ name: meta.page(video.pageId).name, id: video.pageId }),
		status: () => statusOf(video, meta),
		published: () => publishingOf(video, meta) === 'published',
		scheduled_publish_time: () => (video.release?.state === 'scheduled' ? graphTime(video.release.at) : undefined),
		post_id: () => video.postId,
		permalink_url: () => {
			const post = meta.find('PagePost', video.postId);
			return post && permalinkOf(post, meta);
		},
		source: () => video.file?.url,
		...conversationFields(video, meta),
	},
});

function updateVideo(video: Video, call: Call, meta: Meta): { success: true } {
	setTexts(video, call);
	const post = meta.find('PagePost', video.postId);
	if (post) {
		post.message = video.description;
		refreshEntry(meta, post);
		if (call.params.has('published') || call.params.has('scheduled_publish_time')) {
			video.release = readRelease(call.params, meta.now, 'scheduled');
			// A video that is still being encoded is published when that is done.
			const isReady = video.readyAt !== undefined && video.readyAt <= meta.now;
			if (isReady || video.release.state === 'scheduled') setRelease(meta, post, video.release);
		}
	}
	return { success: true };
}

export const videoEdges: Edges<'Video', Handler<Video>> = {
	GET: (video) => new Ref(video, ['updated_time', 'description', 'id']),
	POST: updateVideo,
	DELETE: (video, _call, meta) => {
		const post = meta.find('PagePost', video.postId);
		if (post) removePost(meta, post);
		meta.agenda.cancel(encodingOf(video));
		meta.nodes.delete(video.id);
		return { success: true };
	},
	'GET video_insights': videoInsights,
	...conversationEdges,
};
