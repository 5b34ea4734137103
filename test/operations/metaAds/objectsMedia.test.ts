import { readFileSync } from 'node:fs';
import { itemWith } from '../facebook/florist';
import { byId, euros, openAdvertiser } from './advertiser';
import type { Advertiser } from './advertiser';

let florist: Advertiser;
beforeAll(async () => (florist = await openAdvertiser()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const jpeg = readFileSync('sandbox/networks/media/bouquet-camelia.jpg');
const withJpeg = [itemWith(jpeg, 'image/jpeg', 'bouquet.jpg')];
const page = byId('100200300400501');
const creative = { resource: 'creative', operation: 'create', name: 'Bouquet', page, link: 'https://example.com/bouquets' };
const imageHash = async () => String((await florist.one({ resource: 'image', operation: 'upload' }, withJpeg)).hash);
const bodies = async (edge: string) => (await florist.calls()).filter(({ path }) => path.endsWith(edge)).map(({ body }) => body);

describe('images', () => {
	test('are uploaded as a form; the same file is the same image', async () => {
		const upload = { resource: 'image', operation: 'upload' };
		const first = await florist.one(upload, withJpeg);
		expect(first).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'bouquet.jpg', width: expect.any(Number) });
		expect(await florist.calls()).toMatchObject([{ path: `/${euros}/adimages`, body: { filename: { filename: 'bouquet.jpg', mime: 'image/jpeg', size: jpeg.length } } }]);
		expect(await florist.one(upload, withJpeg)).toMatchObject({ hash: first.hash });
		expect(await florist.run({ resource: 'image', operation: 'getAll', filters: { hashes: String(first.hash) } })).toHaveLength(1);
		expect(await florist.one({ resource: 'image', operation: 'get', hash: String(first.hash) })).toMatchObject({ name: 'bouquet.jpg', status: 'ACTIVE' });
		expect(await florist.one({ resource: 'image', operation: 'delete', hash: String(first.hash) })).toEqual({ hash: first.hash, deleted: true });
		expect(await florist.refusal({ resource: 'image', operation: 'get', hash: String(first.hash) })).toMatchObject({ error: expect.stringMatching(/has no image with the hash/) });
	});

	test('an upload whose answer got lost is repeated', async () => {
		await florist.sandbox.fault({ network: 'meta', match: '/adimages', kind: 'reset', when: 'after' });
		expect(await imageHash()).toMatch(/^[0-9a-f]{32}$/);
		expect(await florist.run({ resource: 'image', operation: 'getAll' })).toHaveLength(1);
	});

	test('a file of another kind is refused beforehand', async () => {
		const [item] = await florist.run({ resource: 'image', operation: 'upload' }, { items: [itemWith(jpeg, 'application/pdf', 'carte.pdf')], continueOnFail: true });
		expect(item?.json).toMatchObject({ error: expect.stringMatching(/“carte.pdf” is application\/pdf/) });
		expect(await florist.calls()).toEqual([]);
	});
});

describe('videos', () => {
	const clip = readFileSync('sandbox/networks/media/bouquet-du-jour.mp4');

	test('from a URL, ready to be used', async () => {
		const videoUrl = `${florist.sandbox.origin}/media/samples/bouquet-du-jour.mp4`;
		const video = await florist.one({ resource: 'video', operation: 'upload', videoUrl, name: 'Atelier', additionalFields: { description: 'Un matin' } });
		expect(await florist.calls()).toMatchObject([{ path: `/${euros}/advideos`, body: { file_url: videoUrl, name: 'Atelier', title: 'Atelier', description: 'Un matin' } }]);
		expect(video).toMatchObject({ status: 'ready', created: true });
		expect(await florist.run({ resource: 'video', operation: 'getAll', filters: { title: 'Atelier' } })).toHaveLength(1);
		expect(await florist.one({ resource: 'video', operation: 'delete', videoId: String(video.id) })).toEqual({ id: video.id, deleted: true });
		expect(await florist.one({ resource: 'video', operation: 'delete', videoId: String(video.id) })).toEqual({ id: video.id, deleted: true });
	});

	test('from the item’s file, in pieces', async () => {
		await florist.sandbox.settings({ meta: { videoChunkBytes: Math.ceil(clip.length / 3) } });
		const video = await florist.one({ resource: 'video', operation: 'upload', source: 'binary', name: 'Atelier' }, [itemWith(clip, 'video/mp4', 'atelier.mp4')]);
		expect((await bodies('/advideos')).map(({ upload_phase: phase }) => phase)).toEqual(['start', 'transfer', 'transfer', 'transfer', 'finish']);
		expect(await florist.one({ resource: 'video', operation: 'get', videoId: String(video.id) })).toMatchObject({ title: 'Atelier', status: { video_status: 'ready' } });
	});

	test('one that Meta cannot read says why', async () => {
		const videoUrl = `${florist.sandbox.origin}/media/samples/bouquet-camelia.jpg`;
		expect(await florist.refusal({ resource: 'video', operation: 'upload', videoUrl, name: 'Atelier' })).toMatchObject({ error: expect.stringMatching(/not in a supported format/) });
	});
});

