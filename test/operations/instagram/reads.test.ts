import { seed } from '../../../sandbox/networks/seed';
import { accountId, openFlorist } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.begin());
afterAll(async () => await florist.close());

const image = async (caption: string) => String((await florist.one('media:publishImage', { imageUrl: florist.sample('tulipes-vase.jpg'), caption })).id);
const { instagram, page } = seed.meta;

describe('media', () => {
	test('get', async () => {
		const mediaId = await image('Tulipes');
		expect(await florist.one('media:get', { mediaId })).toMatchObject({ id: mediaId, caption: 'Tulipes', media_type: 'IMAGE', username: 'atelier.camelia', like_count: 0, comments_count: 0 });
	});

	test('get a carousel with its children', async () => {
		const urls = ['mariage-blanc.jpg', 'dahlia-cafe.jpg'].map(florist.sample).join('|');
		const { id } = await florist.one('media:publishCarousel', { mediaSource: 'urls', mediaUrls: urls, caption: '' });
		expect(await florist.one('media:get', { mediaId: String(id) })).toMatchObject({ children: { data: [{ media_type: 'IMAGE' }, { media_type: 'IMAGE' }] } });
	});

	test('get many: newest first, posts and stories apart', async () => {
		const posts = [await image('Un'), await image('Deux'), await image('Trois')];
		const { id: story } = await florist.one('media:publishStory', { source: 'imageUrl', imageUrl: florist.sample('tulipes-vase.jpg') });
		const ids = async (type: string, returnAll: boolean) => (await florist.run('media:getAll', { type, returnAll, limit: 2 })).map(({ id }) => id);
		expect(await ids('media', true)).toEqual(posts.toReversed());
		expect(await ids('media', false)).toEqual(posts.toReversed().slice(0, 2));
		expect(await ids('stories', true)).toEqual([story]);
	});
});

describe('account', () => {
	test('get', async () => {
		expect(await florist.one('account:get', {})).toMatchObject({ ...instagram, followers_count: 5120, media_count: 0, biography: expect.any(String) });
	});

	test('get many leaves pages without an account out, and no page’s token comes along', async () => {
		const accounts = await florist.run('account:getAll', { returnAll: true });
		expect(accounts).toEqual([{ ...instagram, profile_picture_url: expect.any(String), page: { id: page.id, name: page.name } }]);
		expect(JSON.stringify(accounts)).not.toContain('EAASANDBOX');
	});

	test('get publishing limit', async () => {
		await image('Un');
		expect(await florist.one('account:getPublishingLimit', {})).toEqual({ id: accountId, quota_usage: 1, quota_total: 50, quota_duration: 86_400, quota_left: 49 });
	});

	test('the editor’s list', async () => {
		const entry = { name: '@atelier.camelia', value: accountId, url: 'https://www.instagram.com/atelier.camelia/' };
		expect(await florist.accounts()).toEqual([entry]);
		expect(await florist.accounts('CAMELIA')).toEqual([entry]);
		expect(await florist.accounts('nobody')).toEqual([]);
	});
});

test('the daily quota is a limit to wait for', async () => {
	await florist.settings({ meta: { publishingQuota: 1 } });
	await image('Un');
	await expect(image('Deux')).rejects.toMatchObject({ context: { verdict: 'wait', code: '9/2207042' }, failure: { cause: 'rate-limited' } });
	expect(await florist.shown()).toHaveLength(1);
});
