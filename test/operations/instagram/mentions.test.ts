import { discoverySeed } from '../../../sandbox/networks/meta/discovery/seed';
import { Webhooks } from '../../../sandbox/networks/meta/webhooks/webhooks';
import { accountId, openFlorist } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.begin());
afterEach(() => jest.restoreAllMocks());
afterAll(async () => await florist.close());

/** What the app is told while `act` happens. */
async function told(act: () => Promise<unknown>) {
	const send = jest.spyOn(Webhooks.prototype, 'send').mockClear();
	await act();
	return send.mock.calls.map(([object, entry]) => ({ object, entry }));
}

/** The IDs in the event of a mention. */
async function event(where: 'caption' | 'comment'): Promise<{ media_id: string; comment_id?: string }> {
	const [{ entry } = { entry: undefined }] = await told(async () => await florist.settings({ meta: { mention: { in: where, text: 'Merci' } } }));
	return Object(entry?.changes?.[0]?.value);
}

test('media on which the account is tagged, newest first', async () => {
	expect((await florist.run('mention:getAll', { returnAll: true })).map(({ id }) => id)).toEqual([discoverySeed.taggedMedia]);
	expect(await told(async () => await florist.settings({ meta: { mention: { in: 'tag', text: 'Avec nos amis' } } }))).toEqual([]);
	const [newest, older] = await florist.run('mention:getAll', { returnAll: true });
	expect(newest).toMatchObject({ caption: 'Avec nos amis', username: discoverySeed.supplier.username, media_type: 'IMAGE', permalink: expect.any(String) });
	expect(older).toMatchObject({ id: discoverySeed.taggedMedia });
	expect(await florist.run('mention:getAll', { returnAll: false, limit: 1 })).toHaveLength(1);
});

test('a caption that names the account: told, read, answered', async () => {
	const { media_id: mediaId } = await event('caption');
	expect(await florist.one('mention:getMedia', { mediaId })).toMatchObject({ id: mediaId, caption: 'Merci @atelier.camelia', username: discoverySeed.supplier.username, comments_count: 0 });
	expect(await florist.one('mention:reply', { mediaId, message: 'Avec plaisir !' })).toEqual({ id: expect.stringMatching(/^1785/) });
	expect(await florist.sent('/mentions')).toEqual([{ media_id: mediaId, message: 'Avec plaisir !' }]);
	expect(await florist.one('mention:getMedia', { mediaId })).toMatchObject({ comments_count: 1 });
});

test('a comment that names the account: told, read, answered', async () => {
	const { media_id: mediaId, comment_id: commentId = '' } = await event('comment');
	expect(await florist.one('mention:getComment', { commentId })).toMatchObject({ id: commentId, text: 'Merci @atelier.camelia', media: { id: mediaId } });
	await florist.one('mention:reply', { mediaId, commentId, message: 'De rien' });
	expect(await florist.sent('/mentions')).toEqual([{ media_id: mediaId, comment_id: commentId, message: 'De rien' }]);
});

test('the app is told in Meta’s shape', async () => {
	const changes = [{ field: 'mentions', value: { media_id: expect.stringMatching(/^1790/), comment_id: expect.stringMatching(/^1785/) } }];
	expect(await told(async () => await florist.settings({ meta: { mention: { in: 'comment', text: 'Ici' } } }))).toEqual([{ object: 'instagram', entry: { id: accountId, changes } }]);
	const mediaId = String((await florist.one('media:publishImage', { imageUrl: florist.sample('tulipes-vase.jpg'), caption: '' })).id);
	const value = { id: expect.any(String), text: 'Joli', from: { id: expect.any(String), username: 'Inês' }, media: { id: mediaId, media_product_type: 'FEED' } };
	expect(await told(async () => await florist.settings({ meta: { comment: { on: mediaId, from: 'Inês', text: 'Joli' } } }))).toEqual([
		{ object: 'instagram', entry: { id: accountId, changes: [{ field: 'comments', value }] } },
	]);
});

test('a reply whose answer is lost is not written twice', async () => {
	const mediaId = discoverySeed.mentioningMedia;
	await florist.fault({ network: 'meta', match: '/mentions', kind: 'reset', when: 'after' });
	await expect(florist.run('mention:reply', { mediaId, message: 'Une fois' })).rejects.toMatchObject({ context: { verdict: 'unknown' } });
	expect(await florist.one('mention:getMedia', { mediaId })).toMatchObject({ comments_count: 1 });
});

test.each([
	{ name: 'media that does not name the account', operation: 'mention:getMedia', parameters: { mediaId: discoverySeed.commentedMedia }, message: /not mentioned/ },
	{ name: 'an ID that is none', operation: 'mention:getMedia', parameters: { mediaId: '1){id},x(2' }, message: /^Media ID: .* is not an ID/ },
	{ name: 'a comment ID that is none', operation: 'mention:getComment', parameters: { commentId: 'abc' }, message: /^Comment ID: “abc” is not an ID/ },
	{ name: 'no message', operation: 'mention:reply', parameters: { mediaId: discoverySeed.mentioningMedia, message: '' }, message: /^Message: is empty/ },
	{ name: 'too long a message', operation: 'mention:reply', parameters: { mediaId: discoverySeed.mentioningMedia, message: 'a'.repeat(2201) }, message: /^Message: has 2201 characters; Instagram allows 2200/ },
])('refused: $name', async ({ operation, parameters, message }) => {
	await expect(florist.run(operation, parameters)).rejects.toMatchObject({ message: expect.stringMatching(message), context: { verdict: 'fix-input' } });
});

test('other people’s media answer by their own ID to nobody', async () => {
	await expect(florist.run('media:get', { mediaId: discoverySeed.mentioningMedia })).rejects.toMatchObject({ context: { code: '100/33' } });
});
