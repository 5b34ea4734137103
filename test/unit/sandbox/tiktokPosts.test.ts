import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios, { type AxiosInstance } from 'axios';
import { startSandbox, type Sandbox } from '../../../sandbox/networks/server';
import { tiktokCredential } from '../../support/connected';
import { root } from '../../support/sources';

let folder: string;
let sandbox: Sandbox;
let http: AxiosInstance;
let token: string;

const clip = readFileSync(join(root, 'sandbox', 'networks', 'media', 'bouquet-du-jour.mp4'));
const settings = async (tiktok: object) => expect((await http.post('/_sandbox/settings', { tiktok })).data).toEqual({ ok: true });
const pass = async (seconds: number) => await http.post('/_sandbox/clock', { advance: seconds });

const open = async () => {
	sandbox = await startSandbox({ port: 0, data: join(folder, 'networks.bin') });
	http = axios.create({ baseURL: sandbox.origin, validateStatus: () => true, maxBodyLength: Infinity });
};
const connect = async () => {
	const { qmarkTikTokOAuth2Api: data } = await tiktokCredential(sandbox.origin, { features: ['publish', 'upload', 'list'] });
	token = String(Object(data?.oauthTokenData).access_token);
};

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'qmark-tiktok-'));
	await open();
	await connect();
});
afterEach(async () => {
	await sandbox.close();
	rmSync(folder, { recursive: true, force: true });
});

