import { itemWith, name, openFlorist, sampleFile, username } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.begin());
afterAll(async () => await florist.close());

const clip = sampleFile('bouquet-du-jour.mp4');
const items = [itemWith(clip)];
const video = { source: 'binary', binaryField: 'data', caption: 'Nos camélias #fleurs', privacyLevel: 'PUBLIC_TO_EVERYONE', allow: ['comment'] };
const draft = { source: 'binary', binaryField: 'data' };

describe('a direct post', () => {
	test('of the item’s file: asked, begun, sent, and followed to its end', async () => {
		const output = await florist.one('video:publish', { ...video, additionalFields: { coverAt: 1500, promotes: ['own'], aiGenerated: true } }, { items });
		expect(output).toEqual({
			...{ publish_id: expect.stringMatching(/^v_pub_file~/), state: 'published', post_id: '7400000000000000001', permalink: `https://www.tiktok.com/@${username}/video/7400000000000000001` },
			...{ status: 'PUBLISH_COMPLETE', fail_reason: '', uploaded_bytes: clip.length, publicaly_available_post_id: ['7400000000000000001'] },
		});
		expect(await florist.sent('/video/init/')).toEqual([
			{
				post_info: {
					...{ title: 'Nos camélias #fleurs', privacy_level: 'PUBLIC_TO_EVERYONE', disable_comment: false, disable_duet: true, disable_stitch: true },
					...{ brand_content_toggle: false, brand_organic_toggle: true, video_cover_timestamp_ms: 1500, is_aigc: true },
				},
				source_info: { source: 'FILE_UPLOAD', video_size: clip.length, chunk_size: clip.length, total_chunk_count: 1 },
			},
		]);
		expect((await florist.requests()).map(({ method, host, path }) => `${method} ${host}${path}`)).toEqual([
			'POST open.tiktokapis.com/v2/post/publish/creator_info/query/',
			'POST open.tiktokapis.com/v2/post/publish/video/init/',
			'PUT open-upload.tiktokapis.com/video/',
			'POST open.tiktokapis.com/v2/post/publish/status/fetch/',
		]);
		expect(await florist.shown()).toEqual([`${name}: video: Nos camélias #fleurs`]);
	});

	test('from a URL: fetched here and uploaded from here', async () => {
		expect(await florist.one('video:publish', { ...video, source: 'url', videoUrl: florist.sample('eclosion-camelia.mp4') })).toMatchObject({ state: 'published' });
		expect(await florist.sent('/video/init/')).toMatchObject([{ source_info: { source: 'FILE_UPLOAD', video_size: 366_589 } }]);
		expect(await florist.chunks()).toEqual([201]);
	});

	test('from a URL that TikTok fetches, of a domain that is verified', async () => {
		const url = florist.sample('eclosion-camelia.mp4');
		expect(await florist.one('video:publish', { ...video, source: 'pull', videoUrl: url })).toMatchObject({ state: 'published', publish_id: expect.stringMatching(/^v_pub_url~/) });
		expect(await florist.sent('/video/init/')).toMatchObject([{ source_info: { source: 'PULL_FROM_URL', video_url: url } }]);
		await florist.set({ verifiedDomains: ['elsewhere.example'] });
		expect(await florist.refusal('video:publish', { ...video, source: 'pull', videoUrl: url })).toMatchObject({ verdict: 'stop', code: 'url_ownership_unverified', hint: expect.stringContaining('Verify the domain') });
		expect(await florist.inits()).toBe(2);
	});

	test('only for oneself: no ID that others see, and no link', async () => {
		const output = await florist.one('video:publish', { ...video, privacyLevel: 'SELF_ONLY' }, { items });
		expect(output).toMatchObject({ state: 'published', publicaly_available_post_id: [] });
		expect(output.permalink).toBeUndefined();
		expect(await florist.shown()).toEqual([`${name} (only me): video: Nos camélias #fleurs`]);
	});

	test('processing is waited for, or left to itself', async () => {
		await florist.set({ processingSeconds: 60 });
		expect(await florist.one('video:publish', video, { items })).toMatchObject({ state: 'published' });
		expect(await florist.one('video:publish', { ...video, additionalFields: { waitAtMost: 0 } }, { items })).toMatchObject({ state: 'processing', status: 'PROCESSING_UPLOAD' });
	});

	test('once TikTok has it, nothing that comes after looks like a failure', async () => {
		await florist.fault({ match: '/status/fetch/', kind: 'status', status: 500, times: 99 });
		const output = await florist.one('video:publish', video, { items });
		expect(output).toMatchObject({ state: 'processing', next_step: expect.stringContaining('Do not publish it again'), publish_id: expect.stringMatching(/^v_pub_file~/) });
		expect(await florist.shown()).toHaveLength(1);
	});
});

