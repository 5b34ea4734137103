import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { signatureOf } from '../../../sandbox/networks/tiktok/webhooks';
import { credential, deliver, event, now, openTriggers, other, owner, post, published } from './triggers';

let triggers: Awaited<ReturnType<typeof openTriggers>>;
beforeEach(async () => (triggers = await openTriggers()));
afterEach(async () => await triggers.close());
afterEach(() => void jest.restoreAllMocks());

const body = published(1);
const signed = (text: string | Buffer, seconds = now()) => `t=${seconds},s=${createHmac('sha256', 'sandbox-tiktok-secret-not-real').update(`${seconds}.`).update(text).digest('hex')}`;
/** A broken character: half of “é” in UTF-8. */
const broken = Buffer.concat([Buffer.from(body.slice(0, -1)), Buffer.from(',"é":1}').subarray(0, 3), Buffer.from('":1}')]);

test('the known answer of TikTok’s scheme', async () => {
	const known = '{"client_key":"ck_test","event":"authorization.removed","create_time":1700000000,"user_openid":"open-1","content":"{\\"reason\\": 1 }"}';
	expect(Buffer.byteLength(known)).toBe(133);
	const signature = 't=1700000000,s=e7664e562e03c038476154ef375854418e4f46a31828483ea0460d8e00db0646';
	const trigger = triggers.trigger(undefined, { credentials: credential({ clientId: 'ck_test', clientSecret: 'tt_secret', oauthTokenData: { open_id: 'open-1' } }) });
	expect((await post(trigger.url, known, signature)).status).toBe(401);
	jest.spyOn(Date, 'now').mockReturnValue(1_700_000_299_000);
	expect((await post(trigger.url, known, signature)).status).toBe(200);
	expect(trigger.started).toEqual([
		{
			...{ event: 'authorization.removed', provider: 'tiktok', account: 'open-1', at: '2023-11-14T22:13:20.000Z', reason: 'disconnected by the user', reasonCode: 1 },
			raw: { client_key: 'ck_test', event: 'authorization.removed', create_time: 1_700_000_000, user_openid: 'open-1', content: { reason: 1 } },
		},
	]);
});

describe('refused, with no execution', () => {
	const lie = (text: string): [string, string] => [text, signed(text)];
	test.each([
		['without a signature', body, '', 401],
		['with the signature of another app', body, signatureOf(body, now(), 'another secret'), 401],
		['with no time', body, signed(body).replace(/^t=\d+,/, ''), 401],
		['with a later time than was signed', body, signed(body, now() - 400).replace(/\d+/, String(now())), 401],
		['signed six minutes ago', body, signed(body, now() - 360), 401],
		['signed in six minutes', body, signed(body, now() + 360), 401],
		['with half a signature', body, signed(body).slice(0, 50), 401],
		['signed without its time', body, `t=${now()},s=${createHmac('sha256', 'sandbox-tiktok-secret-not-real').update(body).digest('hex')}`, 401],
		['with a changed body', body.replace('complete', 'failed'), signed(body), 401],
		['with a body that was cut off', body.slice(0, -20), signed(body), 401],
		['with a body that was parsed and written again', JSON.stringify(JSON.parse(body.replace('post', '\\u0070ost'))), signed(body.replace('post', '\\u0070ost')), 401],
		['when what was signed is cut off', ...lie(body.slice(0, -20)), 400],
		['when it is not UTF-8', broken, signed(broken), 400],
		['when it is UTF-16', Buffer.from(body, 'utf16le'), signed(Buffer.from(body, 'utf16le')), 400],
		['when it is a list', ...lie('[]'), 400],
		['when it is nothing', ...lie(''), 400],
		['without an event', ...lie('{"create_time":1700000000,"content":"{}"}'), 400],
		['without a time', ...lie('{"event":"post.publish.complete","content":"{}"}'), 400],
		['when its content is cut off', ...lie('{"event":"post.publish.complete","create_time":1700000000,"content":"{\\"publish_id\\""}'), 400],
		['when its content is a list', ...lie('{"event":"post.publish.complete","create_time":1700000000,"content":"[]"}'), 400],
	])('%s', async (_, text, signature, status) => {
		const trigger = triggers.trigger();
		expect(await post(trigger.url, text, signature)).toMatchObject({ status, data: { message: expect.stringMatching(/\.$/) } });
		expect([trigger.executions, trigger.stored()]).toEqual([0, '{}']);
	});

	test('by a credential without a secret', async () => {
		const trigger = triggers.trigger(undefined, { credentials: credential({ clientSecret: '' }) });
		expect((await post(trigger.url, body, signatureOf(body, now(), ''))).status).toBe(500);
		expect(trigger.executions).toBe(0);
	});
});

test('an older signature is taken where the node is set so', async () => {
	const trigger = triggers.trigger(undefined, { parameters: { eventOptions: { oldest: 3600 } } });
	expect((await post(trigger.url, body, signed(body, now() - 3500))).status).toBe(200);
	expect((await post(trigger.url, body, signed(body, now() - 3700))).status).toBe(401);
	expect(trigger.executions).toBe(1);
});

