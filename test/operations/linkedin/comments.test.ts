import { camille, openPage, page } from './page';
import type { Page } from './page';

let linkedin: Page;
beforeAll(async () => (linkedin = await openPage()));
beforeEach(async () => await linkedin.begin());
afterAll(async () => await linkedin.close());

const asPage = { author: page };
const urnOf = (post: string, id: unknown) => `urn:li:comment:(${post.replace('share', 'activity')},${String(id)})`;

describe('comments', () => {
	test('are written, answered, listed, changed and deleted', async () => {
		const post = await linkedin.posted('Les camélias sont là');
		const first = await linkedin.one('comment:create', { ...asPage, postId: post, text: 'Ouvert dès 9 h (même dimanche) #fleurs' });
		expect(first).toMatchObject({ id: expect.stringMatching(/^\d{19}$/), commentUrn: urnOf(post, first.id), actor: page, message: { text: 'Ouvert dès 9 h (même dimanche) #fleurs' } });
		const reply = await linkedin.one('comment:reply', { commentId: first.commentUrn as string, text: 'Merci !' });
		expect(reply).toMatchObject({ actor: camille, parentComment: first.commentUrn });
		const [call, answer] = await linkedin.calls('/comments');
		expect(call).toMatchObject({ method: 'POST', path: `/rest/socialActions/${encodeURIComponent(post)}/comments`, body: { actor: page, object: post, message: { text: 'Ouvert dès 9 h (même dimanche) #fleurs' } } });
		const thread = post.replace('share', 'activity');
		expect(answer).toMatchObject({ path: `/rest/socialActions/${encodeURIComponent(String(first.commentUrn)).replace('(', '%28').replace(')', '%29')}/comments`, body: { actor: camille, object: thread, parentComment: first.commentUrn } });

		expect(await linkedin.run('comment:getAll', { entityId: post, returnAll: true })).toMatchObject([{ id: first.id, commentsSummary: { totalFirstLevelComments: 1 } }]);
		expect(await linkedin.run('comment:getAll', { entityId: first.commentUrn as string, returnAll: true })).toMatchObject([{ id: reply.id }]);

		expect(await linkedin.one('comment:update', { ...asPage, commentId: first.commentUrn as string, text: 'Fermé' })).toEqual({ commentUrn: first.commentUrn, actor: page, message: { text: 'Fermé' }, updated: true });
		expect((await linkedin.calls('/comments/')).at(-1)).toMatchObject({ method: 'POST', query: { actor: page }, body: { patch: { message: { $set: { text: 'Fermé' } } } }, status: 204 });
		expect(await linkedin.shown()).toEqual(['Atelier Camélia, text: Les camélias sont là', 'Atelier Camélia, comment: Fermé', 'Camille Moreau, comment: Merci !']);

		expect(await linkedin.one('comment:delete', { ...asPage, commentId: first.commentUrn as string })).toEqual({ commentUrn: first.commentUrn, deleted: true });
		expect(await linkedin.shown()).toEqual(['Atelier Camélia, text: Les camélias sont là']);
	});

	test('are named by the address of the post, and by that of the comment', async () => {
		const post = await linkedin.posted('Les camélias');
		const id = post.split(':').at(-1) ?? '';
		for (const address of [`https://www.linkedin.com/feed/update/${post}/`, `https://www.linkedin.com/feed/update/${encodeURIComponent(post)}?utm=1`, `https://www.linkedin.com/posts/camelia_les-camelias-activity-${id}-aBcD`]) {
			await linkedin.one('comment:create', { ...asPage, postId: address, text: `Sous ${address}` });
		}
		const found = await linkedin.run('comment:getAll', { entityId: post, returnAll: true });
		expect(found).toHaveLength(3);
		const address = `https://www.linkedin.com/feed/update/${post}?commentUrn=${encodeURIComponent(`urn:li:comment:(activity:${id},${String(found[0]?.id)})`)}`;
		expect(await linkedin.one('comment:reply', { ...asPage, commentId: address, text: 'Oui' })).toMatchObject({ parentComment: found[0]?.commentUrn });
	});

	test('of a long thread come page after page, as far as they are wanted', async () => {
		const post = await linkedin.posted('Les camélias');
		for (let n = 0; n < 120; n++) await linkedin.rest('POST', `/rest/socialActions/${encodeURIComponent(post)}/comments`, { actor: page, object: post, message: { text: `Numéro ${n}` } });
		expect(await linkedin.run('comment:getAll', { entityId: post, returnAll: true })).toHaveLength(120);
		expect(await linkedin.run('comment:getAll', { entityId: post, returnAll: false, limit: 5 })).toHaveLength(5);
		const pages = (await linkedin.calls('/comments')).filter(({ method }) => method === 'GET');
		expect(pages.map(({ query }) => query)).toEqual([{ start: '0', count: '100' }, { start: '100', count: '100' }, { start: '0', count: '100' }]);
	});

	test('are escaped where that is wished', async () => {
		const post = await linkedin.posted('Les camélias');
		await linkedin.one('comment:create', { ...asPage, postId: post, text: 'Ouvert (9 h) #fleurs', additionalFields: { escape: true } });
		expect((await linkedin.calls('/comments'))[0]).toMatchObject({ body: { message: { text: 'Ouvert \\(9 h\\) #fleurs' } } });
	});

	test('one whose answer is lost is sent once, and its outcome is open', async () => {
		const post = await linkedin.posted('Les camélias');
		await linkedin.fault({ match: '/comments', kind: 'reset', when: 'after' });
		expect(await linkedin.failure('comment:create', { ...asPage, postId: post, text: 'Bonjour' })).toMatchObject({ details: { verdict: 'unknown' } });
		expect((await linkedin.calls('/comments')).filter(({ method }) => method === 'POST')).toHaveLength(1);
		expect(await linkedin.shown()).toHaveLength(2);
	});

	test('a deletion and a change whose answer is lost have happened', async () => {
		const post = await linkedin.posted('Les camélias');
		const { commentUrn } = await linkedin.one('comment:create', { ...asPage, postId: post, text: 'Bonjour' });
		const commentId = String(commentUrn);
		await linkedin.fault({ match: '/comments/', kind: 'reset', when: 'after' });
		expect(await linkedin.one('comment:update', { ...asPage, commentId, text: 'Bonsoir' })).toMatchObject({ updated: true });
		await linkedin.fault({ match: '/comments/', kind: 'reset', when: 'after' });
		expect(await linkedin.one('comment:delete', { ...asPage, commentId })).toMatchObject({ deleted: true });
		// And one that did not arrive is sent again.
		const again = String((await linkedin.one('comment:create', { ...asPage, postId: post, text: 'Encore' })).commentUrn);
		await linkedin.fault({ match: '/comments/', kind: 'reset', when: 'before' });
		expect(await linkedin.one('comment:delete', { ...asPage, commentId: again })).toMatchObject({ deleted: true });
		expect(await linkedin.run('comment:getAll', { entityId: post })).toEqual([]);
	});
});

