import { facebook } from '../../../nodes/platforms/facebook';
import { inSeconds, openFlorist } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const publish = async (operation: string, more = {}) =>
	String((await florist.one({ resource: 'post', operation, videoUrl: florist.sample('bouquet-du-jour.mp4'), waitForProcessing: true, message: 'Le film', ...more })).video_id);
const video = (operation: string, more = {}) => ({ resource: 'video', operation, ...more });
const ids = async (more: object) => (await florist.run(video('getAll', { returnAll: true, ...more }))).map(({ json }) => json.id);

describe('videos', () => {
	test('get many, reels apart', async () => {
		const film = await publish('createVideo', { title: 'Atelier' });
		const reel = await publish('createReel');
		expect(await ids({ type: 'video_reels' })).toEqual([reel]);
		expect(await ids({ type: 'videos' })).toEqual([reel, film]);
		expect((await florist.calls('GET')).find(({ path }) => path.endsWith('/videos'))).toMatchObject({ query: { type: 'uploaded', limit: '100' } });
		expect((await florist.run(video('getAll', { options: { fields: 'title' } }))).map(({ json }) => json)).toEqual([{ id: reel }, { id: film, title: 'Atelier' }]);
	});

	test('get', async () => {
		const videoId = await publish('createVideo', { title: 'Atelier' });
		expect(await florist.one(video('get', { videoId }))).toMatchObject({ id: videoId, title: 'Atelier', description: 'Le film', published: true, status: { video_status: 'ready' } });
	});

	test('update its texts; the title goes by another name', async () => {
		const videoId = await publish('createVideo', { title: 'Atlier' });
		const updateFields = { title: 'Atelier', description: 'Nouveau', contentTags: 'fleurs, bouquet', embeddable: false };
		expect(await florist.one(video('update', { videoId, updateFields }))).toMatchObject({ id: videoId, updated: true, title: 'Atelier', description: 'Nouveau' });
		expect((await florist.calls()).at(-1)).toMatchObject({ path: `/${videoId}`, body: { name: 'Atelier', description: 'Nouveau', content_tags: ['fleurs', 'bouquet'], embeddable: false } });
		expect(await florist.sandbox.timeline()).toMatchObject([{ text: 'Nouveau' }]);
	});

	test('a scheduled one gets another time, then goes out now, whatever became of the answer', async () => {
		const videoId = await publish('createVideo', { publishAt: inSeconds(86_400), waitForProcessing: false });
		await florist.one(video('update', { videoId, updateFields: { publishAt: inSeconds(2 * 86_400) } }));
		expect(await florist.sandbox.timeline()).toEqual([]);
		await florist.sandbox.fault({ network: 'meta', match: videoId, kind: 'reset', when: 'after' });
		expect(await florist.one(video('update', { videoId, updateFields: { publishNow: true } }))).toMatchObject({ updated: true, published: true });
		expect(await florist.sandbox.timeline()).toHaveLength(1);
	});

	test('a published one that is published and renamed by a call that got lost is renamed', async () => {
		const videoId = await publish('createVideo', { title: 'Atlier' });
		await florist.sandbox.fault({ network: 'meta', match: videoId, kind: 'reset', when: 'before' });
		expect(await florist.one(video('update', { videoId, updateFields: { publishNow: true, title: 'Atelier' } }))).toMatchObject({ updated: true, published: true, title: 'Atelier' });
	});

	test('delete; a lost answer is asked about', async () => {
		const [first, second] = [await publish('createVideo'), await publish('createReel')];
		expect(await florist.one(video('delete', { videoId: first }))).toEqual({ id: first, deleted: true });
		await florist.sandbox.fault({ network: 'meta', match: second, kind: 'reset', when: 'after' });
		expect(await florist.one(video('delete', { videoId: second }))).toEqual({ id: second, deleted: true });
		expect(await florist.sandbox.timeline()).toEqual([]);
	});

	test.each([
		{ name: 'no change', parameters: video('update', { videoId: '1', updateFields: {} }), message: /^Update Fields: nothing is to be changed/ },
		{ name: 'a time too near', parameters: video('update', { videoId: '1', updateFields: { publishAt: inSeconds(60) } }), message: /^Publish At: .* Facebook takes 10 minutes to 29 days/ },
		{ name: 'no ID', parameters: video('get', { videoId: '' }), message: /^Video ID: is empty/ },
	])('refused beforehand: $name', async ({ parameters, message }) => {
		await expect(florist.one(parameters)).rejects.toThrow(message);
		expect(await florist.calls()).toEqual([]);
	});
});