describe('creatives', () => {
	test('a link with an uploaded image', async () => {
		const hash = await imageHash();
		const additionalFields = { headline: 'Bouquets de saison', description: 'Livrés à Nantes', displayLink: 'example.com', instagramAccountId: '17841400000000001', urlTags: 'utm_source=meta' };
		const made = await florist.one({ ...creative, message: 'Les tulipes sont là', image: hash, callToAction: 'SHOP_NOW', additionalFields });
		expect(made).toMatchObject({ name: 'Bouquet', created: true });
		expect(await bodies('/adcreatives')).toEqual([
			{
				name: 'Bouquet',
				url_tags: 'utm_source=meta',
				object_story_spec: {
					...{ page_id: '100200300400501', instagram_user_id: '17841400000000001' },
					link_data: {
						...{ link: 'https://example.com/bouquets', message: 'Les tulipes sont là', name: 'Bouquets de saison', description: 'Livrés à Nantes', caption: 'example.com' },
						...{ image_hash: hash, call_to_action: { type: 'SHOP_NOW', value: { link: 'https://example.com/bouquets' } } },
					},
				},
			},
		]);
		expect(await florist.one({ resource: 'creative', operation: 'get', creativeId: String(made.id) })).toMatchObject({ name: 'Bouquet', status: 'ACTIVE' });
	});

	test('a carousel', async () => {
		const card = ['rouge', 'blanc'].map((headline) => ({ headline, link: `https://example.com/${headline}`, image: `https://example.com/${headline}.jpg`, callToAction: 'LEARN_MORE' }));
		await florist.one({ ...creative, story: 'carousel', cards: { card } });
		const [{ object_story_spec: spec } = {}] = await bodies('/adcreatives');
		expect(spec).toMatchObject({ link_data: { child_attachments: [{ name: 'rouge', link: 'https://example.com/rouge', picture: 'https://example.com/rouge.jpg' }, { name: 'blanc' }] } });
	});

	test('a video, an existing post, an Instagram post, and Meta’s own words', async () => {
		const { id: videoId } = await florist.one({ resource: 'video', operation: 'upload', videoUrl: `${florist.sandbox.origin}/media/samples/bouquet-du-jour.mp4`, name: 'Atelier' });
		await florist.quiet();
		await florist.one({ ...creative, story: 'video', videoId: String(videoId), image: 'https://example.com/atelier.jpg' });
		await florist.one({ ...creative, story: 'post', postId: '100200300400501_1' });
		await florist.one({ ...creative, story: 'instagramMedia', instagramMediaId: '17900000000000001', additionalFields: { instagramAccountId: '17841400000000001' } });
		await florist.one({ ...creative, story: 'json', storyJson: '{"photo_data":{"url":"https://example.com/a.jpg"}}' });
		expect(await bodies('/adcreatives')).toMatchObject([
			{ object_story_spec: { video_data: { video_id: videoId, image_url: 'https://example.com/atelier.jpg', call_to_action: { type: 'LEARN_MORE' } } } },
			{ object_story_id: '100200300400501_1' },
			{ source_instagram_media_id: '17900000000000001', object_id: '100200300400501', instagram_user_id: '17841400000000001' },
			{ object_story_spec: { page_id: '100200300400501', photo_data: { url: 'https://example.com/a.jpg' } } },
		]);
	});

	test.each([
		{ name: 'no link', more: { link: 'bouquets' }, message: /^Link: “bouquets” is not a web address/ },
		{ name: 'an image that is neither', more: { image: 'bouquet.jpg' }, message: /^Image: “bouquet.jpg” is not a web address/ },
		{ name: 'a video without a picture', more: { story: 'video', videoId: '1' }, message: /^Image: is empty; a video needs a picture/ },
		{ name: 'a carousel of one card', more: { story: 'carousel', cards: { card: [{ link: 'https://example.com' }] } }, message: /^Cards: there are 1; a carousel takes 2 to 10/ },
		{ name: 'no page', more: { page: byId('') }, message: /^Page: is empty/ },
	])('refused beforehand: $name', async ({ more, message }) => {
		expect(await florist.refusal({ ...creative, ...more })).toMatchObject({ error: expect.stringMatching(message), details: { verdict: 'fix-input' } });
		expect(await florist.calls()).toEqual([]);
	});

	test('refused by Meta: an image of another ad account', async () => {
		expect(await florist.refusal({ ...creative, image: '0'.repeat(32) })).toMatchObject({ error: expect.stringMatching(/The image 0+ is not in this ad account. \(image_hash\)/) });
	});

	test('are renamed once, and deleted', async () => {
		const id = await florist.creative();
		const rename = { resource: 'creative', operation: 'update', creativeId: id, name: 'Bouquet d’hiver' };
		expect(await florist.one(rename)).toMatchObject({ changed: true, before: { name: 'Bouquet' }, after: { name: 'Bouquet d’hiver' } });
		expect(await florist.one(rename)).toMatchObject({ changed: false });
		expect(await florist.one({ resource: 'creative', operation: 'delete', creativeId: id })).toEqual({ id, deleted: true });
		expect(await florist.run({ resource: 'creative', operation: 'getAll' })).toEqual([]);
	});
});