describe('who sees it', () => {
	test.each(['', '={{ null }}', '={{ undefined }}', '={{ $json.audience }}'])('nobody has chosen: refused before anything is sent: %s', async (privacyLevel) => {
		expect(await florist.refusal('video:publish', { ...video, privacyLevel }, items)).toMatchObject({ verdict: 'fix-input', error: 'Privacy Level: nobody has chosen who sees the post.' });
		expect(await florist.requests()).toEqual([]);
	});

	test('a level that the account does not offer', async () => {
		expect(await florist.refusal('video:publish', { ...video, privacyLevel: 'FOLLOWER_OF_CREATOR' }, items)).toMatchObject({
			...{ verdict: 'fix-input', error: 'Privacy Level: the account does not offer “Followers” now, only “Everyone”, “Friends”, “Only Me”.' },
		});
		await florist.set({ privateAccount: true });
		expect(await florist.one('video:publish', { ...video, allow: ['comment', 'duet', 'stitch'], privacyLevel: 'FOLLOWER_OF_CREATOR' }, { items })).toMatchObject({ state: 'published' });
		expect(await florist.sent('/video/init/')).toMatchObject([{ post_info: { disable_comment: false, disable_duet: true, disable_stitch: true } }]);
	});

	test.each(['={{ null }}', '={{ undefined }}'])('what nobody has allowed is off: %s', async (allow) => {
		expect(await florist.one('video:publish', { ...video, allow, additionalFields: { promotes: allow } }, { items })).toMatchObject({ state: 'published' });
		expect(await florist.sent('/video/init/')).toMatchObject([{ post_info: { disable_comment: true, disable_duet: true, disable_stitch: true, brand_content_toggle: false, brand_organic_toggle: false } }]);
	});

	test('a paid partnership is never private', async () => {
		const branded = { additionalFields: { promotes: ['branded'] } };
		expect(await florist.refusal('video:publish', { ...video, ...branded, privacyLevel: 'SELF_ONLY' }, items)).toMatchObject({ verdict: 'fix-input', error: expect.stringContaining('another brand') });
		expect(await florist.requests()).toEqual([]);
		expect(await florist.one('video:publish', { ...video, ...branded }, { items })).toMatchObject({ state: 'published' });
		expect(await florist.sent('/video/init/')).toMatchObject([{ post_info: { brand_content_toggle: true, brand_organic_toggle: false } }]);
	});
});

describe('an app without audit', () => {
	test('makes it a draft, and says what a person has to do', async () => {
		await florist.set({ audited: false });
		expect(await florist.one('video:publish', video, { items })).toMatchObject({
			...{ state: 'draft', status: 'SEND_TO_USER_INBOX', publish_id: expect.stringMatching(/^v_inbox_file~/) },
			...{ next_step: expect.stringContaining('24 hours'), note: expect.stringContaining('not audited your app') },
		});
		expect(await florist.shown()).toEqual([`${name} (inbox): draft: `]);
	});

	test('fails where that is wished, or where drafts are not permitted', async () => {
		await florist.set({ audited: false });
		expect(await florist.refusal('video:publish', { ...video, additionalFields: { ifUnaudited: 'fail' } }, items)).toMatchObject({ verdict: 'stop', code: 'unaudited_client_can_only_post_to_private_accounts' });
		await florist.set({ dropScopes: ['video.upload'] });
		expect(await florist.refusal('video:publish', video, items)).toMatchObject({ verdict: 'stop', code: 'unaudited_client_can_only_post_to_private_accounts', hint: expect.stringContaining('tick “Drafts”') });
		expect(await florist.shown()).toEqual([]);
	});

	test('publishes for a private account alone', async () => {
		await florist.set({ audited: false, privateAccount: true });
		expect(await florist.one('video:publish', { ...video, privacyLevel: 'SELF_ONLY' }, { items })).toMatchObject({ state: 'published' });
	});
});

