import { readFileSync } from 'node:fs';
import { inSeconds, itemWith, openFlorist, pageId } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const mp4 = readFileSync('sandbox/networks/media/bouquet-du-jour.mp4');
const withMp4 = [itemWith(mp4, 'video/mp4', 'bouquet.mp4')];
/** A film of more than two chunks. */
const film = [itemWith(Buffer.concat([mp4, Buffer.alloc(9 * 1024 * 1024)]), 'video/mp4', 'film.mp4')];
const video = { resource: 'post', operation: 'createVideo', message: 'Le film', title: 'Atelier' };
const reel = { resource: 'post', operation: 'createReel', message: 'En 30 secondes' };
const story = { resource: 'post', operation: 'createStory', mediaType: 'video' };
const phases = async () => (await florist.calls()).map(({ path, body }) => `${path.replace(/\d{15,}/g, '#')} ${String(body.upload_phase ?? '')}`);
const chunked = ['/#/videos start', '/#/videos transfer', '/#/videos transfer', '/#/videos transfer', '/#/videos finish'];
const steps = (edge: string) => [`/#/${edge} start`, '/video-upload/# ', `/#/${edge} finish`];

describe('a video', () => {
	test('from a URL', async () => {
		const file_url = florist.sample('bouquet-du-jour.mp4');
		const post = await florist.one({ ...video, videoUrl: file_url });
		expect(await florist.calls()).toMatchObject([{ host: 'graph-video.facebook.com', path: `/${pageId}/videos`, body: { file_url, title: 'Atelier', description: 'Le film' } }]);
		expect(post).toMatchObject({ id: expect.stringContaining(`${pageId}_`), video_id: expect.any(String), permalink_url: expect.stringMatching(/^http/) });
		expect(await florist.sandbox.timeline()).toMatchObject([{ kind: 'video', text: 'Le film' }]);
	});

	test('from the item’s file, in chunks of at most 4 MB', async () => {
		const post = await florist.one({ ...video, source: 'binary', waitForProcessing: true }, film);
		expect(await phases()).toEqual(chunked);
		const sizes = (await florist.calls()).map(({ body }) => Object(body.video_file_chunk).size).filter(Number);
		expect(sizes).toEqual([4 * 1024 ** 2, 4 * 1024 ** 2, 1024 ** 2 + mp4.length]);
		expect(post).toMatchObject({ status: 'published', id: expect.stringContaining(`${pageId}_`) });
	});

	test('scheduled', async () => {
		expect(await florist.one({ ...video, source: 'binary', publishAt: inSeconds(86_400) }, withMp4)).toMatchObject({ status: 'scheduled' });
		expect((await florist.calls()).at(-1)).toMatchObject({ body: { upload_phase: 'finish', published: false, scheduled_publish_time: expect.any(Number) } });
		expect(await florist.sandbox.timeline()).toEqual([]);
	});

	test('its first comment stands under it', async () => {
		expect(await florist.one({ ...video, source: 'binary', additionalFields: { firstComment: 'Musique : Satie' } }, withMp4)).toMatchObject({ firstComment: expect.any(String) });
	});

	test.each([
		{ name: 'a chunk that arrived without an answer is not sent again', fault: { match: '/videos', skip: 2, when: 'after' }, calls: chunked },
		{ name: 'a chunk that did not arrive is', fault: { match: '/videos', skip: 2, when: 'before' }, calls: [...chunked.slice(0, 3), ...chunked.slice(2)] },
		{ name: 'a last step without an answer is asked about', fault: { match: '/videos', skip: 4, when: 'after' }, calls: chunked },
	] as const)('$name', async ({ fault, calls }) => {
		await florist.sandbox.fault({ network: 'meta', kind: 'reset', ...fault });
		expect(await florist.one({ ...video, source: 'binary', waitForProcessing: true }, film)).toMatchObject({ status: 'published' });
		// A request whose connection was cut before its body was read is recorded without a phase.
		expect((await phases()).map((phase) => phase.replace(/videos $/, 'videos transfer'))).toEqual(calls);
		expect(await florist.sandbox.timeline()).toHaveLength(1);
	});
});

