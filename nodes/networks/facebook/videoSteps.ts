import type { Api } from '../../core/api';
import { failureOf } from '../../core/errors';
import type { Media } from '../../model/content';
import { facebook } from '../../platforms/facebook';
import type { Done, Memo, Outcome, Prepared, Step } from '../network';
import { toVideos, uploadInChunks } from './chunks';
import { fileIn, unpublished } from './draft';
import { uploadPhoto } from './photos';
import { limits } from './publish';
import { fullId } from './posts';
import { upload } from './upload';
import type { Edge } from './upload';
import { askStatus, failureOf as videoFailure, hasFailed, isPublished, isPublishing, isUploaded } from './video';
import type { Video } from './video';

const takes = { types: ['video/'] };
const idIn = ({ video }: Memo) => String(video);

/** Begins with what `begin` uploads, then waits until `isReady` says so. Facebook's own words where it cannot use the video. */
async function prepared(api: Api, memo: Memo, begin: () => Promise<string>, isReady: (video: Video) => boolean, told: string): Promise<Prepared> {
	const known = memo.video ?? (await begin().catch((error: unknown) => Promise.reject(unpublished(failureOf(error)))));
	const video = await api.send<Video>(askStatus(String(known)));
	if (hasFailed(video)) throw videoFailure(video, told);
	return { memo: { video: String(known) }, ready: isReady(video) };
}

/** While Facebook encodes it does not tell whether the last step was taken; a ready video that is not being published was not. */
async function taken(api: Api, id: string): Promise<Outcome> {
	const video = await api.send<Video>(askStatus(id));
	if (isPublishing(video) || hasFailed(video)) return { id };
	return video.status?.video_status === 'processing' ? 'later' : 'absent';
}

const addressOf = (link?: string) => (link?.startsWith('/') ? `https://www.facebook.com${link}` : link);

async function seen(api: Api, page: string, id: string): Promise<Done> {
	const { post_id: post, permalink_url: link } = await api.send<Video>(askStatus(id));
	return { id: post ? fullId(page, post) : id, permalink: addressOf(link) };
}

const upright = (name: string, page: string, edge: Edge, media: Media, texts: { description?: string }, told: string): Step => ({
	name,
	atMost: facebook.videoTimeout,
	prepare: async (api, memo) => await prepared(api, memo, async () => await upload(api, page, edge, await fileIn(api, media, takes)), isUploaded, told),
	publish: async (api, memo) => {
		const state = edge === 'video_reels' ? { video_state: 'PUBLISHED' } : {};
		await api.send({ method: 'POST', url: `/${page}/${edge}`, body: { upload_phase: 'finish', video_id: idIn(memo), ...state, ...texts }, timeout: facebook.videoTimeout, once: true });
		return { id: idIn(memo) };
	},
	find: async (api, memo) => await taken(api, idIn(memo)),
});

/** Facebook takes such a video, and shows it once it is encoded: that is the second step, in which nothing is sent. */
const shownOnce = (name: string, page: string, edge: Edge, media: Media, texts: { description?: string }, told: string): Step[] => [
	upright(name, page, edge, media, texts, told),
	{
		name: `${name}: encoding`,
		voids: true,
		prepare: async (api, memo, earlier) => await prepared(api, { ...memo, video: earlier.at(-1)?.id ?? '' }, async () => await Promise.resolve(''), isPublished, told),
		publish: async (api, memo) => await seen(api, page, idIn(memo)),
		find: async (api, memo) => await seen(api, page, idIn(memo)),
	},
];

export const reelSteps = (page: string, media: Media, text: string): Step[] => shownOnce('post', page, 'video_reels', media, { description: text || undefined }, limits.reel);

export const videoStorySteps = (name: string, page: string, media: Media): Step[] => shownOnce(name, page, 'video_stories', media, {}, limits.story);

/** A video of the page is uploaded unpublished, and published by its ID, as a post is. https://developers.facebook.com/docs/graph-api/reference/video#updating */
export const videoStep = (page: string, media: Media, text: string): Step => {
	const begin = async (api: Api): Promise<string> => {
		const file = await fileIn(api, media, takes);
		const parameters = { description: text || undefined, published: false };
		if (typeof file === 'string') return (await api.send<{ id: string }>({ ...toVideos(page), body: { file_url: file, ...parameters }, timeout: facebook.videoTimeout, idempotent: true })).id;
		const { video_id: id, upload_session_id } = await uploadInChunks(api, page, file);
		await api.send({ ...toVideos(page), body: { upload_phase: 'finish', upload_session_id, ...parameters }, timeout: facebook.videoTimeout, idempotent: true });
		return id;
	};
	return {
		name: 'post',
		prepare: async (api, memo) => await prepared(api, memo, async () => await begin(api), ({ status }) => status?.video_status === 'ready', limits.video),
		publish: async (api, memo) => {
			await api.send({ method: 'POST', url: `/${idIn(memo)}`, body: { published: true }, idempotent: true });
			return await seen(api, page, idIn(memo));
		},
		find: async (api, memo) => (isPublished(await api.send<Video>(askStatus(idIn(memo)))) ? await seen(api, page, idIn(memo)) : 'absent'),
	};
};

interface Story {
	post_id: string;
	media_id: string;
	url?: string;
}

/** A photo has one story, so the page's stories tell it by its photo. https://developers.facebook.com/docs/page-stories-api#photo-stories */
export const photoStoryStep = (name: string, page: string, media: Media): Step => {
	const find = async (api: Api, photo: string): Promise<Outcome> => {
		const { data } = await api.send<{ data: Story[] }>({ url: `/${page}/stories` });
		const story = data.find(({ media_id: id }) => id === photo);
		return story ? { id: fullId(page, story.post_id), permalink: story.url } : 'absent';
	};
	return {
		name,
		prepare: async (api, memo) => ({ memo: { photo: memo.photo ?? (await uploadPhoto(api, page, await fileIn(api, media, facebook.limits.storyPhoto))) }, ready: true }),
		publish: async (api, { photo }) => {
			await api.send({ method: 'POST', url: `/${page}/photo_stories`, body: { photo_id: String(photo) }, once: true });
			// Meta writes the post's ID as a number here, which JavaScript rounds: the list has it as text.
			const story = await find(api, String(photo)).catch(() => 'absent' as const);
			return typeof story === 'string' ? { id: String(photo) } : story;
		},
		find: async (api, { photo }) => await find(api, String(photo)),
		settle: facebook.settling.atMost,
	};
};