describe('once for each event', () => {
	test('a repeated delivery, at once, later and after a restart, signed anew or not', async () => {
		const trigger = triggers.trigger(undefined, { workflowId: 'tt1' });
		const answers = await Promise.all(Array.from({ length: 20 }, async (_, second) => await post(trigger.url, body, signed(body, now() - second))));
		answers.push(await deliver(trigger, body));
		expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 21 }, () => 200));
		expect(trigger.executions).toBe(1);
		// Another process knows only what n8n's database keeps.
		await deliver(trigger, published(2));
		const restarted = triggers.trigger(undefined, { workflowId: 'tt2' });
		restarted.store(trigger.stored());
		await deliver(restarted, body);
		expect(restarted.executions).toBe(0);
	});

	test('what differs in a detail is another event', async () => {
		const trigger = triggers.trigger(undefined, { parameters: { accounts: 'all' } });
		for (const text of [body, published(2), published(1, other), body.replace('1700000000', '1700000001'), body.replace('complete', 'failed'), body]) await deliver(trigger, text);
		expect(trigger.executions).toBe(5);
	});

	test('who listens for a test event sees every delivery', async () => {
		const trigger = triggers.trigger(undefined, { mode: 'manual' });
		for (let time = 0; time < 3; time++) await deliver(trigger, body);
		expect(trigger.executions).toBe(3);
	});
});

describe('which events start the workflow', () => {
	test('those that were chosen, of the connected account; the rest is taken all the same', async () => {
		const trigger = triggers.trigger(['post.publish.complete']);
		const answers = [];
		for (const text of [published(1), published(2, other), event('post.publish.failed', {}, owner), body.replace('post.publish.complete', 'post.liked')]) answers.push((await deliver(trigger, text)).status);
		expect(answers).toEqual([200, 200, 200, 200]);
		expect(trigger.started).toMatchObject([{ account: owner, publishId: 'v_pub_file~v2-1.1' }]);
	});

	test('those of every account, where the node is set so', async () => {
		const trigger = triggers.trigger(undefined, { parameters: { accounts: 'all' }, credentials: credential({ oauthTokenData: {} }) });
		for (const text of [published(1), published(1, other)]) await deliver(trigger, text);
		expect(trigger.started.map(({ account }) => account)).toEqual([owner, other]);
	});

	test('one that leaves what it does not have empty', async () => {
		const trigger = triggers.trigger();
		for (const text of ['{"event":"portability.download.ready","create_time":1700000100,"user_openid":null,"content":null}', '{"event":"portability.download.ready","create_time":1700000101,"user_openid":"","content":""}']) expect((await deliver(trigger, text)).status).toBe(200);
		expect(trigger.started).toMatchObject([{ event: 'portability.download.ready' }, { event: 'portability.download.ready' }]);
	});

	test('one that names no account, in any case', async () => {
		const trigger = triggers.trigger();
		await deliver(trigger, event('portability.download.ready', { request_id: 7_400_000_001 }));
		expect(trigger.started).toEqual([{ event: 'portability.download.ready', provider: 'tiktok', at: '2023-11-14T22:15:00.000Z', requestId: '7400000001', raw: expect.objectContaining({ content: { request_id: 7_400_000_001 } }) }]);
	});
});

test('an ID of 64 bits stays exact, whether TikTok quotes it or not', async () => {
	const trigger = triggers.trigger();
	const about = { publish_id: 'v_pub_file~v2-1.123', publish_type: 'INBOX_SHARE' };
	await deliver(trigger, event('post.publish.publicly_available', { ...about, post_id: '7400000000000000001' }, owner));
	await deliver(trigger, event('post.publish.no_longer_publicaly_available', { ...about, post_id: 'BARE' }, owner).replace('\\"BARE\\"', '7400000000000000003'));
	expect(trigger.started).toMatchObject([
		{ event: 'post.publish.publicly_available', postId: '7400000000000000001', publishId: 'v_pub_file~v2-1.123', publishType: 'INBOX_SHARE' },
		{ event: 'post.publish.no_longer_publicaly_available', postId: '7400000000000000003', raw: { content: { post_id: '7400000000000000003' } } },
	]);
});

test('every kind of event becomes a plain item', async () => {
	const trigger = triggers.trigger();
	await deliver(trigger, event('post.publish.failed', { publish_id: 'p', publish_type: 'INBOX_SHARE', reason: 'picture_size_check_failed' }, owner));
	await deliver(trigger, event('post.publish.inbox_delivered', { publish_id: 'p', publish_type: 'INBOX_SHARE' }, owner));
	await deliver(trigger, event('video.upload.failed', { share_id: 'video.6974245311675353080.VDCxrcMJ' }, owner));
	await deliver(trigger, event('video.publish.completed', { share_id: 'video.6974245311675353080.VDCxrcMJ' }, owner));
	await deliver(trigger, event('authorization.removed', { reason: 9 }, owner));
	await deliver(trigger, event('authorization.removed', {}, owner).replace('"content":"{}"', '"content":""'));
	expect(trigger.started.map((item) => ({ ...item, raw: undefined, at: undefined, provider: undefined, account: undefined }))).toEqual([
		{ event: 'post.publish.failed', publishId: 'p', publishType: 'INBOX_SHARE', reason: 'picture_size_check_failed' },
		{ event: 'post.publish.inbox_delivered', publishId: 'p', publishType: 'INBOX_SHARE' },
		{ event: 'video.upload.failed', shareId: 'video.6974245311675353080.VDCxrcMJ' },
		{ event: 'video.publish.completed', shareId: 'video.6974245311675353080.VDCxrcMJ' },
		{ event: 'authorization.removed', reason: '9', reasonCode: 9 },
		{ event: 'authorization.removed' },
	]);
});

test('TikTok is answered before the workflow has done its work', async () => {
	const { webhooks } = new (await import('../../../nodes/QmarkTikTokTrigger/QmarkTikTokTrigger.node')).QmarkTikTokTrigger().description;
	expect(webhooks?.map(({ responseMode }) => responseMode)).toEqual(['onReceived', 'onReceived']);
	const trigger = triggers.trigger();
	expect(await deliver(trigger, body)).toMatchObject({ status: 200, data: { received: true } });
	await pause(10);
	expect(trigger.executions).toBe(1);
});
