import { discoverySeed } from '../../../sandbox/networks/meta/discovery/seed';
import { accountId, openFlorist } from './florist';
import type { Florist } from './florist';

let florist: Florist;
let mediaId: string;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => {
	await florist.begin();
	mediaId = String((await florist.one('media:publishImage', { imageUrl: florist.sample('fleurs-sechees.jpg'), caption: 'Fleurs', additionalFields: { collaborators: 'nantes.centre' } })).id);
});
afterAll(async () => await florist.close());

const story = async () => String((await florist.one('media:publishStory', { source: 'imageUrl', imageUrl: florist.sample('tulipes-vase.jpg') })).id);
const likes = async () => (await florist.wire()).filter(({ path }) => path.endsWith('/likes')).map(({ method, query, body }) => ({ method, on: { ...Object(query), ...Object(body) } }));

describe('likes', () => {
	test('of media, given and taken back', async () => {
		expect(await florist.one('media:like', { mediaId, like: true })).toEqual({ id: mediaId, liked: true });
		expect(await florist.one('media:get', { mediaId })).toMatchObject({ like_count: 1 });
		expect(await florist.one('media:like', { mediaId, like: false })).toEqual({ id: mediaId, liked: false });
		expect(await florist.one('media:get', { mediaId })).toMatchObject({ like_count: 0 });
		expect(await likes()).toMatchObject([{ method: 'POST', on: { media_id: mediaId } }, { method: 'DELETE', on: { media_id: mediaId } }]);
	});

	test('of a comment, and of somebody else’s media', async () => {
		await florist.settings({ meta: { comment: { on: mediaId, from: 'Inês', text: 'Joli' } } });
		const [comment] = await florist.run('comment:getAll', { mediaId, returnAll: true });
		const commentId = String(comment?.id);
		expect(await florist.one('comment:like', { commentId, like: true })).toEqual({ id: commentId, liked: true });
		expect(await florist.run('comment:getAll', { mediaId, returnAll: true })).toMatchObject([{ like_count: 1 }]);
		expect(await florist.one('media:like', { mediaId: discoverySeed.taggedMedia, like: true })).toMatchObject({ liked: true });
	});

	test('a lost answer is asked again: liking twice is liking once', async () => {
		await florist.fault({ network: 'meta', match: `${accountId}/likes`, kind: 'reset', when: 'after' });
		expect(await florist.one('media:like', { mediaId, like: true })).toEqual({ id: mediaId, liked: true });
		expect(await likes()).toHaveLength(2);
	});

	test('without the permission', async () => {
		await florist.settings({ meta: { dropScopes: ['instagram_manage_engagement'] } });
		await expect(florist.run('media:like', { mediaId, like: true })).rejects.toMatchObject({ message: expect.stringContaining('instagram_manage_engagement'), context: { verdict: 'reconnect' } });
	});

	test('a story has none', async () => {
		await expect(florist.run('media:like', { mediaId: await story(), like: true })).rejects.toMatchObject({ context: { verdict: 'fix-input' } });
	});
});

describe('delete', () => {
	test('media and what stands below it', async () => {
		expect(await florist.one('media:delete', { mediaId })).toEqual({ id: mediaId, deleted: true });
		expect(await florist.shown()).toEqual([]);
	});

	test('a lost answer is asked about', async () => {
		await florist.fault({ network: 'meta', match: mediaId, kind: 'reset', when: 'after' });
		expect(await florist.one('media:delete', { mediaId })).toEqual({ id: mediaId, deleted: true });
		expect((await florist.wire()).filter(({ method }) => method === 'DELETE')).toHaveLength(1);
	});

	test('without the permission', async () => {
		await florist.settings({ meta: { dropScopes: ['instagram_manage_contents'] } });
		await expect(florist.run('media:delete', { mediaId })).rejects.toMatchObject({ message: expect.stringContaining('instagram_manage_contents'), context: { verdict: 'reconnect' } });
		expect(await florist.shown()).toHaveLength(1);
	});

	test('an item of a carousel stays', async () => {
		const urls = ['mariage-blanc.jpg', 'dahlia-cafe.jpg'].map(florist.sample).join('|');
		const { id } = await florist.one('media:publishCarousel', { mediaSource: 'urls', mediaUrls: urls, caption: '' });
		const carousel: { children?: { data: { id: string }[] } } = await florist.one('media:get', { mediaId: String(id) });
		await expect(florist.run('media:delete', { mediaId: carousel.children?.data[0]?.id ?? '' })).rejects.toMatchObject({ context: { verdict: 'fix-input' } });
	});
});

test('comments are turned off and on', async () => {
	expect(await florist.one('media:enableComments', { mediaId, enabled: false })).toEqual({ id: mediaId, is_comment_enabled: false });
	expect(await florist.sent(`/${mediaId}`)).toEqual([{ comment_enabled: false }]);
	await expect(florist.run('comment:create', { mediaId, message: 'Non' })).rejects.toMatchObject({ context: { code: '200' } });
	await florist.one('media:enableComments', { mediaId, enabled: true });
	expect(await florist.one('media:get', { mediaId })).toMatchObject({ is_comment_enabled: true });
});

test('collaborators and what they answered', async () => {
	expect(await florist.run('media:getAllCollaborators', { mediaId })).toEqual([{ username: 'nantes.centre', invite_status: 'Pending' }]);
});

describe('stories', () => {
	test('the live ones are listed apart, for a day', async () => {
		const id = await story();
		const live = async () => (await florist.run('media:getAll', { type: 'stories', returnAll: true })).map((one) => one.id);
		expect(await live()).toEqual([id]);
		await florist.advance(86_401);
		expect(await live()).toEqual([]);
	});

	test('with fewer than five viewers no number is 0, and the reason is told', async () => {
		const id = await story();
		await florist.settings({ meta: { storyViewers: 4 } });
		const reason = expect.stringMatching(/Not enough viewers.* once five people have seen it/);
		expect(await florist.one('insight:getMedia', { mediaId: id, metrics: ['reach', 'replies'] })).toMatchObject({ metrics: {}, unavailable: [{ metric: 'reach', reason }, { metric: 'replies', reason }] });
		await florist.settings({ meta: { storyViewers: 5 } });
		expect(await florist.one('insight:getMedia', { mediaId: id, metrics: ['reach'] })).toMatchObject({ metrics: { reach: expect.any(Number) }, unavailable: [] });
	});
});
