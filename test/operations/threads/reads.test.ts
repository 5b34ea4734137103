import { seed } from '../../../sandbox/networks/seed';
import { openFlorist, username } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.begin());
afterAll(async () => await florist.close());

/** The parameters of the last call to a path. */
const asked = async (ending: string) => (await florist.requests()).findLast(({ path }) => path.endsWith(ending))?.query;

describe('posts', () => {
	test('one, and many page after page', async () => {
		for (const n of [1, 2, 3]) await florist.posted(`Numéro ${n}`);
		const posts = await florist.run('post:getAll', { returnAll: false, limit: 2 });
		// As an expression gives it.
		expect(await florist.run('post:getAll', { returnAll: false, limit: '={{ "2" }}' })).toEqual(posts);
		await expect(florist.run('post:getAll', { returnAll: false, limit: '={{ "" }}' })).rejects.toThrow('Limit: is empty.');
		await expect(florist.run('post:getAll', { returnAll: false, limit: '={{ "two" }}' })).rejects.toThrow('Limit: “two” is no number.');
		expect(posts).toMatchObject([{ text: 'Numéro 3', media_type: 'TEXT_POST', username }, { text: 'Numéro 2' }]);
		expect(await asked('/me/threads')).toMatchObject({ limit: '2' });
		expect(await florist.one('post:get', { postId: String(posts[0]?.id) })).toEqual(posts[0]);
	});

	test('all of 120, in two calls, and no token in a URL', async () => {
		for (let n = 0; n < 120; n++) await florist.posted(`Numéro ${n}`);
		expect(await florist.run('post:getAll', { returnAll: true })).toHaveLength(120);
		const calls = (await florist.requests()).filter(({ method, path }) => method === 'GET' && path.endsWith('/me/threads'));
		expect(calls.map(({ query }) => Object.keys(query))).toEqual([['fields', 'limit'], ['fields', 'limit', 'after']]);
	});

	test('all of them, too, where a page names a cursor and no next page, as Meta’s examples show it', async () => {
		const posts = Array.from({ length: 101 }, (_, n) => ({ id: String(n) }));
		await florist.fault({ match: '/me/threads', kind: 'status', status: 200, body: { data: posts.slice(0, 100), paging: { cursors: { after: 'A' } } } });
		await florist.fault({ match: '/me/threads', kind: 'status', status: 200, body: { data: posts.slice(100), paging: { cursors: { after: 'B' } } } });
		expect(await florist.run('post:getAll', { returnAll: true })).toEqual(posts);
		expect(await asked('/me/threads')).toMatchObject({ after: 'A' });
	});

	test('one that there is not', async () => {
		for (const operation of ['post:get', 'post:delete', 'post:repost']) {
			expect((await florist.run(operation, { postId: '1' }, { continueOnFail: true }))[0]).toMatchObject({ details: { code: '100/33', verdict: 'fix-input', hint: expect.stringContaining('does not exist') } });
		}
	});

	test('by a word, the newest or the most popular, of a span', async () => {
		await florist.posted('Nos camélias');
		await florist.settings({ threads: { mention: { from: 'bruno.lopes', text: 'Vive les camélias' } } });
		const found = await florist.run('post:search', { query: 'camélias', returnAll: true, options: { searchType: 'RECENT', since: '2020-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' } });
		expect(found).toMatchObject([{ username: 'bruno.lopes', text: 'Vive les camélias' }, { username }]);
		expect(await asked('/keyword_search')).toMatchObject({ q: 'camélias', search_type: 'RECENT', since: '1577836800', until: '4070908800', limit: '100' });
		expect(await florist.run('post:search', { query: 'pivoines' })).toEqual([]);
		const [output] = await florist.run('post:search', { query: 'a', options: { since: '2027-02-01', until: '2027-01-01' } }, { continueOnFail: true });
		expect(output).toMatchObject({ error: 'Since: is later than “Until”.' });
		expect((await florist.run('post:search', { query: 'a', options: { since: 'demain' } }, { continueOnFail: true }))[0]).toMatchObject({ error: 'Since: “demain” is not a date and time.' });
	});
});

