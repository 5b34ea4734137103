import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import { Ranges } from '../../core/ranges';
import type { Upload } from '../../core/upload';
import { facebook } from '../../platforms/facebook';
import { askStatus } from './video';
import type { Video } from './video';

/** The bytes that Facebook wants next. Both ends are the same when it has all of them. */
interface Wanted {
	start_offset: string;
	end_offset: string;
}

interface Session extends Wanted {
	video_id: string;
	upload_session_id: string;
}

/** https://developers.facebook.com/docs/graph-api/reference/page/videos#Creating */
export const toVideos = (page: string, edge: 'videos' | 'advideos' = 'videos') => ({ method: 'POST', host: 'video', url: `/${page}/${edge}` }) as const;

/**
 * Sends the range that Facebook wants and answers the next one. Without an answer the video tells how far it came;
 * a range sent twice does no harm, as it has its place.
 */
async function transfer(api: Api, to: ReturnType<typeof toVideos>, { upload_session_id: session, video_id: video }: Session, chunk: Upload, start: number): Promise<Wanted> {
	const end = start + chunk.size;
	const reconcile = async () => {
		const { status } = await api.send<Video>(askStatus(video));
		return status?.uploading_phase?.bytes_transfered === end ? { result: { start_offset: String(end), end_offset: String(end + chunk.size) } } : undefined;
	};
	const form = { upload_phase: 'transfer', upload_session_id: session, start_offset: start, video_file_chunk: chunk };
	return await api.send<Wanted>({ ...to, form, idempotent: true, reconcile });
}

const stuck = ({ name }: Upload, at: number) =>
	new PlatformError({ verdict: 'retry', code: 'stuck', message: `Facebook takes no more of “${name}” after ${at} bytes.`, hint: 'Run the item again: nothing was published.' });

/**
 * Uploads a video in ranges of at most 4 MB, so that memory stays flat. Nobody sees it until it is finished.
 * https://developers.facebook.com/docs/graph-api/reference/page/videos#Creating
 */
export async function uploadInChunks(api: Api, page: string, file: Upload, to = toVideos(page)): Promise<Session> {
	const session = await api.send<Session>({ ...to, body: { upload_phase: 'start', file_size: file.size }, idempotent: true });
	const ranges = new Ranges(file);
	try {
		let start = Number(session.start_offset);
		for (let end = Number(session.end_offset); start < file.size && start < end; ) {
			const wanted = await transfer(api, to, session, ranges.range(start, Math.min(end, start + facebook.limits.chunk, file.size)), start);
			if (Number(wanted.start_offset) === start) throw stuck(file, start);
			start = Number(wanted.start_offset);
			end = Number(wanted.end_offset);
		}
	} finally {
		await ranges.close();
	}
	return session;
}
