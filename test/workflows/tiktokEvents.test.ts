import type { Json, Nodes } from './running';
import { runCode } from './running';

const off = { telegramChatId: '', emailTo: '', webhookUrl: '', teamChatId: '', tiktokHandle: '' };
const told = (event: Json, settings: Json) => runCode('TikTok events', 'What to tell', { Settings: [{ ...off, ...settings }], TikTok: [{ account: '_000', at: '2027-03-10T08:00:00.000Z', ...event }] }).map(({ json }) => json);
const everywhere = { telegramChatId: '@alerts', emailTo: 'a@shop.example', webhookUrl: 'https://hook.example', teamChatId: '@team' };

describe('What to tell', () => {
	test('a dead connection is an alert on every channel', () => {
		const alerts = told({ event: 'authorization.removed', reason: 'account banned' }, everywhere);
		expect(alerts.map(({ channel, to }) => [channel, to])).toEqual([['telegram', '@alerts'], ['email', 'a@shop.example'], ['webhook', 'https://hook.example']]);
		expect(alerts[0]).toMatchObject({ key: '_000/authorization.removed//2027-03-10T08:00:00.000Z', message: expect.stringMatching(/^⚠️ A TikTok account is not connected any more\n\nAccount: _000\.\nTikTok says: account banned\./) });
	});

	test.each([
		[{ event: 'post.publish.publicly_available', postId: '74' }, 'Post: 74'],
		[{ event: 'post.publish.failed', publishId: 'v1', reason: 'internal' }, 'Reason: internal\nPublication: v1'],
		[{ event: 'post.publish.no_longer_publicaly_available', postId: '74' }, 'Post: 74'],
	])('a post is told to the team alone: %j', (event, text) => {
		expect(told(event, everywhere)).toMatchObject([{ channel: 'telegram', to: '@team', text: expect.stringContaining(text) }]);
	});

	test('with a handle a public post has an address, and without a team its message goes where alerts go', () => {
		for (const tiktokHandle of ['shop', '@shop ']) expect(told({ event: 'post.publish.publicly_available', postId: '74' }, { telegramChatId: '@alerts', tiktokHandle })).toMatchObject([{ to: '@alerts', text: 'Post: https://www.tiktok.com/@shop/video/74' }]);
	});

	test('what has nowhere to go fails; what nobody is to hear is nothing', () => {
		expect(() => told({ event: 'post.publish.failed' }, {})).toThrow('“TikTok did not publish a post” has nowhere to go');
		expect(told({ event: 'post.publish.complete' }, {})).toEqual([]);
	});
});

describe('Report', () => {
	const report = (nodes: Nodes) => runCode('TikTok events', 'Report', { 'What to tell': [{ title: 'T', channel: 'telegram' }, { title: 'T', channel: 'webhook' }], ...nodes })[0]?.json;

	test('names the channels that took it', () => {
		expect(report({ Telegram: [{ message_id: 1 }], Webhook: [{ data: '' }] })).toEqual({ title: 'T', sent: ['Telegram', 'Webhook'] });
	});

	test('one that failed, or whose node is switched off, fails the execution', () => {
		const nodes = { Telegram: { first: [], second: [{ error: 'Forbidden' }] }, Webhook: [{ channel: 'webhook' }] };
		expect(() => report(nodes)).toThrow('Not told: T. Telegram: Forbidden Webhook: the node is switched off');
	});
});
