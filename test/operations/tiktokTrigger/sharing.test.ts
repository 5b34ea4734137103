import axios from 'axios';
import { openSandbox } from '../../support/sandbox';
import type { Sandbox } from '../../support/sandbox';
import { tiktokCredential } from '../../support/connected';
import type { Delivery } from '../../../sandbox/networks/tiktok/webhooks';
import { seed } from '../../../sandbox/networks/seed';
import { credential, deliver, event, openTriggers, other, owner, post, published } from './triggers';

let triggers: Awaited<ReturnType<typeof openTriggers>>;
let sandbox: Sandbox;
beforeAll(async () => (sandbox = await openSandbox()));
beforeEach(async () => {
	triggers = await openTriggers();
	await sandbox.reset();
});
afterEach(async () => await triggers.close());
afterAll(async () => await sandbox.close());

const naming = (...urls: string[]) => ({ eventOptions: { otherWorkflows: urls.map((url) => `${url}/callback`).join('\n') } });

describe('several workflows behind one callback URL', () => {
	test('each starts once with its own events, also where two name each other', async () => {
		const failed = triggers.trigger(['post.publish.failed'], { webhookId: 'b', parameters: naming(`${triggers.origin}/webhook/a`) });
		const door = triggers.trigger(['post.publish.complete'], { webhookId: 'a', parameters: naming(failed.url, `https://n8n.example.com/webhook/a`) });
		for (const body of [published(1), published(1), event('post.publish.failed', { publish_id: 'p' }, owner), published(2)]) expect((await deliver(door, body)).status).toBe(200);
		expect([door.executions, failed.executions]).toEqual([2, 1]);
		expect((await deliver(failed, published(3))).status).toBe(200);
		expect(door.started).toMatchObject([{ publishId: 'v_pub_file~v2-1.1' }, { publishId: 'v_pub_file~v2-1.2' }, { publishId: 'v_pub_file~v2-1.3' }]);
	});

	test('one that is switched off, or of another app, holds nobody up', async () => {
		const foreign = triggers.trigger(undefined, { credentials: credential({ clientSecret: 'another secret' }) });
		const door = triggers.trigger(undefined, { parameters: naming(`${triggers.origin}/webhook/gone`, foreign.url) });
		expect((await deliver(door, published(1))).status).toBe(200);
		expect([door.executions, foreign.executions]).toEqual([1, 0]);
	});

	test('what one of them could not take comes again, and starts the others once', async () => {
		const broken = triggers.trigger(undefined, { credentials: credential({ clientSecret: '' }) });
		const door = triggers.trigger(undefined, { parameters: naming(broken.url) });
		expect((await deliver(door, published(1))).status).toBe(503);
		expect((await deliver(door, published(1))).status).toBe(503);
		expect(door.executions).toBe(1);
	});

	test('one whose account is not connected any more holds none of the others up, also where it is the one that TikTok calls', async () => {
		const second = triggers.trigger();
		const door = triggers.trigger(undefined, { parameters: naming(second.url), credentials: credential({ oauthTokenData: {} }) });
		expect((await post(door.url, published(1), 't=1,s=2')).status).toBe(401);
		expect((await deliver(door, published(1))).status).toBe(503);
		expect([door.executions, second.executions]).toEqual([0, 1]);
	});

	test('the inner address hands nothing on', async () => {
		const second = triggers.trigger();
		const door = triggers.trigger(undefined, { parameters: naming(second.url) });
		await deliver(door, published(1), 'events');
		expect([door.executions, second.executions]).toEqual([1, 0]);
	});
});