describe('likes', () => {
	const likes = async (method: string) => (await florist.calls(method)).filter(({ path }) => path.endsWith('/likes')).map(({ path }) => path);

	test('of a post and of a comment, given and taken back', async () => {
		const postId = String((await florist.one({ resource: 'post', operation: 'createText', message: 'Bonjour' })).id);
		const commentId = String((await florist.one({ resource: 'comment', operation: 'create', postId, message: 'Merci' })).id);
		expect(await florist.one({ resource: 'post', operation: 'like', postId, like: true })).toEqual({ id: postId, liked: true });
		expect(await florist.one({ resource: 'comment', operation: 'like', commentId, like: true })).toEqual({ id: commentId, liked: true });
		expect((await florist.run({ resource: 'comment', operation: 'getAll', postId }))[0]?.json).toMatchObject({ like_count: 1 });
		await florist.one({ resource: 'comment', operation: 'like', commentId, like: false });
		expect((await florist.run({ resource: 'comment', operation: 'getAll', postId }))[0]?.json).toMatchObject({ like_count: 0 });
		expect([await likes('POST'), await likes('DELETE')]).toEqual([[`/${postId}/likes`, `/${commentId}/likes`], [`/${commentId}/likes`]]);
	});

	test('a lost answer is asked again', async () => {
		const postId = String((await florist.one({ resource: 'post', operation: 'createText', message: 'Bonjour' })).id);
		await florist.sandbox.fault({ network: 'meta', match: '/likes', kind: 'reset', when: 'after' });
		expect(await florist.one({ resource: 'post', operation: 'like', postId, like: true })).toMatchObject({ liked: true });
		expect(await likes('POST')).toHaveLength(2);
	});
});

describe('stories', () => {
	const story = async () => String((await florist.one({ resource: 'post', operation: 'createStory', mediaType: 'photo', photoUrl: florist.sample('tulipes-vase.jpg') })).id);
	const stories = async (status: string, options = {}) => (await florist.run({ resource: 'story', operation: 'getAll', status, options })).map(({ json }) => json);

	test('those that show and those that are over', async () => {
		const id = await story();
		expect(await stories('PUBLISHED')).toMatchObject([{ post_id: id.split('_')[1], status: 'PUBLISHED', media_type: 'photo', url: expect.any(String) }]);
		expect(await stories('ARCHIVED')).toEqual([]);
		await florist.sandbox.advance(86_401);
		expect(await stories('ARCHIVED')).toHaveLength(1);
		expect(await stories('all', { until: '2020-01-01T00:00:00Z' })).toEqual([]);
	});

	test('their numbers; what is not counted yet is no 0', async () => {
		const id = await story();
		const insights = async (storyId: string, more = {}) => await florist.one({ resource: 'insight', operation: 'getStory', storyId, ...more });
		expect(await insights(id)).toEqual({
			...{ id: id.split('_')[1], metrics: { story_interaction: expect.any(Number) } },
			unavailable: [
				{ metric: 'STORY_MEDIA_VIEW', reason: expect.any(String) },
				{ metric: 'STORY_TOTAL_MEDIA_VIEW_UNIQUE', reason: expect.any(String) },
			],
		});
		await florist.sandbox.advance(86_401);
		const metrics = facebook.storyMetrics.map(({ value }) => value);
		expect(await insights(id.split('_')[1] ?? '', { metrics })).toMatchObject({ metrics: { story_media_view: expect.any(Number), pages_fb_story_replies: expect.any(Number) }, unavailable: [] });
	});
});

test('every video metric on offer is alive; a dropped one costs only itself', async () => {
	const videoId = await publish('createReel');
	const insight = { resource: 'insight', operation: 'getVideo', videoId };
	expect(await florist.one({ ...insight, metrics: facebook.videoMetrics.map(({ value }) => value) })).toMatchObject({ id: videoId, metrics: { blue_reels_play_count: expect.any(Number) }, unavailable: [] });
	expect(await florist.one({ ...insight, metrics: ['total_video_views'], options: { otherMetrics: 'total_video_impressions' } })).toMatchObject({
		metrics: { total_video_views: expect.any(Number) },
		unavailable: [{ metric: 'total_video_impressions', reason: expect.stringContaining('valid insights metric') }],
	});
	expect((await florist.calls('GET')).find(({ path }) => path.endsWith('/video_insights'))).toMatchObject({ path: `/${videoId}/video_insights`, query: { period: 'lifetime' } });
});
