import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import { facebook } from '../../platforms/facebook';
import { outcomeOf } from './outcome';
import { fullId, readBack } from './posts';
import type { Plan } from './schedule';

/** https://developers.facebook.com/docs/graph-api/reference/video-status: Meta writes both `complete` and `completed`. */
interface Status {
	video_status?: 'ready' | 'processing' | 'uploading' | 'upload_complete' | 'upload_failed' | 'expired' | 'error';
	uploading_phase?: Phase & { bytes_transfered?: number };
	processing_phase?: Phase;
	publishing_phase?: Phase & { publish_status?: 'draft' | 'scheduled' | 'published' | 'error' };
}

interface Phase {
	status?: string;
	error?: { message?: string };
	errors?: { message?: string }[];
}

export interface Video {
	id: string;
	status?: Status;
	published?: boolean;
	permalink_url?: string;
	post_id?: string;
}

const fields = 'id,permalink_url,post_id,published,status';

const FAILED = new Set(['upload_failed', 'expired', 'error']);

/** Facebook has all bytes of the video. */
export const isUploaded = ({ status = {} }: Video) =>
	status.uploading_phase?.status?.startsWith('complete') === true || ['upload_complete', 'processing', 'ready'].includes(status.video_status ?? '');

export const hasFailed = ({ status }: Video) => FAILED.has(status?.video_status ?? '') || status?.publishing_phase?.publish_status === 'error';

export const isPublishing = ({ status = {} }: Video) => (status.publishing_phase?.status ?? 'not_started') !== 'not_started' || status.publishing_phase?.publish_status !== undefined;

export const isPublished = ({ status, published }: Video) => status?.publishing_phase?.publish_status === 'published' || (status?.video_status === 'ready' && published === true);

/** What Facebook says went wrong, with the limits of this kind of video. */
export function failureOf({ status }: Video, limits: string): PlatformError {
	const phases = [status?.uploading_phase, status?.processing_phase, status?.publishing_phase];
	const told = phases.flatMap((phase) => phase?.error?.message ?? phase?.errors?.[0]?.message ?? [])[0];
	const message = `Facebook could not process the video: ${told ?? status?.video_status ?? 'it gives no reason'}`;
	return new PlatformError({ verdict: 'fix-input', code: status?.video_status ?? 'error', message, hint: `Nothing was published. Check the file: ${limits}` });
}

export const askStatus = (video: string) => ({ url: `/${video}`, qs: { fields } });

/** Waits until Facebook has all bytes; what it fetches from a URL comes after its answer. */
export async function uploaded(api: Api, id: string, limits: string): Promise<void> {
	const video = await api.until<Video>(askStatus(id), (one) => isUploaded(one) || hasFailed(one), facebook.processing);
	if (hasFailed(video)) throw failureOf(video, limits);
}

/**
 * Whether the last step was taken, asked when its answer got lost. While Facebook encodes it does not tell: a video that is
 * ready and not being published was never finished.
 */
export async function isFinished(api: Api, id: string): Promise<boolean> {
	const tells = (video: Video) => isPublishing(video) || hasFailed(video) || video.status?.video_status !== 'processing';
	const video = await api.until<Video>(askStatus(id), tells, facebook.processing);
	return isPublishing(video) || hasFailed(video);
}

/** Whether and how long to wait for the encoder; `seconds` 0 does not. */
export const waitOf = ({ waitForProcessing, waitAtMost }: { waitForProcessing: boolean; waitAtMost: number }) => (waitForProcessing ? waitAtMost : 0);

/** The video as it stands. It is finished by now, so that running out of patience or of network does not fail the item. */
async function seen(api: Api, id: string, { at }: Plan, seconds: number): Promise<Partial<Video>> {
	const isSettled = (video: Video) => hasFailed(video) || (at === undefined ? isPublished(video) : video.status?.video_status === 'ready');
	const patience = { every: facebook.processing.every, atMost: seconds * 1000 };
	const { value } = seconds > 0 ? await outcomeOf(api.until<Video>(askStatus(id), isSettled, patience)) : {};
	return value ?? (await readBack<Video>(api, id, fields));
}

/** The finished video, for the node's output; throws what Facebook says when it could not process it. */
export async function shown(api: Api, page: string, videoId: string, plan: Plan, { seconds, limits }: { seconds: number; limits: string }) {
	const video = { id: videoId, ...(await seen(api, videoId, plan, seconds)) };
	if (hasFailed(video)) throw failureOf(video, limits);
	const { post_id: post, permalink_url: link } = video;
	return {
		id: post ? fullId(page, post) : videoId,
		video_id: videoId,
		// Meta gives a path here, and a whole address for posts.
		permalink_url: link?.startsWith('/') ? `https://www.facebook.com${link}` : link,
		status: plan.at !== undefined ? 'scheduled' : isPublished(video) ? 'published' : 'processing',
	};
}
