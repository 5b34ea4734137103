import { QmarkFacebook } from '../../../nodes/QmarkFacebook/QmarkFacebook.node';
import { seed } from '../../../sandbox/networks/seed';
import { searchList } from '../../support/context';
import { metaCredential } from '../../support/sandbox';
import { inSeconds, openFlorist, pageId } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const publish = async (message: string, more = {}) => String((await florist.one({ resource: 'post', operation: 'createText', message, ...more })).id);
const post = (operation: string, more = {}) => ({ resource: 'post', operation, ...more });
const messages = async (more = {}) => (await florist.run(post('getAll', more))).map(({ json }) => json.message);

describe('posts', () => {
	test('get one, with or without the page in its ID', async () => {
		const id = await publish('Bonjour');
		const seen = await florist.one(post('get', { postId: id }));
		expect(seen).toMatchObject({ id, message: 'Bonjour', is_published: true, permalink_url: expect.any(String), comments: { summary: { total_count: 0 } } });
		expect(await florist.one(post('get', { postId: id.split('_')[1], fields: 'id, message' }))).toEqual({ id, message: 'Bonjour' });
	});

	test('a listing goes on page after page, and stops at the limit', async () => {
		const items = Array.from({ length: 103 }, (_, n) => ({ json: { n } }));
		await florist.run(post('createText', { message: '=Message {{ $json.n }}' }), { items });
		const limits = async () => (await florist.calls('GET')).filter(({ path }) => path.endsWith('/published_posts')).map(({ query }) => query.limit);
		expect(await messages({ limit: 2 })).toEqual(['Message 102', 'Message 101']);
		expect(await limits()).toEqual(['2']);
		expect((await messages({ returnAll: true })).at(-1)).toBe('Message 0');
		expect(await limits()).toEqual(['2', '100', '100']);
	});

	test('published, scheduled or all, and since when', async () => {
		await publish('Maintenant');
		await publish('Demain', { publishAt: inSeconds(86_400) });
		expect(await messages()).toEqual(['Maintenant']);
		expect(await messages({ status: 'scheduled' })).toEqual(['Demain']);
		expect(await messages({ status: 'all' })).toEqual(['Demain', 'Maintenant']);
		expect(await messages({ options: { since: inSeconds(60) } })).toEqual([]);
		expect(await messages({ options: { since: inSeconds(-60), until: inSeconds(60), fields: 'message' } })).toEqual(['Maintenant']);
	});

	test('update its text and visibility', async () => {
		const postId = await publish('Bnjour');
		expect(await florist.one(post('update', { postId, updateFields: { message: 'Bonjour', hidden: true } }))).toMatchObject({ id: postId, updated: true, message: 'Bonjour', is_hidden: true });
		expect(await florist.sandbox.timeline()).toEqual([]);
	});

	test('a scheduled post gets another time, then goes out now', async () => {
		const postId = await publish('Plus tard', { publishAt: inSeconds(86_400) });
		const at = inSeconds(2 * 86_400);
		expect(await florist.one(post('update', { postId, updateFields: { publishAt: at } }))).toMatchObject({ scheduled_publish_time: Math.floor(Date.parse(at) / 1000) });
		await florist.sandbox.fault({ network: 'meta', match: postId, kind: 'reset', when: 'after' });
		expect(await florist.one(post('update', { postId, updateFields: { publishNow: true } }))).toMatchObject({ updated: true, is_published: true });
	});

	test('a call that got lost did not change a post because it was published before', async () => {
		const postId = await publish('Bnjour');
		await florist.sandbox.fault({ network: 'meta', match: postId, kind: 'reset', when: 'before' });
		await expect(florist.one(post('update', { postId, updateFields: { publishNow: true, message: 'Bonjour' } }))).rejects.toThrow('already published');
	});

	test('a scheduled post goes out with another text, whatever became of the answer', async () => {
		const postId = await publish('Plus tard', { publishAt: inSeconds(86_400) });
		await florist.sandbox.fault({ network: 'meta', match: postId, kind: 'reset', when: 'after' });
		expect(await florist.one(post('update', { postId, updateFields: { publishNow: true, message: 'Bonjour' } }))).toMatchObject({ updated: true, is_published: true, message: 'Bonjour' });
	});

	test('delete; a lost answer is asked about', async () => {
		const [first, second] = [await publish('Un'), await publish('Deux')];
		expect(await florist.one(post('delete', { postId: first }))).toEqual({ id: first, deleted: true });
		await florist.sandbox.fault({ network: 'meta', match: second, kind: 'reset', when: 'after' });
		expect(await florist.one(post('delete', { postId: second }))).toEqual({ id: second, deleted: true });
		expect(await florist.sandbox.timeline()).toEqual([]);
	});

	test.each([
		{ name: 'an unknown post', parameters: post('get', { postId: '1' }), message: /^Meta refused: .*does not exist/ },
		{ name: 'no post', parameters: post('delete', { postId: '' }), message: /^Post ID: is empty/ },
		{ name: 'no change', parameters: post('update', { postId: '1', updateFields: {} }), message: /^Update Fields: nothing is to be changed/ },
		{ name: 'too long a text', parameters: post('update', { postId: '1', updateFields: { message: 'a'.repeat(63_207) } }), message: /^Message: has 63207 characters; Facebook allows 63206/ },
		{ name: 'the page’s token', parameters: { resource: 'page', operation: 'get', fields: 'id,access_token' }, message: /^Fields: access_token is not given out/ },
		{ name: 'a span that ends before it begins', parameters: post('getAll', { options: { since: inSeconds(9), until: inSeconds(0) } }), message: /^Since: is later than “Until”/ },
	])('refused: $name', async ({ parameters, message }) => {
		const [item] = await florist.run(parameters, { continueOnFail: true });
		expect(item?.json).toMatchObject({ error: expect.stringMatching(message), details: { verdict: 'fix-input' } });
	});
});