describe('replies', () => {
	test('are listed, answered, hidden and shown', async () => {
		const top = await florist.posted('Une question');
		await florist.settings({ threads: { reply: { on: top, text: 'Oui !' } } });
		const [reply] = await florist.run('reply:getAll', { postId: top });
		expect(reply).toMatchObject({ text: 'Oui !', username: 'ines.almeida', hide_status: 'NOT_HUSHED', replied_to: { id: top }, is_reply_owned_by_me: false });
		expect(await asked('/replies')).toMatchObject({ reverse: 'true' });
		const answer = await florist.one('reply:publish', { replyToId: String(reply?.id), text: 'Merci', additionalFields: { replyControl: 'everyone' } });
		expect(await florist.sent('/me/threads')).toContainEqual({ media_type: 'TEXT', text: 'Merci', reply_control: 'everyone', reply_to_id: reply?.id });
		expect((await florist.run('reply:getConversation', { postId: top, newestFirst: false })).map(({ id }) => id)).toEqual([reply?.id, answer.id]);
		expect(await florist.one('reply:hide', { replyId: String(reply?.id), hide: true })).toEqual({ id: reply?.id, hidden: true });
		expect(await florist.sent('/manage_reply')).toEqual([{ hide: 'true' }]);
		expect(await florist.shown()).not.toContain('reply: Oui !');
		expect(await florist.one('reply:hide', { replyId: String(reply?.id), hide: false })).toEqual({ id: reply?.id, hidden: false });
		expect(await florist.shown()).toContain('reply: Oui !');
	});

	test('an answer that is lost hides all the same', async () => {
		const top = await florist.posted('Une question');
		await florist.settings({ threads: { reply: { on: top, text: 'Oui !' } } });
		const [reply] = await florist.run('reply:getAll', { postId: top });
		await florist.fault({ match: '/manage_reply', kind: 'reset', when: 'after' });
		expect(await florist.one('reply:hide', { replyId: String(reply?.id), hide: true })).toMatchObject({ hidden: true });
	});
});

test('mentions by others, newest first', async () => {
	for (const n of [1, 2]) await florist.settings({ threads: { mention: { text: `Merci @${username}, ${n} fois` } } });
	expect(await florist.run('mention:getAll', { returnAll: false, limit: 1 })).toMatchObject([{ text: `Merci @${username}, 2 fois`, username: 'ines.almeida' }]);
});

test('the profile, and what is left of the day', async () => {
	expect(await florist.one('profile:get')).toEqual({ id: seed.threads.accounts[0].id, username, name: username, is_verified: false, threads_profile_picture_url: expect.any(String), threads_biography: expect.any(String) });
	const top = await florist.posted('Une');
	await florist.posted('Deux', { reply_to_id: top });
	const day = { seconds: 86_400 };
	expect(await florist.one('profile:getPublishingLimit')).toEqual({ posts: { used: 1, total: 250, left: 249, ...day }, replies: { used: 1, total: 1000, left: 999, ...day }, deletes: { used: 0, total: 100, left: 100, ...day } });
});

describe('insights', () => {
	test('of a post', async () => {
		const top = await florist.posted('Une');
		await florist.posted('Deux', { reply_to_id: top });
		expect(await florist.one('insight:getPost', { postId: top })).toEqual({ id: top, metrics: { likes: expect.any(Number), quotes: 0, replies: 1, reposts: 0, shares: expect.any(Number), views: expect.any(Number) } });
		expect((await florist.run('insight:getPost', { postId: top, metrics: [] }, { continueOnFail: true }))[0]).toMatchObject({ details: { verdict: 'fix-input' } });
	});

	test('of the account: totals, days, links and where followers live, each asked for in the way Threads wants it', async () => {
		const metrics = ['views', 'likes', 'clicks', 'followers_count', 'follower_demographics'];
		const options = { demographicsBy: 'city', since: '2026-11-01T00:00:00Z', until: '2026-11-03T00:00:00Z' };
		expect(await florist.one('insight:getAccount', { metrics, options })).toEqual({
			metrics: { likes: expect.any(Number), followers_count: expect.any(Number) },
			series: { views: [{ value: expect.any(Number), end_time: '2026-11-02T08:00:00+0000' }, { value: expect.any(Number), end_time: '2026-11-03T08:00:00+0000' }] },
			breakdowns: { follower_demographics: [{ city: 'Nantes', value: expect.any(Number) }, { city: 'Lisboa', value: expect.any(Number) }] },
			clicks: [{ link_url: 'https://ateliercamelia.example/', value: expect.any(Number) }],
			unavailable: [],
		});
		const calls = (await florist.requests()).map(({ query }) => query);
		expect(calls).toEqual([{ metric: 'views,likes,clicks', since: '1793491200', until: '1793664000' }, { metric: 'followers_count' }, { metric: 'follower_demographics', breakdown: 'city' }]);
	});

	test('a metric that Threads gives nothing for is told', async () => {
		await florist.fault({ match: '/threads_insights', kind: 'status', status: 200, body: { data: [] } });
		expect(await florist.one('insight:getAccount', { metrics: ['likes'] })).toMatchObject({ metrics: {}, unavailable: [{ metric: 'likes', reason: 'Threads gave no value for it.' }] });
	});
});

test('a permission that is missing is named', async () => {
	await florist.settings({ threads: { dropScopes: ['threads_keyword_search'] } });
	expect((await florist.run('post:search', { query: 'a' }, { continueOnFail: true }))[0]).toMatchObject({ error: expect.stringContaining('threads_keyword_search'), details: { verdict: 'reconnect' } });
});