describe('refused', () => {
	test('before anything is sent', async () => {
		const long = 'é'.repeat(1251);
		const nearly = `${'é'.repeat(1249)}(`;
		expect(await linkedin.failure('comment:create', { ...asPage, postId: 'urn:li:share:1', text: long })).toMatchObject({ error: 'Text: has 1251 characters; LinkedIn allows 1250.', details: { verdict: 'fix-input' } });
		expect(await linkedin.failure('comment:create', { ...asPage, postId: 'urn:li:share:1', text: nearly, additionalFields: { escape: true } })).toMatchObject({ error: expect.stringContaining('has 1251 characters with those that escape') });
		expect(await linkedin.failure('comment:create', { ...asPage, postId: 'urn:li:share:1', text: ' ' })).toMatchObject({ error: 'Text: is empty.' });
		expect(await linkedin.failure('comment:create', { ...asPage, postId: '42', text: 'a' })).toMatchObject({ error: 'Post ID: “42” is no post.' });
		expect(await linkedin.failure('comment:reply', { ...asPage, commentId: 'urn:li:share:1', text: 'a' })).toMatchObject({ error: 'Comment ID: “urn:li:share:1” is no comment.' });
		expect(await linkedin.failure('comment:getAll', { entityId: 'https://example.com/posts/x-share-1-y' })).toMatchObject({ error: expect.stringMatching(/^Post or Comment ID: /) });
		expect(await linkedin.failure('comment:create', { author: 'Camille', postId: 'urn:li:share:1', text: 'a' })).toMatchObject({ error: 'Author: “Camille” is neither a member nor an organization.' });
		expect(await linkedin.calls('/rest/')).toEqual([]);
	});

	test('under a post that was deleted, and of a comment that was', async () => {
		const post = await linkedin.posted('Les camélias');
		const { commentUrn } = await linkedin.one('comment:create', { ...asPage, postId: post, text: 'Bonjour' });
		await linkedin.one('comment:delete', { ...asPage, commentId: String(commentUrn) });
		expect(await linkedin.failure('comment:update', { ...asPage, commentId: String(commentUrn), text: 'Bonsoir' })).toMatchObject({ details: { verdict: 'fix-input', code: 'RESOURCE_NOT_FOUND', hint: expect.stringContaining('does not exist') } });
		await linkedin.rest('DELETE', `/rest/posts/${encodeURIComponent(post)}`);
		for (const [operation, more] of [['comment:create', { ...asPage, postId: post, text: 'a' }], ['comment:getAll', { entityId: post }], ['socialMetadata:get', { entityId: post }]] as const) {
			expect(await linkedin.failure(operation, more)).toMatchObject({ error: expect.stringContaining('The thread of'), details: { verdict: 'fix-input' } });
		}
	});

	test('to one who does not administer the page', async () => {
		await linkedin.begin({ member: 1 });
		const post = await linkedin.posted('Bonjour', 'urn:li:person:SANDBOXbrun');
		for (const [operation, more] of [['comment:create', { ...asPage, postId: post, text: 'a' }], ['comment:getAll', { entityId: post }]] as const) {
			expect(await linkedin.failure(operation, more)).toMatchObject({ error: expect.stringContaining('Not enough permissions'), details: { verdict: 'reconnect', code: 'ACCESS_DENIED', hint: expect.stringContaining('role on the page') } });
		}
		expect(await linkedin.one('comment:create', { postId: post, text: 'Moi-même' })).toMatchObject({ actor: 'urn:li:person:SANDBOXbrun' });
	});

	test('to a connection without the permissions for comments', async () => {
		await linkedin.begin({ feed: false });
		const post = await linkedin.posted('Bonjour');
		expect(await linkedin.failure('comment:create', { ...asPage, postId: post, text: 'a' })).toMatchObject({ details: { verdict: 'reconnect' } });
	});
});

