import { hurry, presentTime } from '../../support/time';
import { accountId, itemWith, openFlorist, sampleFile } from './florist';
import type { Florist } from './florist';

let florist: Florist;
// So that nobody sits through the pauses between two tries.
beforeAll(() => hurry(10));
afterAll(presentTime);
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.begin());
afterAll(async () => await florist.close());

const published = (type: string, product: string) => ({
	id: expect.stringMatching(/^1790/),
	permalink: expect.stringContaining('/www.instagram.com/'),
	shortcode: expect.any(String),
	media_type: type,
	media_product_type: product,
	timestamp: expect.any(String),
	container: expect.stringMatching(/^1788/),
});

describe('image', () => {
	test('with nothing but a caption', async () => {
		const image_url = florist.sample('bouquet-camelia.jpg');
		expect(await florist.one('media:publishImage', { imageUrl: image_url, caption: 'Camélias du matin 🌸 #nantes' })).toEqual(published('IMAGE', 'FEED'));
		expect(await florist.sent(`/${accountId}/media`)).toEqual([{ image_url, caption: 'Camélias du matin 🌸 #nantes' }]);
		expect(await florist.sent('/media_publish')).toEqual([{ creation_id: expect.any(String) }]);
		expect(await florist.shown()).toMatchObject([{ kind: 'photo', text: 'Camélias du matin 🌸 #nantes', media: [{ url: image_url }] }]);
	});

	test('with every additional field', async () => {
		const additionalFields = {
			altText: 'Un bouquet de camélias roses',
			collaborators: '@ateliercamelia, nantes.centre',
			firstComment: 'Disponible dès samedi',
			userTags: { tag: [{ username: '@ines_demo', x: 0.25, y: 0.75 }] },
		};
		const output = await florist.one('media:publishImage', { imageUrl: florist.sample('tulipes-vase.jpg'), caption: '', additionalFields });
		expect(output).toEqual({ ...published('IMAGE', 'FEED'), firstComment: expect.stringMatching(/^1785/) });
		expect(await florist.sent(`/${accountId}/media`)).toEqual([
			{
				image_url: florist.sample('tulipes-vase.jpg'),
				alt_text: 'Un bouquet de camélias roses',
				collaborators: ['ateliercamelia', 'nantes.centre'],
				user_tags: [{ username: 'ines_demo', x: 0.25, y: 0.75 }],
			},
		]);
		expect(await florist.sent('/comments')).toEqual([{ message: 'Disponible dès samedi' }]);
	});

	test('each item in its order, with its own account and caption', async () => {
		const items = [1, 2, 3].map((n) => ({ json: { n } }));
		const outputs = await florist.run('media:publishImage', { imageUrl: florist.sample('tulipes-vase.jpg'), caption: '=Numéro {{ $json.n }}' }, { items });
		expect(outputs).toHaveLength(3);
		expect((await florist.shown()).map(({ text }) => text)).toEqual(['Numéro 1', 'Numéro 2', 'Numéro 3']);
	});
});

describe('carousel', () => {
	test('of images and a video, listed as items', async () => {
		const item = [
			{ source: 'imageUrl', imageUrl: florist.sample('mariage-blanc.jpg'), altText: 'Arche de roses blanches' },
			{ source: 'videoUrl', videoUrl: florist.sample('eclosion-camelia.mp4') },
		];
		const output = await florist.one('media:publishCarousel', { mediaSource: 'items', media: { item }, caption: 'Mariage', additionalFields: { waitAtMost: 60 } });
		expect(output).toEqual(published('CAROUSEL_ALBUM', 'FEED'));
		const [first, second, whole] = await florist.sent(`/${accountId}/media`);
		expect(first).toEqual({ image_url: florist.sample('mariage-blanc.jpg'), alt_text: 'Arche de roses blanches', is_carousel_item: true });
		expect(second).toEqual({ media_type: 'VIDEO', video_url: florist.sample('eclosion-camelia.mp4'), is_carousel_item: true });
		expect(whole).toEqual({ media_type: 'CAROUSEL', caption: 'Mariage', children: expect.stringMatching(/^1788\d+,1788\d+$/) });
		expect(await florist.shown()).toMatchObject([{ kind: 'carousel', media: [{ kind: 'image' }, { kind: 'video' }] }]);
	});

	test.each([
		{ name: 'lines', join: '\n' },
		{ name: 'bars', join: ' | ' },
		{ name: 'commas, as an expression’s list becomes', join: ',' },
	])('of URLs separated by $name', async ({ join }) => {
		const urls = ['mariage-blanc.jpg', 'dahlia-cafe.jpg', 'eclosion-camelia.mp4'].map(florist.sample);
		await florist.one('media:publishCarousel', { mediaSource: 'urls', mediaUrls: urls.join(join), caption: '' });
		expect(await florist.shown()).toMatchObject([{ kind: 'carousel', media: urls.map((url) => ({ url })) }]);
	});

	test('of URLs that an expression gives as a list', async () => {
		const urls = ['mariage-blanc.jpg', 'dahlia-cafe.jpg'].map(florist.sample);
		await florist.one('media:publishCarousel', { mediaSource: 'urls', mediaUrls: '={{ $json.urls }}', caption: '' }, { items: [{ json: { urls } }] });
		expect(await florist.shown()).toMatchObject([{ media: urls.map((url) => ({ url })) }]);
	});
});