const call = async (path: string, body: object = {}, params: object = {}) =>
	await http.post(`/open.tiktokapis.com/v2/${path}/`, body, { params, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=UTF-8' } });
const publish = async (path: string, body: object = {}) => await call(`post/publish/${path}`, body);
const info = (more: object = {}) => ({ title: 'Camélias', privacy_level: 'PUBLIC_TO_EVERYONE', brand_content_toggle: false, brand_organic_toggle: false, ...more });
const fileOf = (video_size: number, chunk_size = video_size, total_chunk_count = 1) => ({ source: 'FILE_UPLOAD', video_size, chunk_size, total_chunk_count });
const pulled = (file: string) => ({ source: 'PULL_FROM_URL', video_url: `${sandbox.origin}/media/samples/${file}` });
const init = async (source_info: object = fileOf(clip.length), post_info: object = info()) => await publish('video/init', { post_info, source_info });
const codeOf = ({ status, data }: { status: number; data: { error: { code: string } } }) => [status, data.error.code];
const status = async (publish_id: string) => (await publish('status/fetch', { publish_id })).data.data;
const put = async (url: string, bytes: Buffer, first: number, total: number, type = 'video/mp4') => {
	const { status: code, headers } = await http.put(url, bytes, { headers: { 'content-type': type, 'content-range': `bytes ${first}-${first + bytes.length - 1}/${total}` } });
	return [code, headers['content-range']];
};
const timeline = async () => (await http.get('/timeline.json')).data;

test('a video is uploaded in order: 206, 201, and 416 with how far it is; its page shows it', async () => {
	const size = 12_000_000;
	const bytes = Buffer.concat([clip, Buffer.alloc(size - clip.length)]);
	const { publish_id: id, upload_url: url } = (await init(fileOf(size, 6_000_000, 2))).data.data;
	expect(id).toMatch(/^v_pub_file~v2-1\.\d+$/);
	expect(url.length).toBeLessThanOrEqual(256);
	expect(await put(url, bytes.subarray(6_000_000), 6_000_000, size)).toEqual([416, `bytes 0-0/${size}`]);
	expect(await put(url, bytes.subarray(0, 6_000_000), 0, size)).toEqual([206, `bytes 0-6000000/${size}`]);
	expect(await put(url, bytes.subarray(0, 6_000_000), 0, size)).toEqual([416, `bytes 0-6000000/${size}`]);
	expect(await put(url, bytes.subarray(6_000_000, 9_000_000), 6_000_000, size)).toEqual([400, `bytes 0-6000000/${size}`]);
	expect(await put(url, bytes.subarray(6_000_000), 6_000_000, size, 'application/octet-stream')).toEqual([400, `bytes 0-6000000/${size}`]);
	expect(await status(id)).toMatchObject({ status: 'PROCESSING_UPLOAD', uploaded_bytes: 6_000_000 });
	expect(await put(url, bytes.subarray(6_000_000), 6_000_000, size)).toEqual([201, `bytes 0-${size}/${size}`]);
	expect(await status(id)).toMatchObject({ status: 'PUBLISH_COMPLETE', uploaded_bytes: size });
	const [{ url: page, kind, media }] = await timeline();
	expect([kind, (await http.get(page)).data]).toEqual(['video', expect.stringContaining('<video')]);
	// All bytes are counted, the first megabyte is kept.
	const { headers, data } = await http.get(media[0].url, { responseType: 'arraybuffer' });
	expect([headers['x-sandbox-full-size'], data.length]).toEqual([String(size), 1024 * 1024]);
	expect((await put(`${sandbox.origin}/open-upload.tiktokapis.com/video/?upload_id=1&upload_token=no`, clip, 0, clip.length))[0]).toBe(404);
	expect(JSON.stringify((await http.get('/_sandbox/requests?network=tiktok')).data)).not.toContain('SANDBOXTTUPLOAD');
});

test('an address for an upload is good for an hour', async () => {
	const { upload_url: url } = (await init()).data.data;
	await pass(3600);
	expect((await put(url, clip, 0, clip.length))[0]).toBe(403);
});

test.each([
	{ title: 'too few chunks', source: fileOf(64_000_001, 10_000_000, 5) },
	{ title: 'chunks that are too small', source: fileOf(12_000_000, 4_000_000, 3) },
	{ title: 'a chunk that is too large', source: fileOf(80_000_000, 80_000_000, 1) },
	{ title: 'a small file in pieces', source: fileOf(4_000_000, 2_000_000, 2) },
	{ title: 'more than 4 GB', source: fileOf(4 * 1024 ** 3 + 1, 10_000_000, 429) },
	{ title: 'an unknown member', source: { ...fileOf(10), video_url: 'https://a.example/' } },
	{ title: 'an unknown source', source: { source: 'ELSEWHERE' } },
])('refused: $title', async ({ source }) => {
	expect(codeOf(await init(source))).toEqual([400, 'invalid_param']);
});

test.each([
	{ title: 'no privacy level', post: { privacy_level: undefined }, expected: [400, 'invalid_param'] },
	{ title: 'branded content for oneself', post: { privacy_level: 'SELF_ONLY', brand_content_toggle: true }, expected: [400, 'invalid_param'] },
	{ title: 'a level that is not offered', post: { privacy_level: 'FOLLOWER_OF_CREATOR' }, expected: [403, 'privacy_level_option_mismatch'] },
	{ title: 'a misspelt member', post: { disable_comments: true }, expected: [400, 'invalid_param'] },
	{ title: 'a long caption', post: { title: 'x'.repeat(2201) }, expected: [400, 'invalid_param'] },
])('refused: $title', async ({ post, expected }) => {
	expect(codeOf(await init(fileOf(10), info(post)))).toEqual(expected);
});

test('caps: HTTP 200 from creator_info, 403 from init; five drafts a day; an upload that was only begun counts as none', async () => {
	await settings({ postsPerDay: 1 });
	for (let begun = 0; begun < 2; begun++) expect((await init()).status).toBe(200);
	const { upload_url: url } = (await init()).data.data;
	await put(url, clip, 0, clip.length);
	expect(codeOf(await publish('creator_info/query'))).toEqual([200, 'spam_risk_too_many_posts']);
	expect(codeOf(await init())).toEqual([403, 'spam_risk_too_many_posts']);
	await pass(86_400);
	await connect();
	expect((await init()).status).toBe(200);
	for (let draft = 0; draft < 5; draft++) expect((await publish('inbox/video/init', { source_info: pulled('bouquet-du-jour.mp4') })).status).toBe(200);
	expect(codeOf(await publish('inbox/video/init', { source_info: pulled('bouquet-du-jour.mp4') }))).toEqual([403, 'spam_risk_too_many_pending_share']);
});

test('calls a minute, where they are counted', async () => {
	await settings({ rateLimits: true });
	const codes: unknown[] = [];
	for (let n = 0; n < 7; n++) codes.push((await init()).status);
	expect(codes).toEqual([200, 200, 200, 200, 200, 200, 429]);
	await pass(61);
	expect((await init()).status).toBe(200);
});

test('TikTok fetches from verified domains only, follows no redirect, and can be stopped while it does', async () => {
	await settings({ processingSeconds: 60 });
	const { publish_id: id } = (await init(pulled('eclosion-camelia.mp4'))).data.data;
	expect(id).toMatch(/^v_pub_url~/);
	expect((await status(id)).status).toBe('PROCESSING_DOWNLOAD');
	expect((await publish('cancel', { publish_id: id })).data.error.code).toBe('ok');
	expect(await status(id)).toMatchObject({ status: 'FAILED', fail_reason: 'publish_cancelled' });
	expect(codeOf(await publish('cancel', { publish_id: id }))).toEqual([400, 'publish_not_cancellable']);
	await pass(61);
	expect(await timeline()).toEqual([]);
	await settings({ verifiedDomains: ['ateliercamelia.example'] });
	expect(codeOf(await init(pulled('eclosion-camelia.mp4')))).toEqual([403, 'url_ownership_unverified']);
});

test('processing and moderation take the sandbox’s time, also over a restart', async () => {
	await settings({ processingSeconds: 60, moderationSeconds: 600 });
	const { publish_id: id, upload_url: url } = (await init()).data.data;
	await put(url, clip, 0, clip.length);
	expect((await status(id)).status).toBe('PROCESSING_UPLOAD');
	await sandbox.close();
	await open();
	await settings({ moderationSeconds: 600 });
	await pass(61);
	expect(await status(id)).toMatchObject({ status: 'PUBLISH_COMPLETE', publicaly_available_post_id: [] });
	await pass(601);
	expect((await publish('status/fetch', { publish_id: id })).data.data.publicaly_available_post_id).toHaveLength(1);
});

test('a draft waits in the inbox until a person finishes it', async () => {
	const { publish_id: id, upload_url: url } = (await publish('inbox/video/init', { source_info: fileOf(clip.length) })).data.data;
	await put(url, clip, 0, clip.length);
	expect((await status(id)).status).toBe('SEND_TO_USER_INBOX');
	expect(await timeline()).toMatchObject([{ kind: 'draft', account: 'Atelier Camélia (inbox)' }]);
	await settings({ finish: id });
	expect((await status(id)).status).toBe('PUBLISH_COMPLETE');
	expect(await timeline()).toMatchObject([{ kind: 'video', account: 'Atelier Camélia' }]);
});

test('public videos are listed by a cursor in ms, newest first, and found by their IDs', async () => {
	for (const title of ['Un', 'Deux', 'Trois']) await settings({ inApp: { title } });
	const list = async (body: object, fields = 'id,title') => (await call('video/list', body, { fields })).data;
	const { data: first } = await list({ max_count: 2 });
	expect(first).toMatchObject({ videos: [{ title: 'Trois' }, { title: 'Deux' }], has_more: true, cursor: expect.any(Number) });
	const { data: second } = await list({ max_count: 2, cursor: first.cursor });
	expect(second).toMatchObject({ videos: [{ title: 'Un' }], has_more: false });
	expect((await list({ max_count: 21 })).error.code).toBe('invalid_params');
	expect((await list({}, '')).error.code).toBe('invalid_params');
	expect((await list({}, 'id,secret')).error.code).toBe('invalid_params');
	const query = async (video_ids: string[]) => (await call('video/query', { filters: { video_ids } }, { fields: 'id,view_count' })).data;
	expect((await query([first.videos[0].id, '7'])).data).toEqual({ videos: [{ id: first.videos[0].id, view_count: 300 }] });
	expect((await query(Array.from({ length: 21 }, String))).error.code).toBe('invalid_params');
});
