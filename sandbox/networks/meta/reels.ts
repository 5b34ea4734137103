import type { Call, Handler } from './call';
import { GraphError, invalid } from './errors';
import type { Page, Video } from './model';
import { readRelease, type Release } from './release';
import type { Meta } from './state';
import { addVideo, finishVideo } from './videos';

const reelsPerDay = 30;
const day = 86_400_000;
/** Days ahead a reel may be scheduled; posts take 30. */
const longestWait = 29;

const uploadUrl = (video: Video, call: Call, meta: Meta): string =>
	meta.url('rupload.facebook.com', `/video-upload/${call.version}/${video.id}`);

/** Step 1 of reels and video stories: an empty video and the address its bytes go to. */
export function startVideo(page: Page, purpose: 'reel' | 'story', call: Call, meta: Meta): Record<string, string> {
	const video = addVideo(meta, page, purpose);
	return { video_id: video.id, upload_url: uploadUrl(video, call, meta) };
}

export function uploadedVideo(page: Page, purpose: 'reel' | 'story', { params }: Call, meta: Meta): Video {
	const id = params.required('video_id');
	const video = meta.find('Video', id);
	if (!video || video.pageId !== page.id || video.purpose !== purpose)
		throw invalid(`Param video_id ${id} is no ${purpose} upload of this page.`);
	if (video.release !== undefined) throw invalid(`Video ${id} was finished already.`);
	return video;
}

function releaseOf({ params }: Call, meta: Meta): Release {
	const state = params.oneOf('video_state', ['PUBLISHED', 'DRAFT', 'SCHEDULED']);
	if (state === undefined) throw invalid('The parameter video_state is required');
	if (state !== 'SCHEDULED') return { state: state === 'DRAFT' ? 'draft' : 'published' };
	params.required('scheduled_publish_time');
	return readRelease(params, meta.now, 'scheduled', longestWait);
}

/** https://developers.facebook.com/docs/video-api/guides/reels-publishing */
export const publishReel: Handler<Page> = (page, call, meta) => {
	const phase = call.params.oneOf('upload_phase', ['start', 'finish']);
	if (phase === 'start') return startVideo(page, 'reel', call, meta);
	if (phase === undefined) throw invalid('The parameter upload_phase is required');
	const video = uploadedVideo(page, 'reel', call, meta);
	const recent = meta
		.all('Video')
		.filter((one) => one.purpose === 'reel' && one.pageId === page.id && one.release && one.createdAt > meta.now - day);
	if (recent.length >= reelsPerDay)
		throw new GraphError(613, `(#613) This page has published ${reelsPerDay} reels through the API within 24 hours.`);
	const release = releaseOf(call, meta);
	video.title = call.params.text('title') ?? '';
	video.description = call.params.text('description') ?? '';
	finishVideo(meta, video, release);
	return { success: true };
};