describe('a draft', () => {
	test('of a file', async () => {
		expect(await florist.one('video:uploadDraft', draft, { items })).toMatchObject({ state: 'draft', publish_id: expect.stringMatching(/^v_inbox_file~/), next_step: expect.stringContaining('inbox') });
		expect(await florist.sent('/inbox/video/init/')).toEqual([{ source_info: { source: 'FILE_UPLOAD', video_size: clip.length, chunk_size: clip.length, total_chunk_count: 1 } }]);
		expect(await florist.shown()).toEqual([`${name} (inbox): draft: `]);
	});

	test('of a URL that TikTok fetches; the sixth of a day is refused', async () => {
		const pulled = { ...draft, source: 'pull', videoUrl: florist.sample('bouquet-du-jour.mp4') };
		await florist.set({ pendingDrafts: 1 });
		expect(await florist.one('video:uploadDraft', pulled)).toMatchObject({ state: 'draft', publish_id: expect.stringMatching(/^v_inbox_url~/) });
		expect(await florist.refusal('video:uploadDraft', pulled)).toMatchObject({ verdict: 'stop', code: 'spam_risk_too_many_pending_share' });
	});

	test('that a person finishes is a post then', async () => {
		const { publish_id: publishId = '' } = await florist.one('video:uploadDraft', draft, { items });
		await florist.set({ finish: publishId });
		expect(await florist.one('post:getStatus', { publishId: String(publishId) })).toMatchObject({ state: 'published', post_id: '7400000000000000001' });
	});
});

describe('refused here, before anything is begun', () => {
	test.each([
		{ title: 'a caption that is too long', more: { caption: 'x'.repeat(2201) }, error: /^Caption: has 2201 characters; TikTok allows 2200/ },
		{ title: 'a file that is no video', file: itemWith(Buffer.from('Bonjour, ce fichier est un texte.'), 'text/plain', 'a.txt'), error: /^Input Binary Field: “a.txt” is text\/plain; TikTok takes MP4, MOV and WebM/ },
		{ title: 'an image with the name of a video', file: itemWith(sampleFile('tulipes-vase.jpg'), 'video/mp4'), error: /is image\/jpeg/ },
		{ title: 'an empty file', file: itemWith(Buffer.alloc(0)), error: /is empty/ },
		{ title: 'a field without a file', more: { binaryField: 'other' }, error: /no binary field “other”/ },
		{ title: 'an address that is none', more: { source: 'pull', videoUrl: 'ftp://a.example/b.mp4' }, error: /^Video URL: “ftp:\/\/a.example\/b.mp4” is no https:/ },
		{ title: 'an address by http', more: { source: 'pull', videoUrl: 'http://a.example/b.mp4' }, error: /^Video URL: .* is no https:/ },
		{ title: 'an address without a file', more: { source: 'url', videoUrl: 'http://127.0.0.1:9/none.mp4' }, error: /^Video URL: nothing could be fetched/ },
	])('$title', async ({ more, file, error }) => {
		expect(await florist.refusal('video:publish', { ...video, ...more }, [file ?? itemWith(clip)])).toMatchObject({ verdict: 'fix-input', error: expect.stringMatching(error) });
		expect(await florist.inits()).toBe(0);
	});

	test('a video that is longer than the account may post, as far as its head tells', async () => {
		await florist.set({ longestVideo: 2 });
		expect(await florist.refusal('video:publish', video, items)).toMatchObject({ verdict: 'fix-input', error: expect.stringMatching(/^Input Binary Field: the video has \d+ seconds; the account may post 2\./) });
		expect(await florist.inits()).toBe(0);
	});
});

describe('what TikTok does not let an account do', () => {
	test.each([
		{ setting: { postsPerDay: 0 }, code: 'spam_risk_too_many_posts' },
		{ setting: { banned: true }, code: 'spam_risk_user_banned_from_posting' },
		{ setting: { userCap: true }, code: 'reached_active_user_cap' },
	])('$code, with HTTP 200', async ({ setting, code }) => {
		await florist.set(setting);
		expect(await florist.refusal('video:publish', video, items)).toMatchObject({ verdict: 'stop', code });
		expect((await florist.requests()).map(({ status }) => status)).toEqual([200]);
	});

	test('a post that fails is told with its reason', async () => {
		await florist.set({ failReason: 'frame_rate_check_failed' });
		expect(await florist.refusal('video:publish', video, items)).toMatchObject({ verdict: 'fix-input', code: 'frame_rate_check_failed', hint: expect.stringContaining('23 to 60 frames') });
		expect(await florist.shown()).toEqual([]);
	});

	test('a permission that is missing is named, without a renewal', async () => {
		await florist.set({ dropScopes: ['video.publish'] });
		expect(await florist.refusal('video:publish', video, items)).toMatchObject({ verdict: 'reconnect', code: 'scope_not_authorized', hint: expect.stringContaining('Use For') });
	});
});
