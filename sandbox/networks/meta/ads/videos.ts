import { sniff } from '../../sniff';
import type { StoredMedia } from '../../world';
import { Created, Ref, type Call, type Describe, type Handler } from '../call';
import type { Edges } from '../edges';
import { GraphError, invalid } from '../errors';
import { download, FetchFailure, isVideo } from '../media';
import { graphTime, type Meta } from '../state';
import { largestVideo } from '../videos';
import type { AdAccount, AdVideo } from './model';
import { keptValues } from './status';

const kept = ['title', 'description'];

function addVideo(account: AdAccount, call: Call, meta: Meta, size: number): AdVideo {
	const times = { createdAt: meta.now, updatedAt: meta.now };
	const name = call.params.text('name') ?? '';
	return meta.keep<AdVideo>({ type: 'AdVideo', id: meta.newId('adVideo'), accountId: account.accountId, name, size, received: 0, values: keptValues(call, meta, kept), ...times });
}

const complete = (video: AdVideo, file: StoredMedia, meta: Meta): AdVideo =>
	Object.assign(video, { file, size: file.size, received: file.size, readyAt: meta.now + meta.settings.processingSeconds * 1000 });

const nextChunk = ({ received, size }: AdVideo, meta: Meta) => ({
	start_offset: String(received),
	end_offset: String(Math.min(size, received + meta.settings.videoChunkBytes)),
});

function sessionOf(account: AdAccount, { params }: Call, meta: Meta): AdVideo {
	const video = meta.find('AdVideo', params.required('upload_session_id').slice(0, -1));
	if (video?.accountId === account.accountId) return video;
	throw new GraphError(6000, '(#6000) The upload session does not exist or has expired; start again.', { subcode: 1363019 });
}

function transfer(video: AdVideo, { params, files }: Call, meta: Meta) {
	const chunk = files.get('video_file_chunk');
	if (!chunk) throw invalid('The parameter video_file_chunk is required, as a file of a multipart form');
	const expected = nextChunk(video, meta);
	if (params.integer('start_offset') !== video.received || video.received + chunk.size > Number(expected.end_offset))
		throw new GraphError(6001, '(#6001) There was a problem uploading your video. Please try again.', { subcode: 1363037, transient: true, data: expected });
	video.received += chunk.size;
	video.file = meta.world.media.put({ name: video.file?.name ?? chunk.name, mime: 'video/mp4', head: video.file?.head ?? chunk.head, size: video.received });
	return nextChunk(video, meta);
}

function finish(video: AdVideo, call: Call, meta: Meta): { success: true } {
	if (!video.file || video.received < video.size) throw invalid('The video has not been uploaded completely.', { subcode: 1363130 });
	complete(video, video.file, meta);
	video.name = call.params.text('name') ?? video.name;
	Object.assign(video.values, keptValues(call, meta, kept));
	return { success: true };
}

async function whole(account: AdAccount, call: Call, meta: Meta): Promise<Created> {
	const upload = call.files.get('source');
	if (upload) return new Created(complete(addVideo(account, call, meta, upload.size), upload, meta));
	const url = call.params.text('file_url');
	if (url === undefined) throw new GraphError(390, '(#390) There was a problem uploading your video file. Please try again with another file.', { subcode: 1363030 });
	try {
		const { file } = await download(meta.world, url, largestVideo);
		return new Created(complete(addVideo(account, call, meta, file.size), file, meta));
	} catch (error) {
		if (error instanceof FetchFailure) throw new GraphError(389, `(#389) Unable to fetch video file from URL. ${error.message}`, { subcode: 1363033 });
		throw error;
	}
}

/** Whole, in chunks or by URL. https://developers.facebook.com/docs/marketing-api/reference/ad-account/advideos */
export const createAdVideo: Handler<AdAccount> = async (account, call, meta) => {
	const phase = call.params.oneOf('upload_phase', ['start', 'transfer', 'finish', 'cancel']);
	if (phase === undefined) return await whole(account, call, meta);
	if (phase === 'start') {
		const size = call.params.integer('file_size');
		if (size === undefined || size <= 0) throw invalid('The parameter file_size is required');
		const video = addVideo(account, call, meta, size);
		return { video_id: video.id, upload_session_id: `${video.id}0`, ...nextChunk(video, meta) };
	}
	const video = sessionOf(account, call, meta);
	if (phase === 'transfer') return transfer(video, call, meta);
	if (phase === 'finish') return finish(video, call, meta);
	meta.nodes.delete(video.id);
	return { success: true };
};

function statusOf(video: AdVideo, meta: Meta) {
	const uploading = { status: video.readyAt === undefined ? 'in_progress' : 'complete', bytes_transfered: video.received };
	if (video.readyAt === undefined) return { video_status: 'uploading', uploading_phase: uploading };
	if (meta.now < video.readyAt) return { video_status: 'processing', uploading_phase: uploading, processing_phase: { status: 'in_progress' } };
	if (isVideo(sniff(video.file?.head ?? Buffer.alloc(0)))) return { video_status: 'ready', uploading_phase: uploading, processing_phase: { status: 'complete' } };
	const errors = [{ message: 'The video file you tried to upload is not in a supported format.' }];
	return { video_status: 'error', uploading_phase: uploading, processing_phase: { status: 'error', errors } };
}

export const describeAdVideo: Describe<AdVideo> = (video, meta) => ({
	label: 'AdVideo',
	defaults: ['id', 'updated_time'],
	fields: {
		...{ id: () => video.id, title: () => video.values.title, description: () => video.values.description, length: () => 6 },
		...{ status: () => statusOf(video, meta), picture: () => meta.url('www.facebook.com', `/avatar/${video.id}.svg`), source: () => video.file?.url, published: () => false },
		...{ created_time: () => graphTime(video.createdAt), updated_time: () => graphTime(video.updatedAt) },
	},
});

export const adVideoEdges: Edges<'AdVideo', Handler<AdVideo>> = {
	GET: (video) => new Ref(video),
	POST: (video, call, meta) => {
		Object.assign(video.values, keptValues(call, meta, kept));
		return { success: true };
	},
	DELETE: (video, _call, meta) => {
		meta.nodes.delete(video.id);
		return { success: true };
	},
};