describe('comments', () => {
	const comment = (operation: string, more = {}) => ({ resource: 'comment', operation, ...more });

	test('a visitor’s comment is listed, answered, hidden, shown and deleted', async () => {
		const postId = await publish('Ouvert ?');
		await florist.sandbox.settings({ meta: { comment: { on: postId, from: 'Inês', text: 'À quelle heure ?' } } });
		const [asked] = await florist.run(comment('getAll', { postId }));
		expect(asked?.json).toMatchObject({ message: 'À quelle heure ?', from: { name: 'Inês' }, is_hidden: false });
		const commentId = String(asked?.json.id);
		expect(await florist.one(comment('reply', { commentId, message: 'À 9 heures' }))).toEqual({ id: expect.any(String) });
		expect(await florist.run(comment('getAll', { postId }))).toHaveLength(1);
		const all = await florist.run(comment('getAll', { postId, options: { includeReplies: true, newestFirst: true, fields: 'message' } }));
		expect(all.map(({ json }) => json.message)).toEqual(['À 9 heures', 'À quelle heure ?']);
		expect(await florist.one(comment('hide', { commentId }))).toEqual({ id: commentId, is_hidden: true });
		expect(await florist.one(comment('hide', { commentId, hide: false }))).toEqual({ id: commentId, is_hidden: false });
		expect(await florist.one(comment('delete', { commentId }))).toEqual({ id: commentId, deleted: true });
		expect(await florist.run(comment('getAll', { postId }))).toEqual([]);
	});

	test('the page comments, with an image', async () => {
		const postId = await publish('Bouquet');
		await florist.one(comment('create', { postId, message: 'En photo', attachmentUrl: florist.sample('bon-cadeau.png') }));
		expect((await florist.calls()).at(-1)).toMatchObject({ path: `/${postId}/comments`, body: { message: 'En photo', attachment_url: florist.sample('bon-cadeau.png') } });
	});

	test('a comment without an answer is found, not written twice', async () => {
		const postId = await publish('Bouquet');
		await florist.sandbox.fault({ network: 'meta', match: '/comments', kind: 'reset', when: 'after' });
		expect(await florist.one(comment('create', { postId, message: 'Merci' }))).toMatchObject({ id: expect.any(String) });
		expect(await florist.run(comment('getAll', { postId }))).toHaveLength(1);
	});

	test.each([
		{ name: 'empty', parameters: comment('create', { postId: '1', message: '' }), message: /^Message: is empty/ },
		{ name: 'too long', parameters: comment('reply', { commentId: '1', message: 'a'.repeat(8001) }), message: /^Message: has 8001 characters; Facebook allows 8000/ },
	])('refused beforehand: $name', async ({ parameters, message }) => {
		await expect(florist.one(parameters)).rejects.toThrow(message);
		expect(await florist.calls()).toEqual([]);
	});
});

describe('pages', () => {
	test('the person’s pages, never with a token', async () => {
		const pages = await florist.run({ resource: 'page', operation: 'getAll' });
		expect(pages.map(({ json }) => json)).toMatchObject([{ id: pageId, name: seed.meta.page.name, instagram_business_account: { username: seed.meta.instagram.username } }, { id: seed.meta.secondPage.id }]);
		expect(JSON.stringify(pages)).not.toMatch(/EAA|access_token/);
		expect(await florist.run({ resource: 'page', operation: 'getAll', limit: 1 })).toHaveLength(1);
	});

	test('one page with its business details', async () => {
		const page = await florist.one({ resource: 'page', operation: 'get' });
		expect(page).toMatchObject({ id: pageId, name: seed.meta.page.name, about: 'Fleurs de saison, Nantes', followers_count: 2481 });
		expect(JSON.stringify(page)).not.toMatch(/EAA|access_token/);
	});

	test('the list to choose from', async () => {
		const run = { node: new QmarkFacebook(), parameters: {}, credentials: await metaCredential(florist.sandbox.origin) };
		expect(await searchList(run, 'searchPages', 'événe')).toEqual([{ name: seed.meta.secondPage.name, value: seed.meta.secondPage.id, url: `https://www.facebook.com/${seed.meta.secondPage.id}` }]);
	});
});
