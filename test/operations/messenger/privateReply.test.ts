import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { seed } from '../../../sandbox/networks/seed';
import { seedTokens } from '../../../sandbox/networks/meta/tokens';
import { inHours, openInbox, pageId } from './inbox';
import type { Inbox } from './inbox';

let inbox: Inbox;
beforeAll(async () => (inbox = await openInbox()));
beforeEach(async () => {
	await inbox.sandbox.reset();
	await inbox.sandbox.settings({ meta: { processingSeconds: 0 } });
});
afterAll(async () => await inbox.sandbox.close());

const graph = async (method: 'GET' | 'POST', path: string, parameters: object): Promise<IDataObject> =>
	(await axios.request<IDataObject>({ method, url: `${inbox.sandbox.origin}/graph.facebook.com/v25.0/${path}`, headers: { authorization: `Bearer ${seedTokens.page}` }, ...(method === 'GET' ? { params: parameters } : { data: parameters }) })).data;

/** What a follower can comment on. */
const posted = {
	messenger: async () => String((await graph('POST', `${pageId}/feed`, { message: 'Les tulipes sont là' })).id),
	instagram: async () => {
		const { instagram } = seed.meta;
		const { id: creation_id } = await graph('POST', `${instagram.id}/media`, { image_url: inbox.sample('dahlia-cafe.jpg') });
		return String((await graph('POST', `${instagram.id}/media_publish`, { creation_id })).id);
	},
};

/** A fresh comment of a follower. */
async function commentOn(channel: 'messenger' | 'instagram'): Promise<string> {
	const on = await posted[channel]();
	await inbox.comments(on, 'Combien ?');
	const { data } = await graph('GET', `${on}/comments`, { fields: 'id' });
	const [comment]: { id?: string }[] = Array.isArray(data) ? data : [];
	return comment?.id ?? '';
}

const reply = { resource: 'message', operation: 'replyToComment', text: '24 € le bouquet', commentedAt: '' };
const day = 86_400;
const sent = async () => (await inbox.posts()).filter(({ path }) => path.endsWith('/messages'));

describe.each(['messenger', 'instagram'] as const)('a comment, answered on %s', (channel) => {
	test('once', async () => {
		const commentId = await commentOn(channel);
		const answer = { channel, comment_id: commentId, recipient_id: expect.stringMatching(/^7\d+$/), message_id: expect.any(String) };
		expect(await inbox.one({ ...reply, channel, commentId })).toEqual(answer);
		expect(await sent()).toMatchObject([{ body: { recipient: { comment_id: commentId }, message: { text: reply.text } } }]);
		expect(await inbox.sandbox.timeline()).toMatchObject(expect.arrayContaining([expect.objectContaining({ network: channel, kind: 'message', text: reply.text })]));
		const again = await inbox.refusal({ ...reply, channel, commentId });
		expect(again).toMatchObject({ details: { verdict: 'fix-input', code: channel === 'messenger' ? '10900' : '100/2534025', hint: expect.stringMatching(/^A comment gets one private reply/) } });
	});

	test('it opens no window', async () => {
		const { recipient_id: recipient = '' } = await inbox.one({ ...reply, channel, commentId: await commentOn(channel) });
		const text = { resource: 'message', operation: 'sendText', channel, recipient: String(recipient), text: 'Et encore', options: {} };
		expect(await inbox.refusal(text)).toMatchObject({ error: expect.stringContaining('outside of allowed window') });
	});

	test('within 7 days', async () => {
		const commentId = await commentOn(channel);
		expect(await inbox.refusal({ ...reply, channel, commentId, commentedAt: inHours(-7 * 24 - 1) })).toMatchObject({ error: expect.stringMatching(/^Commented At: \S+ is more than 7 days ago/), details: { verdict: 'fix-input' } });
		expect(await sent()).toEqual([]);
		await inbox.sandbox.advance(7 * day + 1);
		expect(await inbox.refusal({ ...reply, channel, commentId })).toMatchObject({ details: { code: '10903', hint: expect.stringContaining('within 7 days') } });
	});

	test('a lost answer is found in the commenter’s conversation', async () => {
		const commentId = await commentOn(channel);
		await inbox.sandbox.fault({ network: 'meta', match: '/messages', kind: 'reset', when: 'after' });
		expect(await inbox.one({ ...reply, channel, commentId })).toMatchObject({ comment_id: commentId, message_id: expect.any(String), recipient_id: expect.stringMatching(/^7/) });
		expect(await sent()).toHaveLength(1);
	});

	test('one that did not arrive stays in doubt', async () => {
		const commentId = await commentOn(channel);
		await inbox.sandbox.fault({ network: 'meta', match: '/messages', kind: 'reset', when: 'before' });
		expect(await inbox.refusal({ ...reply, channel, commentId })).toMatchObject({ details: { verdict: 'unknown' } });
		expect(await sent()).toHaveLength(1);
	});
});

test('a text that is too long is refused here', async () => {
	expect(await inbox.refusal({ ...reply, channel: 'instagram', commentId: '1', text: 'é'.repeat(501) })).toMatchObject({ error: expect.stringMatching(/^Text: has 1002 bytes/) });
	expect(await sent()).toEqual([]);
});
