import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios, { type AxiosInstance } from 'axios';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { seed } from '../../../sandbox/networks/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/networks/server';
import { linkedinCredential } from '../../support/connected';

const member = `urn:li:person:${seed.linkedin.accounts[0].id}`;
const organization = `urn:li:organization:${seed.linkedin.organization.id}`;
const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.from([0, 0, 0, 9, 0, 0, 0, 9]), Buffer.alloc(100)]);

let folder: string;
let sandbox: Sandbox;
let api: AxiosInstance;
let plain: AxiosInstance;

const open = async () => {
	sandbox = await startSandbox({ port: 0, data: join(folder, 'networks.bin') });
	plain = axios.create({ baseURL: sandbox.origin, validateStatus: () => true });
};
const connect = async (appType: 'member' | 'community' = 'community') => {
	const { qmarkLinkedInOAuth2Api: data = {} }: Record<string, ICredentialDataDecryptedObject> = await linkedinCredential(sandbox.origin, { appType });
	const { access_token: token } = Object(data.oauthTokenData);
	api = axios.create({ baseURL: `${sandbox.origin}/api.linkedin.com`, validateStatus: () => true, headers: { authorization: `Bearer ${String(token)}`, 'linkedin-version': '202609', 'x-restli-protocol-version': '2.0.0' } });
};
const settings = async (linkedin: object) => expect((await plain.post('/_sandbox/settings', { linkedin })).data).toEqual({ ok: true });
const pass = async (seconds: number) => await plain.post('/_sandbox/clock', { advance: seconds });

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'qmark-linkedin-'));
	await open();
	await connect();
	await settings({ processingSeconds: 0 });
});
afterEach(async () => {
	await sandbox.close();
	rmSync(folder, { recursive: true, force: true });
});

const body = (changes: object = {}) => ({
	...{ author: organization, commentary: 'Bonjour', visibility: 'PUBLIC', lifecycleState: 'PUBLISHED', isReshareDisabledByAuthor: false },
	distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
	...changes,
});
const post = async (changes: object = {}) => await api.post('/rest/posts', body(changes));
const posted = async (changes: object = {}) => String((await post(changes)).headers['x-restli-id']);
const path = (urn: string) => `/rest/posts/${encodeURIComponent(urn)}`;
const initialize = async (collection: string, fields: object = {}) => (await api.post(`/rest/${collection}?action=initializeUpload`, { initializeUploadRequest: { owner: organization, ...fields } })).data.value;
const put = async (url: string, bytes: Buffer, headers: object = {}) => await plain.put(url, bytes, { headers: { 'content-type': 'application/octet-stream', ...headers } });
const image = async () => {
	const { uploadUrl, image: urn } = await initialize('images');
	expect((await put(uploadUrl, png)).status).toBe(201);
	return String(urn);
};

const article = { source: 'https://a.example/', title: 'A' };
const poll = { question: 'A?', options: [{ text: 'a' }, { text: 'b' }], settings: { duration: 'ONE_DAY' } };

test.each([
	['two kinds of content', { content: { article, poll } }, 400, 'INVALID_CONTENT'],
	['content of a kind that there is not', { content: { carousel: {} } }, 400, 'INVALID_CONTENT'],
	['an article without a title', { content: { article: { source: 'https://a.example/' } } }, 400, 'MISSING_FIELD'],
	['an article with a blank title', { content: { article: { ...article, title: ' ' } } }, 400, 'INVALID_VALUE_BLANK_FIELD'],
	['an article with an unknown field', { content: { article: { ...article, url: 'x' } } }, 422, undefined],
	['a long title', { content: { article: { ...article, title: 'a'.repeat(401) } } }, 422, 'FIELD_LENGTH_TOO_LONG'],
	['one answer', { content: { poll: { ...poll, options: [{ text: 'a' }] } } }, 400, 'INVALID_VALUE_FOR_FIELD'],
	['a long answer', { content: { poll: { ...poll, options: [{ text: 'a' }, { text: 'b'.repeat(31) }] } } }, 422, 'FIELD_LENGTH_TOO_LONG'],
	['a duration that there is not', { content: { poll: { ...poll, settings: { duration: 'ONE_WEEK' } } } }, 400, 'INVALID_VALUE_FOR_FIELD'],
	['one of several images', { content: { multiImage: { images: [{ id: 'urn:li:image:1' }] } } }, 400, 'INVALID_VALUE_FOR_FIELD'],
	['media that are not there', { content: { media: { id: 'urn:li:image:1' } } }, 400, 'INVALID_CONTENT'],
	['media by a number', { content: { media: { id: '1' } } }, 400, 'INVALID_URN_TYPE'],
	['a reshare with content', { content: { article }, reshareContext: { parent: 'urn:li:share:1' } }, 400, 'INVALID_CONTENT'],
	['a reshare of nothing', { reshareContext: { parent: 'urn:li:share:1' } }, 404, 'RESOURCE_NOT_FOUND'],
	['connections of an organization', { visibility: 'CONNECTIONS' }, 400, 'INVALID_VALUE_FOR_FIELD'],
	['a draft', { lifecycleState: 'DRAFT' }, 400, 'INVALID_VALUE_FOR_FIELD'],
	['an unknown field in the distribution', { distribution: { feedDistribution: 'MAIN_FEED', all: true } }, 422, undefined],
	['3,001 characters', { commentary: 'a'.repeat(3001) }, 422, 'FIELD_LENGTH_TOO_LONG'],
	['no text and nothing else', { commentary: '' }, 400, 'INVALID_VALUE_BLANK_FIELD'],
])('a post is refused: %s', async (_, changes, status, code) => {
	expect(await post(changes)).toMatchObject({ status, data: { status, ...(code && { code }) } });
	expect((await plain.get('/timeline.json')).data).toEqual([]);
});

