import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import type { Request } from '../../core/request';
import { facebook } from '../../platforms/facebook';
import type { Media } from './media';
import { outcomeOf } from './outcome';
import { unseen } from './reconcile';
import { askStatus, isUploaded } from './video';
import type { Video } from './video';

/** Reels and video stories take the same three steps. */
export type Edge = 'video_reels' | 'video_stories';

/** A broken upload is begun anew this often. */
const SESSIONS = 3;

async function sendBytes(api: Api, video: string, media: Media): Promise<void> {
	const source: Pick<Request, 'file' | 'headers'> =
		typeof media === 'string'
			? { headers: { file_url: media } }
			: { file: media, headers: { offset: '0', file_size: String(media.size), 'content-type': 'application/octet-stream' } };
	const reconcile = async () => {
		if (isUploaded(await api.send<Video>(askStatus(video)))) return { result: { success: true } };
		throw new PlatformError({ verdict: 'unknown', message: 'Facebook has not all bytes.', hint: 'Upload again.' });
	};
	await api.send({ method: 'POST', host: 'reelUpload', url: `/${video}`, ...source, timeout: facebook.videoTimeout, reconcile });
}

/**
 * Steps 1 and 2: a new video and its bytes. A broken upload gets another video: only a finished one is ever seen.
 * https://developers.facebook.com/docs/video-api/guides/reels-publishing
 */
export async function upload(api: Api, page: string, edge: Edge, media: Media): Promise<string> {
	for (let session = 1; ; session++) {
		const start = { method: 'POST', url: `/${page}/${edge}`, body: { upload_phase: 'start' }, idempotent: true } as const;
		const { video_id: video } = await api.send<{ video_id: string }>(start);
		const { failure } = await outcomeOf(unseen(sendBytes(api, video, media)));
		if (!failure) return video;
		if (failure.verdict !== 'retry' || session === SESSIONS) throw new PlatformError(failure);
	}
}