describe('reel', () => {
	test('by URL, with what only reels have', async () => {
		const video_url = florist.sample('bouquet-du-jour.mp4');
		const additionalFields = { audioName: 'Matin', coverUrl: florist.sample('vitrine-automne.jpg'), thumbOffset: 500, shareToFeed: false, taggedUsers: 'ines_demo' };
		expect(await florist.one('media:publishReel', { source: 'videoUrl', videoUrl: video_url, caption: 'Le bouquet du jour', additionalFields })).toEqual(published('VIDEO', 'REELS'));
		expect(await florist.sent(`/${accountId}/media`)).toEqual([
			{
				media_type: 'REELS',
				video_url,
				caption: 'Le bouquet du jour',
				audio_name: 'Matin',
				cover_url: florist.sample('vitrine-automne.jpg'),
				thumb_offset: 500,
				share_to_feed: false,
				user_tags: [{ username: 'ines_demo' }],
			},
		]);
	});

	test('from a binary field, through the upload host with its own word before the token', async () => {
		const video = sampleFile('bouquet-du-jour.mp4');
		const items = [itemWith(video, 'video/mp4', 'bouquet.mp4')];
		expect(await florist.one('media:publishReel', { source: 'binary', binaryField: 'data', caption: 'Téléversé' }, { items })).toEqual(published('VIDEO', 'REELS'));
		expect(await florist.sent(`/${accountId}/media`)).toEqual([{ media_type: 'REELS', upload_type: 'resumable', caption: 'Téléversé' }]);
		const [stored] = (await florist.shown()).flatMap(({ media }) => media);
		expect(Number((await fetch(stored?.url ?? '')).headers.get('x-sandbox-full-size'))).toBe(video.length);
	});

	test('waits while Instagram is processing', async () => {
		await florist.settings({ meta: { processingSeconds: 3 } });
		await florist.one('media:publishReel', { source: 'videoUrl', videoUrl: florist.sample('bouquet-du-jour.mp4'), caption: 'Patience' });
		expect(await florist.shown()).toMatchObject([{ kind: 'reel', text: 'Patience' }]);
	}, 20_000);
});

describe('story', () => {
	test.each([
		{ name: 'image by URL', file: 'couronne-avent.jpg', source: 'imageUrl', type: 'IMAGE', parameter: 'image_url' },
		{ name: 'video by URL', file: 'eclosion-camelia.mp4', source: 'videoUrl', type: 'VIDEO', parameter: 'video_url' },
	])('$name', async ({ file, source, type, parameter }) => {
		const additionalFields = { taggedUsers: '@ines_demo' };
		expect(await florist.one('media:publishStory', { source, [source]: florist.sample(file), additionalFields })).toEqual(published(type, 'STORY'));
		expect(await florist.sent(`/${accountId}/media`)).toEqual([{ media_type: 'STORIES', [parameter]: florist.sample(file), user_tags: [{ username: 'ines_demo' }] }]);
	});

	test('video from a binary field', async () => {
		const items = [itemWith(sampleFile('eclosion-camelia.mp4'), 'video/mp4', 'eclosion.mp4')];
		expect(await florist.one('media:publishStory', { source: 'binary', binaryField: 'data' }, { items })).toEqual(published('VIDEO', 'STORY'));
	});
});
