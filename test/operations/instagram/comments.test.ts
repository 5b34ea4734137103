import { openFlorist } from './florist';
import type { Florist } from './florist';

let florist: Florist;
let mediaId: string;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => {
	await florist.begin();
	mediaId = String((await florist.one('media:publishImage', { imageUrl: florist.sample('fleurs-sechees.jpg'), caption: 'Fleurs séchées' })).id);
});
afterAll(async () => await florist.close());

const follower = async (text: string, from = 'Inês', on = mediaId) => {
	await florist.settings({ meta: { comment: { on, from, text } } });
	const [newest] = await florist.run('comment:getAll', { mediaId, returnAll: false, limit: 1 });
	return String(newest?.id);
};
const comments = async () => await florist.run('comment:getAll', { mediaId, returnAll: true });

test('create', async () => {
	expect(await florist.one('comment:create', { mediaId, message: 'Livraison offerte' })).toEqual({ id: expect.stringMatching(/^1785/) });
	expect(await florist.sent(`/${mediaId}/comments`)).toEqual([{ message: 'Livraison offerte' }]);
	expect(await comments()).toMatchObject([{ text: 'Livraison offerte', username: 'atelier.camelia', hidden: false }]);
});

test('reply, and it is listed below its comment', async () => {
	const commentId = await follower('Que cor linda!');
	expect(await florist.one('comment:reply', { commentId, message: 'Obrigada Inês !' })).toEqual({ id: expect.any(String) });
	expect(await comments()).toMatchObject([{ id: commentId, text: 'Que cor linda!', replies: { data: [{ text: 'Obrigada Inês !', username: 'atelier.camelia' }] } }]);
});

test('hide and show again', async () => {
	const commentId = await follower('Spam !', 'Robot');
	expect(await florist.one('comment:hide', { commentId, hide: true })).toEqual({ id: commentId, hidden: true });
	expect(await comments()).toMatchObject([{ hidden: true }]);
	expect(await florist.one('comment:hide', { commentId, hide: false })).toEqual({ id: commentId, hidden: false });
	expect(await comments()).toMatchObject([{ hidden: false }]);
});

test('delete', async () => {
	const commentId = await follower('Oups');
	expect(await florist.one('comment:delete', { commentId })).toEqual({ id: commentId, deleted: true });
	expect(await comments()).toEqual([]);
});

test('delete whose answer is lost: the comment itself tells that it is gone', async () => {
	const commentId = await follower('Oups');
	await florist.fault({ network: 'meta', match: commentId, kind: 'reset', when: 'after' });
	expect(await florist.one('comment:delete', { commentId })).toEqual({ id: commentId, deleted: true });
});

test('a comment whose answer is lost is not written twice', async () => {
	await florist.fault({ network: 'meta', match: `${mediaId}/comments`, kind: 'status', status: 500, when: 'after' });
	await expect(florist.run('comment:create', { mediaId, message: 'Une fois' })).rejects.toMatchObject({ context: { verdict: 'unknown' } });
	expect(await comments()).toHaveLength(1);
});

test('get many follows the pages and asks for no more than wanted', async () => {
	for (let n = 0; n < 5; n++) await florist.one('comment:create', { mediaId, message: `Commentaire ${n}` });
	expect(await florist.run('comment:getAll', { mediaId, returnAll: false, limit: 2 })).toHaveLength(2);
	const [last] = (await florist.wire()).filter(({ method, path }) => method === 'GET' && path.endsWith('/comments')).slice(-1);
	expect(last?.query).toMatchObject({ limit: '2' });
	expect(await comments()).toHaveLength(5);
});
