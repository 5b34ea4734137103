import { readFileSync } from 'node:fs';
import { inSeconds, itemWith, openFlorist, pageId } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const jpeg = readFileSync('sandbox/networks/media/bouquet-camelia.jpg');
const withJpeg = [itemWith(jpeg, 'image/jpeg', 'bouquet.jpg')];
const photo = { resource: 'post', operation: 'createPhoto', message: 'Bouquet du jour' };
const album = { resource: 'post', operation: 'createPhotos', message: 'La semaine' };
const paths = async () => (await florist.calls()).map(({ path }) => path.replace(`/${pageId}`, ''));

describe('one photo', () => {
	test('from a URL, with a text for people who do not see it', async () => {
		const url = florist.sample('bouquet-camelia.jpg');
		const post = await florist.one({ ...photo, photoUrl: url, additionalFields: { altText: 'Un bouquet de camélias' } });
		expect(await florist.calls()).toMatchObject([{ path: `/${pageId}/photos`, body: { url, caption: 'Bouquet du jour', alt_text_custom: 'Un bouquet de camélias' } }]);
		expect(post).toEqual({ id: expect.stringContaining(`${pageId}_`), photo_id: expect.stringMatching(/^\d+$/), permalink_url: expect.stringContaining('/posts/'), status: 'published' });
		expect(await florist.sandbox.timeline()).toMatchObject([{ kind: 'photo', text: 'Bouquet du jour', media: [{ kind: 'image', alt: 'Un bouquet de camélias' }] }]);
	});

	test('from the item’s file, streamed as a form', async () => {
		await florist.one({ ...photo, source: 'binary' }, withJpeg);
		expect(await florist.calls()).toMatchObject([{ body: { caption: 'Bouquet du jour', source: { filename: 'bouquet.jpg', mime: 'image/jpeg', size: jpeg.length } } }]);
	});

	test('scheduled', async () => {
		expect(await florist.one({ ...photo, source: 'binary', publishAt: inSeconds(86_400) }, withJpeg)).toMatchObject({ id: expect.any(String), status: 'scheduled' });
		expect(await florist.calls()).toMatchObject([{ body: { published: 'false', scheduled_publish_time: expect.stringMatching(/^\d{10}$/) } }]);
		expect(await florist.sandbox.timeline()).toEqual([]);
	});

	test('with its first comment', async () => {
		const post = await florist.one({ ...photo, photoUrl: florist.sample('bouquet-camelia.jpg'), additionalFields: { firstComment: '12 €' } });
		expect(post.firstComment).toEqual(expect.any(String));
		expect(await paths()).toEqual(['/photos', `${String(post.id).replace(pageId, '')}/comments`]);
	});

	test('an answer that got lost: the post is found by its text', async () => {
		await florist.sandbox.fault({ network: 'meta', match: '/photos', kind: 'reset', when: 'after' });
		const post = await florist.one({ ...photo, photoUrl: florist.sample('bouquet-camelia.jpg') });
		expect(post).toMatchObject({ id: expect.stringContaining(`${pageId}_`), status: 'published' });
		expect(await florist.sandbox.timeline()).toHaveLength(1);
	});

	test.each([
		{ name: 'no file', parameters: { source: 'binary' }, items: undefined, message: /^Input Binary Field: the item has no binary field “data”/ },
		{ name: 'a file that is too large', parameters: { source: 'binary' }, items: [itemWith(Buffer.alloc(4.5 * 1024 * 1024, 1), 'image/jpeg', 'grand.jpg')], message: /“grand.jpg” has 4.5 MB; Facebook takes at most 4.0 MB/ },
		{ name: 'an empty file', parameters: { source: 'binary' }, items: [itemWith(Buffer.alloc(0), 'image/jpeg', 'vide.jpg')], message: /“vide.jpg” is empty/ },
		{ name: 'a file of another kind', parameters: { source: 'binary' }, items: [itemWith(jpeg, 'application/pdf', 'carte.pdf')], message: /“carte.pdf” is application\/pdf; Facebook takes JPEG, PNG, GIF here/ },
		{ name: 'no URL', parameters: {}, items: undefined, message: /^Photo URL: is empty/ },
		{ name: 'no web address', parameters: { photoUrl: 'C:\\bouquet.jpg' }, items: undefined, message: /^Photo URL: “C:\\bouquet.jpg” is not a web address/ },
	])('refused beforehand: $name', async ({ parameters, items, message }) => {
		const [item] = await florist.run({ ...photo, ...parameters }, { items, continueOnFail: true });
		expect(item?.json).toMatchObject({ error: expect.stringMatching(message), details: { verdict: 'fix-input' } });
		expect(await florist.calls()).toEqual([]);
	});

	test('Facebook’s own refusal keeps its code', async () => {
		const [item] = await florist.run({ ...photo, photoUrl: florist.sample('message-camille.ogg') }, { continueOnFail: true });
		expect(item?.json).toMatchObject({ details: { code: '100/1366046', hint: 'Facebook takes photos up to 4 MB as JPEG or PNG.' } });
	});
});

