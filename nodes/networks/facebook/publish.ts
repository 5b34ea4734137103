import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import type { Request } from '../../core/request';
import { facebook } from '../../platforms/facebook';
import { toVideos, uploadInChunks } from './chunks';
import { commentFirst } from './comments';
import type { Media } from './media';
import { outcomeOf } from './outcome';
import { uploadPhoto } from './photos';
import { fullId } from './posts';
import type { Plan } from './schedule';
import { release } from './schedule';
import { upload } from './upload';
import type { Edge } from './upload';
import { isFinished, shown, uploaded } from './video';

const { reel, storyVideo } = facebook.limits;
const codecs = 'MP4 or MOV with H.264 or H.265 video and AAC sound';

/** What Facebook asks of each kind of video, for its refusals. */
export const limits = {
	video: `a video is ${codecs}.`,
	reel: `a reel lasts ${reel.least} to ${reel.most} seconds, stands upright (9:16, at least 540 × 960 pixels) and is ${codecs}.`,
	story: `a video of a story lasts ${storyVideo.least} to ${storyVideo.most} seconds, stands upright (9:16) and is ${codecs}.`,
} as const;

/**
 * The step after which Facebook publishes a video. Without an answer the video tells whether it was taken; taken twice it
 * is still the same video.
 */
async function finish(api: Api, edge: Request, video: string, body: IDataObject): Promise<void> {
	const reconcile = async () => ((await isFinished(api, video)) ? { result: { success: true } } : undefined);
	await api.send({ ...edge, body: { upload_phase: 'finish', ...body }, timeout: facebook.videoTimeout, reconcile });
}

interface Texts {
	title?: string;
	description?: string;
}

const given = ({ title, description }: Texts) => ({ title: title || undefined, description: description || undefined });

/** Publishes or schedules a video. A file goes up in chunks; a URL is fetched by Facebook. */
export async function postVideo(api: Api, page: string, media: Media, texts: Texts, plan: Plan, seconds: number) {
	const edge = toVideos(page);
	const parameters = { ...given(texts), ...release(plan) };
	const viaUrl = async (address: string) =>
		await api.send<{ id: string }>({ ...edge, body: { file_url: address, ...parameters }, timeout: facebook.videoTimeout });
	const viaChunks = async (file: Exclude<Media, string>) => {
		const { video_id: id, upload_session_id } = await uploadInChunks(api, page, file);
		await finish(api, edge, id, { upload_session_id, ...parameters });
		return { id };
	};
	const { id } = typeof media === 'string' ? await viaUrl(media) : await viaChunks(media);
	const video = await shown(api, page, id, plan, { seconds, limits: limits.video });
	return { ...video, ...(await commentFirst(api, id, plan.firstComment)) };
}

async function threeSteps(api: Api, page: string, edge: Edge, media: Media, body: IDataObject, told: string): Promise<string> {
	const video = await upload(api, page, edge, media);
	await uploaded(api, video, told);
	await finish(api, { method: 'POST', url: `/${page}/${edge}` }, video, { video_id: video, ...body });
	return video;
}

/** Publishes or schedules a reel. https://developers.facebook.com/docs/video-api/guides/reels-publishing */
export async function postReel(api: Api, page: string, media: Media, texts: Texts, plan: Plan, seconds: number) {
	const state = plan.at === undefined ? { video_state: 'PUBLISHED' } : { video_state: 'SCHEDULED', scheduled_publish_time: plan.at };
	const id = await threeSteps(api, page, 'video_reels', media, { ...state, ...given(texts) }, limits.reel);
	const video = await shown(api, page, id, plan, { seconds, limits: limits.reel });
	return { ...video, ...(await commentFirst(api, id, plan.firstComment)) };
}

/** Publishes a video as a story. https://developers.facebook.com/docs/page-stories-api#video-stories */
export async function postVideoStory(api: Api, page: string, media: Media, seconds: number) {
	const id = await threeSteps(api, page, 'video_stories', media, {}, limits.story);
	return await shown(api, page, id, {}, { seconds, limits: limits.story });
}

interface Story {
	post_id: string;
	media_id: string;
	url?: string;
}

/** Publishes a photo as a story. A photo has one story, so the page's stories tell it by. https://developers.facebook.com/docs/page-stories-api#photo-stories */
export async function postPhotoStory(api: Api, page: string, media: Media) {
	const photo = await uploadPhoto(api, page, media);
	const find = async () => {
		const { data } = await api.send<{ data: Story[] }>({ url: `/${page}/stories` });
		return data.find(({ media_id: id }) => id === photo);
	};
	// Meta writes the post's ID as a number here, which JavaScript rounds: the list has it as text.
	const reconcile = async () => ((await find()) ? { result: { success: true } } : undefined);
	await api.send({ method: 'POST', url: `/${page}/photo_stories`, body: { photo_id: photo }, reconcile });
	const story = (await outcomeOf(find())).value;
	return { id: story ? fullId(page, story.post_id) : photo, photo_id: photo, permalink_url: story?.url, status: 'published' };
}