describe('comments of a post', () => {
	test('are counted, closed and opened', async () => {
		const post = await linkedin.posted('Les camélias');
		const { commentUrn } = await linkedin.one('comment:create', { ...asPage, postId: post, text: 'Bonjour' });
		await linkedin.one('comment:reply', { ...asPage, commentId: String(commentUrn), text: 'Bonsoir' });
		await linkedin.one('reaction:create', { ...asPage, entityId: post, reactionType: 'PRAISE' });
		await linkedin.one('reaction:create', { entityId: post, reactionType: 'LIKE' });
		expect(await linkedin.one('socialMetadata:get', { entityId: post })).toEqual({ entity: post, commentsState: 'OPEN', comments: 2, topLevelComments: 1, reactions: 2, reactionsByType: { PRAISE: 1, LIKE: 1 } });
		expect(await linkedin.one('socialMetadata:get', { entityId: String(commentUrn) })).toMatchObject({ comments: 1, reactions: 0 });

		expect(await linkedin.failure('socialMetadata:update', { ...asPage, postId: post, commentsState: 'CLOSED' })).toMatchObject({ error: expect.stringMatching(/^Delete Existing Comments: is off, and LinkedIn deletes/) });
		for (const [commentsState, deletesComments] of [['CLOSED', '={{ "false" }}'], ['CLOSED', '={{ 0 }}'], ['={{ "closed" }}', false]] as const) {
			expect(await linkedin.failure('socialMetadata:update', { ...asPage, postId: post, commentsState, deletesComments })).toMatchObject({ error: expect.stringMatching(/^Delete Existing Comments: is off/) });
		}
		expect(await linkedin.one('socialMetadata:get', { entityId: post })).toMatchObject({ comments: 2 });
		await linkedin.fault({ match: '/socialMetadata', kind: 'reset', when: 'after' });
		expect(await linkedin.one('socialMetadata:update', { ...asPage, postId: post, commentsState: 'CLOSED', deletesComments: true })).toEqual({ entity: post, commentsState: 'CLOSED' });
		expect((await linkedin.calls('/socialMetadata')).at(-1)).toMatchObject({ query: { actor: page }, body: { patch: { $set: { commentsState: 'CLOSED' } } }, status: 202 });
		expect(await linkedin.one('socialMetadata:get', { entityId: post })).toMatchObject({ commentsState: 'CLOSED', comments: 0 });
		expect(await linkedin.failure('comment:create', { ...asPage, postId: post, text: 'a' })).toMatchObject({ error: expect.stringContaining('Comments are disabled') });
		await linkedin.one('socialMetadata:update', { ...asPage, postId: post, commentsState: 'OPEN' });
		expect(await linkedin.one('comment:create', { ...asPage, postId: post, text: 'Bonjour' })).toMatchObject({ actor: page });
	});
});
