import { camille, openPage, page } from './page';
import type { Page } from './page';

let linkedin: Page;
beforeAll(async () => (linkedin = await openPage()));
beforeEach(async () => await linkedin.begin());
afterAll(async () => await linkedin.close());

test('reactions are given, changed, listed and taken back', async () => {
	const post = await linkedin.posted('Les camélias');
	expect(await linkedin.one('reaction:create', { author: page, entityId: post, reactionType: 'EMPATHY' })).toEqual({ actor: page, entity: post, reactionType: 'EMPATHY' });
	await linkedin.one('reaction:create', { entityId: post, reactionType: 'LIKE' });
	await linkedin.one('reaction:create', { author: page, entityId: post, reactionType: 'INTEREST' });
	expect((await linkedin.calls('/reactions'))[0]).toMatchObject({ method: 'POST', path: '/rest/reactions', query: { actor: page }, body: { root: post, reactionType: 'EMPATHY' }, status: 201 });

	expect(await linkedin.run('reaction:getAll', { entityId: post, returnAll: true })).toMatchObject([{ reactionType: 'LIKE', created: { actor: camille } }, { reactionType: 'INTEREST', created: { actor: page } }]);
	const list = (await linkedin.calls('/reactions')).at(-1);
	expect(list).toMatchObject({ path: `/rest/reactions/(entity:${encodeURIComponent(post)})`, query: { q: 'entity', sort: '(value:REVERSE_CHRONOLOGICAL)', start: '0', count: '100' }, status: 200 });

	expect(await linkedin.one('reaction:delete', { author: page, entityId: post })).toEqual({ actor: page, entity: post, deleted: true });
	expect((await linkedin.calls('/reactions')).at(-1)).toMatchObject({ method: 'DELETE', path: `/rest/reactions/(actor:${encodeURIComponent(page)},entity:${encodeURIComponent(post)})`, status: 204 });
	expect(await linkedin.run('reaction:getAll', { entityId: post })).toHaveLength(1);
});

test('to a comment', async () => {
	const post = await linkedin.posted('Les camélias');
	const { commentUrn } = await linkedin.one('comment:create', { author: page, postId: post, text: 'Bonjour' });
	const entityId = String(commentUrn);
	await linkedin.one('reaction:create', { entityId, reactionType: 'APPRECIATION' });
	expect(await linkedin.run('reaction:getAll', { entityId })).toMatchObject([{ root: entityId, reactionType: 'APPRECIATION' }]);
	await linkedin.one('reaction:delete', { entityId });
	expect(await linkedin.run('reaction:getAll', { entityId })).toEqual([]);
});

test('one whose answer is lost was given, or taken back, once', async () => {
	const post = await linkedin.posted('Les camélias');
	for (const [operation, when] of [['create', 'after'], ['delete', 'after'], ['create', 'before'], ['delete', 'before']] as const) {
		await linkedin.fault({ match: '/reactions', kind: 'reset', when });
		await linkedin.one(`reaction:${operation}`, { author: page, entityId: post, reactionType: 'LIKE' });
		expect(await linkedin.run('reaction:getAll', { entityId: post })).toHaveLength(operation === 'create' ? 1 : 0);
	}
});

test('one that did not arrive is not taken for an earlier one of another kind', async () => {
	const post = await linkedin.posted('Les camélias');
	await linkedin.one('reaction:create', { author: page, entityId: post, reactionType: 'LIKE' });
	await linkedin.fault({ match: '/reactions', kind: 'reset', when: 'before' });
	await linkedin.one('reaction:create', { author: page, entityId: post, reactionType: 'PRAISE' });
	expect(await linkedin.run('reaction:getAll', { entityId: post })).toMatchObject([{ reactionType: 'PRAISE' }]);
});

test('what is not there, and who may not, is told', async () => {
	const post = await linkedin.posted('Les camélias');
	expect(await linkedin.failure('reaction:delete', { entityId: post })).toMatchObject({ error: expect.stringContaining('The reaction does not exist'), details: { verdict: 'fix-input' } });
	expect(await linkedin.failure('reaction:create', { entityId: 'urn:li:share:1' })).toMatchObject({ details: { verdict: 'fix-input', hint: expect.stringContaining('does not exist') } });
	expect(await linkedin.failure('reaction:create', { entityId: 'urn:li:person:1' })).toMatchObject({ error: 'Post or Comment ID: “urn:li:person:1” is neither a post nor a comment.' });
	await linkedin.begin({ member: 1 });
	expect(await linkedin.failure('reaction:create', { author: page, entityId: await linkedin.posted('Bonjour', 'urn:li:person:SANDBOXbrun') })).toMatchObject({ details: { verdict: 'reconnect', code: 'ACCESS_DENIED' } });
});