test('3,000 characters that are all escaped are 3,000', async () => {
	expect((await post({ commentary: '\\('.repeat(3000) })).status).toBe(201);
});

test('posts are read, found, changed and deleted by keys that are encoded', async () => {
	const urn = await posted({ commentary: 'Un #été' });
	expect((await api.get(`${path(urn)}?viewContext=AUTHOR`)).data).toMatchObject({ id: urn, commentary: 'Un {hashtag|\\#|été}', lifecycleStateInfo: { isEditedByAuthor: false } });
	expect(await api.get(`/rest/posts/${urn}`)).toMatchObject({ status: 400, data: { code: 'ILLEGAL_ARGUMENT' } });
	expect(await api.get(`${path(urn)}?fields=id`)).toMatchObject({ status: 400, data: { code: 'QUERY_PARAM_NOT_ALLOWED' } });
	const finder = { headers: { 'x-restli-method': 'FINDER' } };
	const list = `/rest/posts?q=author&author=${encodeURIComponent(organization)}`;
	expect((await api.get(list, finder)).data).toMatchObject({ elements: [{ id: urn }], paging: { start: 0, count: 10 } });
	expect((await api.get(list)).status).toBe(400);
	expect((await api.get(`${list}&count=101`, finder)).status).toBe(400);
	expect((await api.get(`/rest/posts?q=author&author=${organization}`, finder)).status).toBe(400);
	expect((await api.get(`/rest/posts?q=author&author=${encodeURIComponent(member)}`, finder)).data.code).toBe('ACCESS_DENIED');
	const update = { headers: { 'x-restli-method': 'PARTIAL_UPDATE' } };
	expect((await api.post(path(urn), { patch: { $set: { commentary: 'Deux' } } })).status).toBe(400);
	expect((await api.post(path(urn), { patch: { $set: { commentary: 'Deux', visibility: 'X' } } }, update)).status).toBe(422);
	expect(await api.post(path(urn), { patch: { $set: { commentary: 'Deux' } } }, update)).toMatchObject({ status: 204, data: '' });
	expect((await plain.get('/timeline.json')).data).toMatchObject([{ text: 'Deux' }]);
	for (let time = 0; time < 2; time++) expect((await api.delete(path(urn))).status).toBe(204);
	expect((await api.get(path(urn))).status).toBe(404);
	expect((await plain.get('/timeline.json')).data).toEqual([]);
});

test('a deleted text is a duplicate for a day; pictures never are', async () => {
	const urn = await posted();
	await api.delete(path(urn));
	expect((await post()).data.message).toBe(`Content is a duplicate of ${urn}`);
	expect((await post({ content: { article } })).status).toBe(201);
	const id = await image();
	for (let time = 0; time < 2; time++) expect((await post({ content: { media: { id } } })).status).toBe(201);
	await pass(86_400);
	expect((await post()).status).toBe(201);
});

test('the day’s limit begins anew at midnight UTC', async () => {
	await settings({ dailyPosts: 1 });
	await posted();
	expect(await post({ commentary: 'Deux' })).toMatchObject({ status: 429, data: { code: 'TOO_MANY_REQUESTS' } });
	await pass(86_400);
	expect((await post({ commentary: 'Deux' })).status).toBe(201);
});

