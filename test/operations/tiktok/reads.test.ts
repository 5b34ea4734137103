import type { IDataObject, INodeType } from 'n8n-workflow';
import { QmarkTikTok } from '../../../nodes/QmarkTikTok/QmarkTikTok.node';
import { Api } from '../../../nodes/core/api';
import { openSession } from '../../../nodes/core/session';
import { tiktok } from '../../../nodes/platforms/tiktok';
import { tiktokCredential } from '../../support/connected';
import { jsonOf, runNode } from '../../support/context';
import { itemWith, name, openFlorist, openId, sampleFile, username } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.begin());
afterAll(async () => await florist.close());

const items = [itemWith(sampleFile('bouquet-du-jour.mp4'))];
const pulled = () => ({ source: 'pull', videoUrl: florist.sample('bouquet-du-jour.mp4'), additionalFields: { waitAtMost: 0 } });
const idOf = ({ publish_id: id }: IDataObject) => ({ publishId: String(id) });

describe('the account', () => {
	test('with the fields that were chosen', async () => {
		expect(await florist.one('user:get')).toEqual({ open_id: openId, union_id: expect.any(String), avatar_url: expect.any(String), display_name: name });
		expect(await florist.one('user:get', { fields: ['username', 'follower_count'] })).toEqual({ username, follower_count: expect.any(Number) });
		expect(await florist.refusal('user:get', { fields: [] })).toMatchObject({ verdict: 'fix-input', error: 'Fields: none is chosen.' });
	});

	test('a field without its permission', async () => {
		await florist.connect({ features: ['publish'] });
		expect(await florist.refusal('user:get', { fields: ['bio_description'] })).toMatchObject({ verdict: 'reconnect', code: 'scope_permission_missed', hint: expect.stringContaining('Use For') });
	});

	test('what it may post', async () => {
		expect(await florist.one('creatorInfo:get')).toMatchObject({ creator_username: username, privacy_level_options: ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'], max_video_post_duration_sec: 600 });
	});
});

describe('how far a post is', () => {
	test('asked once; its ID is exact', async () => {
		const post = await florist.one('video:publish', { source: 'binary', binaryField: 'data', caption: '', privacyLevel: 'PUBLIC_TO_EVERYONE' }, { items });
		expect(await florist.one('post:getStatus', idOf(post))).toMatchObject({ publish_id: post.publish_id, state: 'published', post_id: '7400000000000000001', status: 'PUBLISH_COMPLETE' });
		expect(await florist.refusal('post:getStatus', { publishId: 'v_pub_file~v2-1.9' })).toMatchObject({ verdict: 'fix-input', code: 'invalid_publish_id', hint: expect.stringContaining('Publish ID') });
	});

	test('that TikTok has yet to look at has no ID for others', async () => {
		await florist.set({ moderationSeconds: 3600 });
		const post = await florist.one('video:publish', { source: 'binary', binaryField: 'data', caption: '', privacyLevel: 'PUBLIC_TO_EVERYONE' }, { items });
		expect(post).toMatchObject({ state: 'published', publicaly_available_post_id: [] });
		await florist.advance(3600);
		expect(await florist.one('post:getStatus', idOf(post))).toMatchObject({ post_id: '7400000000000000001' });
	});

	test('waited for until it is settled, or for as long as is wished', async () => {
		await florist.set({ processingSeconds: 120 });
		const draft = await florist.one('video:uploadDraft', pulled());
		expect(draft).toMatchObject({ state: 'processing' });
		expect(await florist.refusal('post:waitFor', { ...idOf(draft), waitAtMost: 10 })).toMatchObject({ verdict: 'wait', code: 'processing', hint: expect.stringContaining('Do not publish it again') });
		expect(await florist.one('post:waitFor', idOf(draft))).toMatchObject({ state: 'draft', status: 'SEND_TO_USER_INBOX' });
	});

	test.each(['={{ undefined }}', '={{ null }}'])('no time to wait: refused, and nobody waits without an end: %s', async (waitAtMost) => {
		await florist.set({ processingSeconds: 60 });
		const draft = await florist.one('video:uploadDraft', pulled());
		expect(await florist.refusal('post:waitFor', { ...idOf(draft), waitAtMost })).toMatchObject({ verdict: 'fix-input', error: 'Wait at Most: is empty.' });
	});

	test('one that failed is told with its reason; asking once is no failure', async () => {
		await florist.set({ failReason: 'spam_risk_text' });
		const post = await florist.one('photo:uploadDraft', { photoUrls: florist.sample('tulipes-vase.jpg'), additionalFields: { waitAtMost: 0 } });
		expect(await florist.refusal('post:waitFor', idOf(post))).toMatchObject({ verdict: 'fix-input', code: 'spam_risk_text', hint: expect.stringContaining('change its words') });
		expect(await florist.one('post:getStatus', idOf(post))).toMatchObject({ state: 'failed', fail_reason: 'spam_risk_text' });
	});
});

describe('cancelled', () => {
	test('while TikTok still fetches it, also where the answer is lost', async () => {
		await florist.set({ processingSeconds: 600 });
		for (const fault of [false, true]) {
			const post = await florist.one('video:uploadDraft', pulled());
			if (fault) await florist.fault({ match: '/cancel/', kind: 'reset', when: 'after' });
			expect(await florist.one('post:cancel', idOf(post))).toEqual({ publish_id: post.publish_id, cancelled: true });
			expect(await florist.one('post:getStatus', idOf(post))).toMatchObject({ state: 'failed', fail_reason: 'publish_cancelled' });
		}
	});

	test('in doubt where TikTok cannot be asked either: not told to have come too late', async () => {
		await florist.set({ processingSeconds: 600 });
		const post = await florist.one('video:uploadDraft', pulled());
		await florist.fault({ match: '/cancel/', kind: 'reset', when: 'after' });
		await florist.fault({ match: '/status/fetch/', kind: 'status', status: 502, times: 99 });
		expect(await florist.refusal('post:cancel', idOf(post))).toMatchObject({ verdict: 'unknown' });
	});

	test('too late', async () => {
		const post = await florist.one('video:uploadDraft', { source: 'binary', binaryField: 'data' }, { items });
		expect(await florist.refusal('post:cancel', idOf(post))).toMatchObject({ verdict: 'stop', code: 'publish_not_cancellable', hint: expect.stringContaining('too late') });
	});
});

describe('videos', () => {
	const posted = async (count: number) => {
		for (let n = 1; n <= count; n++) await florist.set({ inApp: { title: `Numéro ${n}` } });
	};

	test('some, newest first; no more is asked for than is wanted', async () => {
		await posted(3);
		expect(await florist.run('video:getAll', { returnAll: false, limit: 2, fields: ['id', 'title', 'view_count'] })).toEqual([
			{ id: '7400000000000000003', title: 'Numéro 3', view_count: 300 },
			{ id: '7400000000000000002', title: 'Numéro 2', view_count: 200 },
		]);
		expect(await florist.sent('/video/list/')).toEqual([{ max_count: 2 }]);
	});

	test('all of 45, in pages of 20', async () => {
		await posted(45);
		const videos = await florist.run('video:getAll', { returnAll: true });
		expect(new Set(videos.map(({ id }) => id)).size).toBe(45);
		expect(await florist.sent('/video/list/')).toEqual([{ max_count: 20 }, { max_count: 20, cursor: expect.any(Number) }, { max_count: 20, cursor: expect.any(Number) }]);
	});

	test('by their IDs and addresses, 20 a call; one that is not shown is told', async () => {
		await posted(25);
		const ids = Array.from({ length: 25 }, (_, n) => `74${String(25 - n).padStart(17, '0')}`);
		const asked = [`https://www.tiktok.com/@${username}/video/${ids[0] ?? ''}?lang=fr`, ...ids.slice(1), '7499999999999999999'].join(', ');
		const videos = await florist.run('video:get', { videoIds: asked, fields: ['id', 'title'] });
		expect(videos.map(({ id }) => id)).toEqual([...ids, '7499999999999999999']);
		expect(videos.at(-1)).toEqual({ id: '7499999999999999999', available: false });
		expect((await florist.sent('/video/query/')).map(({ filters }) => Object(filters).video_ids.length)).toEqual([20, 6]);
		expect(await florist.run('video:get', { videoIds: ids[0] ?? '', fields: ['title'] })).toEqual([{ id: ids[0], title: 'Numéro 25' }]);
		expect(await florist.refusal('video:get', { videoIds: 'abc' })).toMatchObject({ verdict: 'fix-input', error: 'Video IDs: “abc” is neither the ID nor the address of a video.' });
	});
});

describe('TikTok’s limits', () => {
	test('many drafts in a row stay within the minute', async () => {
		await florist.set({ rateLimits: true, pendingDrafts: 99 });
		const draft = { photoUrls: florist.sample('tulipes-vase.jpg') };
		expect(await florist.run('photo:uploadDraft', draft, { items: Array.from({ length: 9 }, () => ({ json: {} })) })).toHaveLength(9);
		expect((await florist.requests()).map(({ status }) => status)).not.toContain(429);
		expect(await florist.inits()).toBe(9);
	});

	test('a limit all the same is waited out: a minute', async () => {
		await florist.fault({ match: '/user/info/', kind: 'status', status: 429 });
		const began = Date.now();
		expect(await florist.one('user:get')).toMatchObject({ open_id: openId });
		expect(Date.now() - began).toBeGreaterThan(55_000);
	});
});

test('an int64 that JSON would round comes out exact', () => {
	expect(tiktok.parse('{"data":{"publicaly_available_post_id":[7400000000000000001],"cursor":1643332803000}}')).toEqual({ data: { publicaly_available_post_id: ['7400000000000000001'], cursor: 1643332803000 } });
});

test('an ended token is renewed once, a missing permission is not', async () => {
	await florist.advance(7200);
	expect(await florist.one('user:get')).toMatchObject({ open_id: openId });
	await florist.set({ dropScopes: ['video.list'] });
	const before = (await florist.requests()).length;
	expect(await florist.refusal('video:getAll', {})).toMatchObject({ verdict: 'reconnect', code: 'scope_not_authorized' });
	expect((await florist.requests()).length).toBe(before + 1);
});

describe('what a diagnosis finds', () => {
	const diagnosis = async (more?: object) => {
		const credentials = await tiktokCredential(florist.origin, { features: ['publish'], ...more });
		const node: INodeType = {
			description: new QmarkTikTok().description,
			async execute() {
				const session = await openSession(this, tiktok);
				return [(await tiktok.diagnose(new Api(session, 'read'), {}, session.credentials)).map((json) => ({ json: { ...json } }))];
			},
		};
		return jsonOf(await runNode({ node, credentials, parameters: {} }));
	};

	test('an app that may serve no more accounts, an account that may not post, and nothing', async () => {
		expect(await diagnosis()).toEqual([]);
		await florist.set({ userCap: true });
		expect(await diagnosis()).toMatchObject([{ problem: 'unaudited-app', fix: expect.stringContaining('audit') }]);
		await florist.set({ userCap: false, banned: true });
		expect(await diagnosis()).toMatchObject([{ problem: 'account-type', message: expect.stringContaining('banned') }]);
		expect(await diagnosis({ features: ['upload'] })).toEqual([]);
	});
});