describe('publishing the workflow', () => {
	test('a credential that is whole, and nothing is asked of TikTok', async () => {
		const trigger = triggers.trigger(undefined, { parameters: { eventOptions: { oldest: 600, otherWorkflows: `${triggers.origin}/webhook/b/callback, ${triggers.origin}/webhook-test/c/callback` } } });
		expect([await trigger.hook('checkExists'), await trigger.hook('create'), await trigger.hook('delete')]).toEqual([false, true, true]);
	});

	test.each([
		['no secret', {}, credential({ clientSecret: '' }), 'holds no client secret'],
		['no account', {}, credential({ oauthTokenData: { access_token: 'act.x' } }), 'is not connected'],
		['no events', { events: [] }, credential(), 'Events: none is chosen.'],
		['a URL of something else', { eventOptions: { otherWorkflows: 'https://n8n.example.com/form/1' } }, credential(), 'Other Workflows: “https://n8n.example.com/form/1” is not the URL of a QMARK TikTok Trigger.'],
		['a text', { eventOptions: { otherWorkflows: 'the other one' } }, credential(), 'Other Workflows: “the”'],
		['no age', { eventOptions: { oldest: 0 } }, credential(), 'Oldest Signature: 0 is not a number of seconds from 1 to 259200.'],
	])('is refused with %s', async (_, parameters, credentials, message) => {
		const trigger = triggers.trigger(undefined, { parameters, credentials });
		await expect(trigger.hook('create')).rejects.toThrow(message);
	});
});

/** What the sandbox has sent, once it is as far as `isThere` says. */
async function sent(isThere: (sent: Delivery[]) => boolean): Promise<Delivery[]> {
	for (const end = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 25))) {
		const { data } = await axios.get<Delivery[]>(`${sandbox.origin}/open.tiktokapis.com/_webhooks`);
		if (isThere(data)) return data;
		if (Date.now() > end) throw new Error(`An event was not taken: ${JSON.stringify(data)}`);
	}
}

/** Nothing is on its way any more. */
const delivered = async (count: number) => await sent((all) => all.length >= count && all.every(({ done }) => done));
const tried = async () => await sent(([first]) => first !== undefined && first.tries.length > 0);

test('what TikTok sends by itself, twice each: a post that is published for all, and one that fails', async () => {
	const credentials = await tiktokCredential(sandbox.origin);
	const trigger = triggers.trigger(undefined, { credentials });
	await sandbox.settings({ tiktok: { webhook: `${trigger.url}/callback`, webhookTwice: true } });
	const { oauthTokenData } = credentials.qmarkTikTokOAuth2Api ?? {};
	const token = typeof oauthTokenData === 'object' && 'access_token' in oauthTokenData ? String(oauthTokenData.access_token) : '';
	const photos = (image: string) => ({
		...{ media_type: 'PHOTO', post_mode: 'DIRECT_POST', source_info: { source: 'PULL_FROM_URL', photo_images: [image], photo_cover_index: 0 } },
		post_info: { title: 'Camélias', privacy_level: 'PUBLIC_TO_EVERYONE', disable_comment: false, brand_content_toggle: false, brand_organic_toggle: false },
	});
	const http = axios.create({ baseURL: `${sandbox.origin}/open.tiktokapis.com/v2/post/publish`, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=UTF-8' } });
	const { data: first } = await http.post('/content/init/', photos(`${sandbox.origin}/media/samples/bouquet-camelia.jpg`));
	await delivered(2);
	await http.post('/content/init/', photos(`${sandbox.origin}/media/samples/none.jpg`));
	expect((await delivered(3)).map(({ tries }) => tries)).toEqual([[200, 200], [200, 200], [200, 200]]);
	expect(trigger.executions).toBe(3);
	const byName = trigger.started.toSorted((one, two) => String(one.event).localeCompare(String(two.event)));
	expect(byName).toMatchObject([
		{ event: 'post.publish.complete', account: owner, publishId: first.data.publish_id },
		{ event: 'post.publish.failed', reason: 'photo_pull_failed' },
		{ event: 'post.publish.publicly_available', postId: expect.stringMatching(/^74\d{17}$/), publishId: first.data.publish_id },
	]);
});

test('an n8n that is away for a moment hears of it later', async () => {
	await sandbox.settings({ tiktok: { webhook: `${triggers.origin}/webhook/late/callback` } });
	await sandbox.settings({ tiktok: { event: { event: 'authorization.removed', content: { reason: 5 }, account: other } } });
	await tried();
	const trigger = triggers.trigger(undefined, { webhookId: 'late', parameters: { accounts: 'all' } });
	expect((await delivered(1))[0]?.tries).toEqual([404, 200]);
	expect(trigger.started).toMatchObject([{ account: seed.tiktok.accounts[1].id, reason: 'revoked by the developer' }]);
});
