import { name, openFlorist, username } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.begin());
afterAll(async () => await florist.close());

const photos = (...files: string[]) => ({ photoUrls: files.map(florist.sample).join('\n'), title: 'Camélias', description: 'Du jour #fleurs', privacyLevel: 'PUBLIC_TO_EVERYONE', allow: ['comment'] });
const two = () => photos('bouquet-camelia.jpg', 'tulipes-vase.jpg');

describe('photos', () => {
	test('are published as one post', async () => {
		const output = await florist.one('photo:publish', { ...two(), additionalFields: { coverIndex: 1, addMusic: true, promotes: ['own', 'branded'] } });
		expect(output).toMatchObject({ state: 'published', post_id: '7400000000000000001', permalink: `https://www.tiktok.com/@${username}/photo/7400000000000000001` });
		const urls = two().photoUrls.split('\n');
		expect(await florist.sent('/content/init/')).toEqual([
			{
				...{ media_type: 'PHOTO', post_mode: 'DIRECT_POST', source_info: { source: 'PULL_FROM_URL', photo_cover_index: 1, photo_images: urls } },
				post_info: { title: 'Camélias', description: 'Du jour #fleurs', privacy_level: 'PUBLIC_TO_EVERYONE', disable_comment: false, auto_add_music: true, brand_content_toggle: true, brand_organic_toggle: true },
			},
		]);
		expect(await florist.shown()).toEqual([`${name}: photo: Camélias\nDu jour #fleurs`]);
	});

	test('a list from an expression, with commas in it', async () => {
		const [one, other] = [florist.sample('bouquet-camelia.jpg?a=1,2'), florist.sample('tulipes-vase.jpg')];
		await florist.one('photo:publish', { ...two(), photoUrls: `={{ ["${one}", "${other}"] }}` });
		expect(await florist.sent('/content/init/')).toMatchObject([{ source_info: { photo_images: [one, other] } }]);
	});

	test('a cover that an expression gives as a text', async () => {
		await florist.one('photo:publish', { ...two(), additionalFields: { coverIndex: '={{ "1" }}' } });
		expect(await florist.sent('/content/init/')).toMatchObject([{ source_info: { photo_cover_index: 1 } }]);
	});

	test('as a draft, with its texts alone', async () => {
		const { photoUrls, title, description } = two();
		expect(await florist.one('photo:uploadDraft', { photoUrls, title, description })).toMatchObject({ state: 'draft', next_step: expect.stringContaining('24 hours') });
		expect(await florist.sent('/content/init/')).toMatchObject([{ post_mode: 'MEDIA_UPLOAD', post_info: { title, description } }]);
		expect(await florist.requests()).not.toContainEqual(expect.objectContaining({ path: expect.stringContaining('creator_info') }));
		expect(await florist.shown()).toEqual([`${name} (inbox): draft: Camélias\nDu jour #fleurs`]);
	});

	test('of an app without audit become a draft, or fail', async () => {
		await florist.set({ audited: false });
		expect(await florist.one('photo:publish', two())).toMatchObject({ state: 'draft', note: expect.stringContaining('not audited') });
		expect((await florist.sent('/content/init/')).map(({ post_mode: mode }) => mode)).toEqual(['DIRECT_POST', 'MEDIA_UPLOAD']);
		expect(await florist.refusal('photo:publish', { ...two(), additionalFields: { ifUnaudited: 'fail' } })).toMatchObject({ code: 'unaudited_client_can_only_post_to_private_accounts' });
	});

	test('one that TikTok cannot fetch fails, and may be run again', async () => {
		expect(await florist.refusal('photo:publish', photos('none.jpg'))).toMatchObject({ verdict: 'retry', code: 'photo_pull_failed', hint: expect.stringContaining('without a redirect') });
	});

	test('an answer that is lost leaves the item in doubt: nothing is sent twice', async () => {
		await florist.fault({ match: '/content/init/', kind: 'reset', when: 'after' });
		const run = async () => await florist.run('photo:publish', two(), { executionId: 'photos' });
		await expect(run()).rejects.toMatchObject({ context: { verdict: 'unknown' } });
		await expect(run()).rejects.toMatchObject({ context: { verdict: 'unknown' } });
		expect(await florist.inits()).toBe(1);
	});

	test.each([500, 502, 504])('HTTP %i does, too', async (status) => {
		await florist.fault({ match: '/content/init/', kind: 'status', status, when: 'after' });
		expect(await florist.refusal('photo:publish', two())).toMatchObject({ verdict: 'unknown' });
		expect(await florist.inits()).toBe(1);
	});
});

describe('refused here, before anything is sent', () => {
	test.each([
		{ title: 'a PNG', more: () => photos('bon-cadeau.png'), error: /^Photo URLs, photo 1: .*bon-cadeau\.png” is neither JPEG nor WebP/ },
		{ title: 'no photo', more: () => ({ ...two(), photoUrls: ' ' }), error: /^Photo URLs: is empty/ },
		{ title: '36 photos', more: () => photos(...Array.from({ length: 36 }, (_, n) => `${n}.jpg`)), error: /^Photo URLs: has 36 photos; TikTok takes 35/ },
		{ title: 'an address by http', more: () => ({ ...two(), photoUrls: 'http://a.example/a.jpg' }), error: /no https:\/\/ address/ },
		{ title: 'a long title', more: () => ({ ...two(), title: 'x'.repeat(91) }), error: /^Title: has 91 characters; TikTok allows 90/ },
		{ title: 'a long description', more: () => ({ ...two(), description: 'x'.repeat(4001) }), error: /^Description: has 4001 characters; TikTok allows 4000/ },
		{ title: 'a cover that is not there', more: () => ({ ...two(), additionalFields: { coverIndex: 2 } }), error: /^Cover Index: there is no photo 2/ },
		{ title: 'nobody has chosen who sees it', more: () => ({ ...two(), privacyLevel: '' }), error: /^Privacy Level: nobody has chosen/ },
	])('$title', async ({ more, error }) => {
		expect(await florist.refusal('photo:publish', more())).toMatchObject({ verdict: 'fix-input', error: expect.stringMatching(error) });
		expect(await florist.requests()).toEqual([]);
	});
});