describe('uploads', () => {
	test('an image: processing, its failures, and its address', async () => {
		await settings({ processingSeconds: 60 });
		const { uploadUrl, image: urn, uploadUrlExpiresAt } = await initialize('images');
		const status = async () => (await api.get(`/rest/images/${encodeURIComponent(urn)}`)).data;
		expect(uploadUrlExpiresAt).toBeGreaterThan(Date.now());
		expect(await status()).toEqual({ id: urn, owner: organization, status: 'WAITING_UPLOAD' });
		expect((await put(uploadUrl, png, { 'linkedin-version': '202609' })).status).toBe(400);
		expect((await put(`${uploadUrl}x`, png)).status).toBe(404);
		expect((await put(uploadUrl, png)).status).toBe(201);
		expect(await status()).toMatchObject({ status: 'PROCESSING' });
		expect((await post({ content: { media: { id: urn } } })).data.message).toContain('is not available: PROCESSING');
		await pass(60);
		expect(await status()).toMatchObject({ status: 'AVAILABLE', downloadUrl: expect.stringContaining('/media/') });
		expect((await put(uploadUrl, Buffer.from('no image at all'))).status).toBe(201);
		await pass(60);
		expect(await status()).toMatchObject({ status: 'PROCESSING_FAILED', processingFailureReason: 'The image has a format that is not supported' });
		expect((await post({ author: member, content: { media: { id: urn } } })).data.message).toContain(`does not belong to ${member}`);
		await pass(86_400);
		expect(await put(uploadUrl, png)).toMatchObject({ status: 401, data: { code: 'EXPIRED_UPLOAD_URL' } });
	});

	test('a video: parts in their sizes, and their ETags in order', async () => {
		await settings({ partBytes: 16 });
		const bytes = Buffer.concat([Buffer.from('\0\0\0\x14ftypisom', 'latin1'), Buffer.alloc(28)]);
		const { video, uploadToken, uploadInstructions } = await initialize('videos', { fileSizeBytes: bytes.length, uploadCaptions: false, uploadThumbnail: false });
		expect(uploadInstructions.map(({ firstByte, lastByte }: { firstByte: number; lastByte: number }) => [firstByte, lastByte])).toEqual([[0, 15], [16, 31], [32, 39]]);
		const [first, second] = uploadInstructions;
		expect((await put(first.uploadUrl, bytes)).data.message).toContain('takes bytes 0 to 15; 40 came');
		expect((await put(first.uploadUrl, bytes.subarray(0, 16), { 'content-type': 'video/mp4' })).status).toBe(400);
		const etags: string[] = [];
		for (const { uploadUrl, firstByte, lastByte } of uploadInstructions) etags.push(String((await put(uploadUrl, bytes.subarray(firstByte, lastByte + 1))).headers.etag));
		expect(etags[0]).toMatch(/^"\/C5F10AQ\d+\/[\da-f]{32}"$/);
		const ids = etags.map((etag) => etag.slice(1, -1));
		const finalize = async (uploadedPartIds: string[], token = uploadToken) => (await api.post('/rest/videos?action=finalizeUpload', { finalizeUploadRequest: { video, uploadToken: token, uploadedPartIds } })).status;
		expect(await finalize(etags)).toBe(400);
		expect(await finalize([...ids].reverse())).toBe(400);
		expect(await finalize(ids.slice(1))).toBe(400);
		expect(await finalize(ids, 'other')).toBe(400);
		expect(await finalize(ids)).toBe(200);
		expect(await finalize(ids)).toBe(400);
		expect((await put(second.uploadUrl, bytes.subarray(16, 32))).status).toBe(400);
		expect(await posted({ content: { media: { id: video, title: 'Le film' } } })).toMatch(/^urn:li:ugcPost:/);
	});

	test('a member’s permission alone shows videos, neither images nor documents', async () => {
		await connect('member');
		const owner = { owner: member };
		for (const [collection, name, status] of [['images', 'image', 403], ['documents', 'document', 403], ['videos', 'video', 200]] as const) {
			const value = await initialize(collection, { ...owner, ...(collection === 'videos' && { fileSizeBytes: 5 }) });
			expect((await api.get(`/rest/${collection}/${encodeURIComponent(value[name])}`)).status).toBe(status);
		}
		expect((await api.post('/rest/images?action=initializeUpload', { initializeUploadRequest: { owner: organization } })).data.code).toBe('ACCESS_DENIED');
		expect((await api.post('/rest/images?action=initializeUpload', { initializeUploadRequest: { ...owner, size: 1 } })).status).toBe(422);
		expect((await api.post('/rest/images?action=other', {})).status).toBe(400);
	});

	test('outlive a restart', async () => {
		const id = await image();
		const urn = await posted({ content: { media: { id } } });
		await sandbox.close();
		await open();
		await connect();
		await pass(60);
		expect((await api.get(path(urn))).data).toMatchObject({ content: { media: { id } } });
		expect((await post({ commentary: 'Encore', content: { media: { id } } })).status).toBe(201);
		expect((await plain.get(`/www.linkedin.com/feed/update/${urn}`)).data).toContain('<img');
	});
});
