import { discoverySeed } from '../../../sandbox/networks/meta/discovery/seed';
import { instagram } from '../../../nodes/platforms/instagram';
import { accountId, openFlorist } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.begin());
afterAll(async () => await florist.close());

const { neighbour } = discoverySeed;
const queries = async (path: RegExp) => (await florist.wire()).filter((call) => path.test(call.path)).map(({ query }) => Object(query));
const firstLikes = 199;

describe('hashtags', () => {
	test('the most popular media, with whatever was typed around the word', async () => {
		const media = await florist.run('hashtag:getAllMedia', { hashtag: ' #Fleurs ', order: 'top', returnAll: false, limit: 2 });
		expect(media).toMatchObject([{ like_count: firstLikes, caption: expect.stringContaining('#fleurs'), permalink: expect.any(String) }, { like_count: expect.any(Number) }]);
		expect(await queries(/ig_hashtag_search/)).toMatchObject([{ user_id: accountId, q: 'fleurs' }]);
		expect(await queries(/top_media/)).toMatchObject([{ user_id: accountId, limit: '2' }]);
	});

	test('all of them, by pages of fifty', async () => {
		expect(await florist.run('hashtag:getAllMedia', { hashtag: 'nantes', order: 'top', returnAll: true })).toHaveLength(neighbour.posts);
		expect((await queries(/top_media/)).map(({ limit }) => limit)).toEqual(['50', '50']);
	});

	test('the most recent are those of a day', async () => {
		const media = await florist.run('hashtag:getAllMedia', { hashtag: 'fleurs', order: 'recent', returnAll: true });
		expect(media).toHaveLength(23);
		expect(media[0]).toMatchObject({ id: discoverySeed.commentedMedia });
	});

	test('its ID, and what the account asked for this week', async () => {
		const found = await florist.one('hashtag:search', { hashtag: 'fleurs' });
		expect(found).toEqual({ id: expect.stringMatching(/^17843\d{12}$/), name: 'fleurs' });
		await florist.one('hashtag:search', { hashtag: 'nantes' });
		expect(await florist.run('hashtag:getAllSearched', { returnAll: true })).toEqual([found, { id: expect.any(String), name: 'nantes' }]);
		await florist.advance(7 * 86_400 + 1);
		expect(await florist.run('hashtag:getAllSearched', { returnAll: true })).toEqual([]);
	});

	test('thirty within seven days; the same one again is free, and the next is a limit to wait for', async () => {
		const items = Array.from({ length: 30 }, (_, n) => ({ json: { n } }));
		expect(await florist.run('hashtag:search', { hashtag: '=bouquet{{ $json.n }}' }, { items })).toHaveLength(30);
		await florist.one('hashtag:search', { hashtag: 'bouquet7' });
		const refusal = { context: { verdict: 'wait', code: '18/2207034' }, failure: { cause: 'rate-limited' }, description: expect.stringContaining('30 different hashtags within seven days') };
		await expect(florist.run('hashtag:search', { hashtag: 'fleurs' })).rejects.toMatchObject(refusal);
		expect((await queries(/ig_hashtag_search/)).filter(({ q }) => q === 'fleurs')).toHaveLength(1);
		await florist.advance(7 * 86_400 + 1);
		expect(await florist.one('hashtag:search', { hashtag: 'fleurs' })).toMatchObject({ name: 'fleurs' });
	});

	test.each(['', '#', 'deux mots', 'fleur🌸', '#a#b'])('“%s” is refused beforehand', async (hashtag) => {
		await expect(florist.run('hashtag:search', { hashtag })).rejects.toMatchObject({ message: expect.stringMatching(/^Hashtag: /), context: { verdict: 'fix-input' } });
		expect(await queries(/ig_hashtag_search/)).toEqual([]);
	});

	test('one that Instagram does not show', async () => {
		await expect(florist.run('hashtag:search', { hashtag: discoverySeed.sensitiveHashtag })).rejects.toMatchObject({ context: { verdict: 'fix-input', code: '24/2207024' } });
	});
});

describe('other accounts', () => {
	test('a profile', async () => {
		const profile = await florist.one('discovery:getAccount', { username: `@${neighbour.username}` });
		expect(profile).toEqual({
			...{ id: neighbour.id, username: neighbour.username, name: neighbour.name, biography: 'Le cœur de Nantes', website: 'https://nantes-centre.example' },
			...{ profile_picture_url: expect.any(String), followers_count: 15_320, follows_count: 120, media_count: neighbour.posts },
		});
	});

	test('its media, newest first, no more than wanted', async () => {
		const media = await florist.run('discovery:getAllMedia', { username: neighbour.username, returnAll: false, limit: 3 });
		expect(media).toMatchObject([{ id: discoverySeed.commentedMedia, username: neighbour.username, like_count: 0, comments_count: 1 }, {}, {}]);
		expect(await queries(new RegExp(`/${accountId}$`))).toHaveLength(1);
	});

	test('all its media, page after page', async () => {
		const limited = { username: neighbour.username, returnAll: true };
		const media = await florist.run('discovery:getAllMedia', limited);
		expect(new Set(media.map(({ id }) => id)).size).toBe(neighbour.posts);
		expect(media.at(-1)).toMatchObject({ id: discoverySeed.mentioningMedia });
		const asked = (await queries(new RegExp(`/${accountId}$`))).map(({ fields }) => String(fields));
		expect(asked[0]).toContain('media.limit(100){');
		expect(asked[1]).toMatch(/media\.limit\(100\)\.after\([\w-]+\)\{/);
	});

	test.each([
		{ name: 'nobody', username: 'nobody.here' },
		{ name: 'a private person', username: 'ines.almeida' },
	])('$name is not shown', async ({ username }) => {
		await expect(florist.run('discovery:getAccount', { username })).rejects.toMatchObject({ context: { verdict: 'fix-input', code: '110/2207013' }, description: expect.stringContaining('professional accounts only') });
	});

	test.each(['a b', 'x){id},y(', 'https://www.instagram.com/nantes.centre/'])('“%s” is refused beforehand', async (username) => {
		await expect(florist.run('discovery:getAccount', { username })).rejects.toThrow(/^Username: .* is not a username of Instagram/);
		expect(await queries(new RegExp(`/${accountId}$`))).toEqual([]);
	});

	test('without the permission', async () => {
		await florist.settings({ meta: { dropScopes: ['instagram_manage_insights'] } });
		await expect(florist.run('discovery:getAccount', { username: neighbour.username })).rejects.toMatchObject({ context: { verdict: 'reconnect', code: '10' } });
	});
});

test('locations, for posts', async () => {
	const found = await florist.run('location:search', { query: 'nantes', returnAll: true });
	expect(found).toMatchObject([{ name: 'Nantes', location: { city: 'Nantes', country: 'France' } }, { name: 'Jardin des plantes de Nantes' }]);
});

test('the pace of likes stays below fifty in five seconds, and nothing else is slowed down', () => {
	const lane = instagram.rate.recipient({ url: `/${accountId}/likes`, method: 'POST' });
	expect((lane?.burst ?? 0) + 5 * (lane?.perSecond ?? 0)).toBeLessThanOrEqual(50);
	expect(instagram.rate.recipient({ url: `/${accountId}/media` })).toBeUndefined();
	expect(instagram.rate.perSecond()).toBe(Infinity);
});