describe('several photos', () => {
	test('URLs and files, each uploaded unseen, become one post in their order', async () => {
		const photoUrls = `${florist.sample('bouquet-camelia.jpg')}\n\n ${florist.sample('tulipes-vase.jpg')}`;
		const post = await florist.one({ ...album, photoUrls, binaryFields: 'data', altTexts: 'Camélias\n\nLe bouquet' }, withJpeg);
		const calls = await florist.calls();
		expect(calls).toMatchObject([
			{ path: `/${pageId}/photos`, body: { published: false, url: florist.sample('bouquet-camelia.jpg'), alt_text_custom: 'Camélias' } },
			{ path: `/${pageId}/photos`, body: { published: false, url: florist.sample('tulipes-vase.jpg') } },
			{ path: `/${pageId}/photos`, body: { published: 'false', alt_text_custom: 'Le bouquet', source: { size: jpeg.length } } },
			{ path: `/${pageId}/feed`, body: { message: 'La semaine', attached_media: [{}, {}, {}] } },
		]);
		expect(post).toMatchObject({ id: expect.stringContaining(pageId), permalink_url: expect.any(String), status: 'published', photo_ids: [expect.any(String), expect.any(String), expect.any(String)] });
		expect(calls[3]?.body.attached_media).toEqual((post.photo_ids as string[]).map((id) => ({ media_fbid: id })));
		expect(await florist.sandbox.timeline()).toMatchObject([{ kind: 'album', media: [{}, {}, {}] }]);
	});

	test('scheduled ones are kept until then', async () => {
		await florist.one({ ...album, photoUrls: florist.sample('bouquet-camelia.jpg'), publishAt: inSeconds(86_400) });
		expect(await florist.calls()).toMatchObject([{ body: { published: false, temporary: true } }, { body: { published: false, scheduled_publish_time: expect.any(Number) } }]);
	});

	test('an upload without an answer is repeated: nobody sees it', async () => {
		await florist.sandbox.fault({ network: 'meta', match: '/photos', kind: 'reset', when: 'after' });
		await florist.one({ ...album, photoUrls: florist.sample('bouquet-camelia.jpg') });
		expect(await paths()).toEqual(['/photos', '/photos', '/feed']);
		expect(await florist.sandbox.timeline()).toHaveLength(1);
	});

	test('no photo at all is refused', async () => {
		await expect(florist.one(album)).rejects.toThrow(/^Photo URLs: there is no photo/);
	});

	test('a bad date is refused before the first upload', async () => {
		await expect(florist.one({ ...album, photoUrls: florist.sample('bouquet-camelia.jpg'), publishAt: inSeconds(60) })).rejects.toThrow(/^Publish At/);
		expect(await florist.calls()).toEqual([]);
	});
});

describe('a photo story', () => {
	const story = { resource: 'post', operation: 'createStory', mediaType: 'photo' };

	test('is uploaded unseen, then published', async () => {
		const post = await florist.one({ ...story, photoUrl: florist.sample('vitrine-automne.jpg') });
		expect(await florist.calls()).toMatchObject([{ path: `/${pageId}/photos`, body: { published: false } }, { path: `/${pageId}/photo_stories`, body: { photo_id: post.photo_id } }]);
		expect(post).toMatchObject({ id: expect.stringContaining(`${pageId}_`), permalink_url: expect.stringContaining('/stories/'), status: 'published' });
	});

	test('takes 10 MB', async () => {
		await expect(florist.one({ ...story, source: 'binary' }, [itemWith(Buffer.alloc(11 * 1024 * 1024, 1), 'image/png', 'grand.png')])).rejects.toThrow(/has 11.0 MB; Facebook takes at most 10.0 MB/);
	});

	test('an answer that got lost: the page’s stories tell', async () => {
		await florist.sandbox.fault({ network: 'meta', match: '/photo_stories', kind: 'reset', when: 'after' });
		expect(await florist.one({ ...story, photoUrl: florist.sample('vitrine-automne.jpg') })).toMatchObject({ status: 'published' });
		expect(await florist.sandbox.timeline()).toHaveLength(1);
	});
});