describe('reels and video stories', () => {
	test('a reel from the item’s file takes three steps', async () => {
		const post = await florist.one({ ...reel, source: 'binary', waitForProcessing: true }, withMp4);
		expect(await phases()).toEqual(steps('video_reels'));
		expect((await florist.calls())[2]).toMatchObject({ body: { video_id: post.video_id, video_state: 'PUBLISHED', description: 'En 30 secondes' } });
		expect(post).toEqual({ id: expect.stringContaining(`${pageId}_`), video_id: expect.any(String), permalink_url: expect.stringMatching(/\/reel\//), status: 'published' });
		expect(await florist.sandbox.timeline()).toMatchObject([{ kind: 'reel', text: 'En 30 secondes' }]);
	});

	test('a reel from a URL, scheduled', async () => {
		const at = inSeconds(20 * 86_400);
		expect(await florist.one({ ...reel, videoUrl: florist.sample('bouquet-du-jour.mp4'), publishAt: at })).toMatchObject({ status: 'scheduled' });
		expect((await florist.calls())[2]).toMatchObject({ body: { video_state: 'SCHEDULED', scheduled_publish_time: Math.floor(Date.parse(at) / 1000) } });
	});

	test('a story', async () => {
		expect(await florist.one({ ...story, source: 'binary', waitForProcessing: true }, withMp4)).toMatchObject({ status: 'published', permalink_url: expect.any(String) });
		expect(await phases()).toEqual(steps('video_stories'));
	});

	test('without waiting, the status says that Facebook still works on it', async () => {
		await florist.sandbox.settings({ meta: { processingSeconds: 60 } });
		expect(await florist.one({ ...reel, source: 'binary' }, withMp4)).toMatchObject({ status: 'processing' });
		expect(await florist.one({ ...reel, source: 'binary', waitForProcessing: true, waitAtMost: 1 }, withMp4)).toMatchObject({ status: 'processing' });
	});

	test('a lost answer while Facebook still encodes: the video tells afterwards', async () => {
		await florist.sandbox.settings({ meta: { processingSeconds: 2 } });
		await florist.sandbox.fault({ network: 'meta', match: 'video_reels', kind: 'reset', when: 'after', skip: 1 });
		expect(await florist.one({ ...reel, source: 'binary' }, withMp4)).toMatchObject({ status: 'published' });
		expect(await phases()).toEqual(steps('video_reels'));
	});

	test('a broken upload is begun anew, with a video of its own', async () => {
		await florist.sandbox.fault({ network: 'meta', match: '/video-upload', kind: 'reset' });
		expect(await florist.one({ ...reel, source: 'binary', waitForProcessing: true }, withMp4)).toMatchObject({ status: 'published' });
		expect(await phases()).toEqual([...steps('video_reels').slice(0, 2), ...steps('video_reels')]);
		expect(await florist.sandbox.timeline()).toHaveLength(1);
	});

	test.each(['video_reels', 'video-upload'])('%s: a step without an answer is asked about', async (match) => {
		await florist.sandbox.fault({ network: 'meta', match, kind: 'reset', when: 'after', skip: match === 'video_reels' ? 1 : 0 });
		expect(await florist.one({ ...reel, source: 'binary', waitForProcessing: true }, withMp4)).toMatchObject({ status: 'published' });
		expect(await phases()).toEqual(steps('video_reels'));
	});
});

test('every way to upload carries the proof that the app setting “Require App Secret” asks for', async () => {
	await florist.sandbox.settings({ meta: { requireAppSecretProof: true } });
	const photo = itemWith(readFileSync('sandbox/networks/media/bouquet-camelia.jpg'), 'image/jpeg', 'a.jpg');
	expect(await florist.one({ ...video, source: 'binary' }, withMp4)).toMatchObject({ video_id: expect.any(String) });
	expect(await florist.one({ ...reel, source: 'binary' }, withMp4)).toMatchObject({ video_id: expect.any(String) });
	expect(await florist.one({ resource: 'post', operation: 'createPhoto', source: 'binary' }, [photo])).toMatchObject({ status: 'published' });
});

describe('refused', () => {
	test.each([
		{ name: 'an image for a video', parameters: { ...reel, source: 'binary' }, items: [itemWith(mp4, 'image/jpeg', 'a.jpg')], message: /“a.jpg” is image\/jpeg; Facebook takes video files here/ },
		{ name: 'no web address', parameters: { ...video, videoUrl: 'film.mp4' }, items: undefined, message: /^Video URL: “film.mp4” is not a web address/ },
		{ name: 'an address that does not answer', parameters: { ...reel, videoUrl: 'http://127.0.0.1:1/film.mp4' }, items: undefined, message: /^Meta did not take the upload: .*127.0.0.1/ },
		{ name: 'a reel in 30 days', parameters: { ...reel, videoUrl: 'https://example.com/a.mp4', publishAt: inSeconds(30 * 86_400) }, items: undefined, message: /^Publish At: .* 10 minutes to 29 days/ },
	])('$name', async ({ parameters, items, message }) => {
		const [item] = await florist.run(parameters, { items, continueOnFail: true });
		expect(item?.json).toMatchObject({ error: expect.stringMatching(message), details: { verdict: 'fix-input' } });
		expect(await florist.sandbox.timeline()).toEqual([]);
	});

	test('what Facebook cannot process names the limits', async () => {
		const [item] = await florist.run({ ...reel, source: 'binary', waitForProcessing: true }, { items: [itemWith(Buffer.from('no film'), 'video/mp4', 'a.mp4')], continueOnFail: true });
		expect(item?.json).toMatchObject({ error: expect.stringContaining('not in a supported format'), details: { verdict: 'fix-input', hint: expect.stringContaining('3 to 90 seconds') } });
	});
});
