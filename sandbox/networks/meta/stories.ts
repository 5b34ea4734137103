import type { Handler } from './call';
import { invalid } from './errors';
import type { Page, Post } from './model';
import { addPost, permalinkOf } from './posts';
import type { Meta } from './state';
import { startVideo, uploadedVideo } from './reels';
import { finishVideo } from './videos';

const day = 86_400_000;
const statuses: readonly string[] = ['PUBLISHED', 'ARCHIVED'];
const reused = 'Media of a story must not have been used in a published post.';

/** https://developers.facebook.com/docs/page-stories-api#photo-stories */
export const createPhotoStory: Handler<Page> = (page, { params }, meta) => {
	const id = params.required('photo_id');
	const photo = meta.find('Photo', id);
	if (!photo || photo.pageId !== page.id) throw invalid(`Param photo_id ${id} is no photo of this page.`);
	if (photo.postId !== undefined) throw invalid(reused, { subcode: 1366051 });
	const post = addPost(meta, page, { kind: 'story', message: '', photoIds: [photo.id] }, { state: 'published' });
	return { success: true, post_id: post.id.split('_')[1] };
};

/** https://developers.facebook.com/docs/page-stories-api#video-stories */
export const createVideoStory: Handler<Page> = (page, call, meta) => {
	const phase = call.params.oneOf('upload_phase', ['start', 'finish']);
	if (phase === 'start') return startVideo(page, 'story', call, meta);
	if (phase === undefined) throw invalid('The parameter upload_phase is required');
	const video = uploadedVideo(page, 'story', call, meta);
	return { success: true, post_id: finishVideo(meta, video, { state: 'published' }).split('_')[1] };
};

/** Stories show for 24 hours, then they are archived. https://developers.facebook.com/docs/graph-api/reference/page/stories */
export const listStories: Handler<Page> = (page, { params }, meta) => {
	const wanted = params.texts('status');
	const unknown = wanted?.find((status) => !statuses.includes(status));
	if (unknown !== undefined) throw invalid(`Param status must be one of {${statuses.join(', ')}} - got "${unknown}"`);
	const since = params.time('since', meta.now) ?? -Infinity;
	const until = params.time('until', meta.now) ?? Infinity;
	const stories = meta
		.all('PagePost')
		.filter(
			(post) =>
				post.pageId === page.id &&
				post.kind === 'story' &&
				post.state === 'published' &&
				post.createdAt >= since &&
				post.createdAt <= until,
		)
		.map((post) => ({
			post_id: post.id.split('_')[1],
			status: post.createdAt > meta.now - day ? 'PUBLISHED' : 'ARCHIVED',
			creation_time: String(Math.floor(post.createdAt / 1000)),
			media_type: post.videoId === undefined ? 'photo' : 'video',
			media_id: post.videoId ?? post.photoIds[0],
			url: permalinkOf(post, meta),
		}));
	return { data: stories.filter((story) => wanted === undefined || wanted.includes(story.status)).reverse() };
};

/** A story by the bare number under which it is listed. */
export const storyOf = (number: string, meta: Meta): Post | undefined =>
	meta.all('PagePost').find(({ kind, id }) => kind === 'story' && id.split('_')[1] === number);
