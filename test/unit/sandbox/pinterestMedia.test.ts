import axios, { type AxiosInstance } from 'axios';
import { readForm } from '../../../sandbox/n8n/consent';
import { seed } from '../../../sandbox/networks/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/networks/server';

const { appId, appSecret, board } = seed.pinterest;
const redirect_uri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
const scope = 'user_accounts:read,boards:read,boards:write,pins:read,pins:write';
const live = 'api.pinterest.com';

let sandbox: Sandbox;
let http: AxiosInstance;
let headers: { authorization: string };

/** Connects as the first account, on one of the two hosts. */
async function connect(host = live): Promise<void> {
	const page = await http.get<string>('/www.pinterest.com/oauth/', { params: { client_id: appId, redirect_uri, response_type: 'code', scope } });
	const filled = readForm(page.data);
	if (!filled) throw new Error(page.data);
	const { headers: back } = await http.post(filled.action, filled.fields);
	const code = new URL(String(back.location)).searchParams.get('code') ?? '';
	const form = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri });
	const { data } = await http.post(`/${host}/v5/oauth/token`, form, { auth: { username: appId, password: appSecret } });
	headers = { authorization: `Bearer ${data.access_token}` };
}

beforeAll(async () => {
	sandbox = await startSandbox({ port: 0 });
	http = axios.create({ baseURL: sandbox.origin, validateStatus: () => true, maxRedirects: 0 });
});
beforeEach(async () => {
	await http.post('/_sandbox/reset');
	await connect();
});
afterAll(async () => await sandbox.close());

const settings = async (pinterest: object) => (await http.post('/_sandbox/settings', { pinterest })).status;
const post = async (path: string, body: object, host = live) => await http.post(`/${host}/v5/${path}`, body, { headers });
const get = async (path: string, host = live) => await http.get(`/${host}/v5/${path}`, { headers });
const jpeg = async () => Buffer.from((await axios.get<ArrayBuffer>(`${sandbox.origin}/media/samples/tulipes-vase.jpg`, { responseType: 'arraybuffer' })).data);
const mp4 = async () => Buffer.from((await axios.get<ArrayBuffer>(`${sandbox.origin}/media/samples/eclosion-camelia.mp4`, { responseType: 'arraybuffer' })).data);

interface Registered {
	media_id: string;
	upload_url: string;
	upload_parameters: Record<string, string>;
}
const register = async () => (await post('media', { media_type: 'video' })).data as Registered;

type Part = [name: string, value: string | Blob];
const partsOf = async ({ upload_parameters: parameters }: Registered): Promise<Part[]> => [...Object.entries(parameters), ['file', new File([await mp4()], 'a.mp4', { type: 'video/mp4' })]];
async function upload({ upload_url: url }: Registered, parts: readonly Part[], more: object = {}) {
	const form = new FormData();
	for (const [name, value] of parts) form.append(name, value);
	return await axios.post<string>(url, form, { validateStatus: () => true, ...more });
}

describe('the store', () => {
	test('takes every parameter, then the file, and answers nothing', async () => {
		const media = await register();
		expect(media.upload_url).toContain('pinterest-media-upload.s3-accelerate.amazonaws.com');
		expect(await upload(media, await partsOf(media))).toMatchObject({ status: 204, data: '' });
	});

	test.each<[string, (parts: Part[]) => Part[], number, string]>([
		['a field after the file', (parts) => [...parts.slice(1), ...parts.slice(0, 1)], 400, 'InvalidArgument'],
		['a parameter that is missing', (parts) => parts.filter(([name]) => name !== 'x-amz-date'), 403, 'AccessDenied'],
		['no Content-Type among the fields', (parts) => parts.filter(([name]) => name !== 'Content-Type'), 403, 'AccessDenied'],
		['a parameter that was not given', (parts) => [['acl', 'public-read'], ...parts], 403, 'AccessDenied'],
		['another signature', (parts) => parts.map(([name, value]) => [name, name === 'x-amz-signature' ? 'x' : value]), 403, 'AccessDenied'],
		['another key', (parts) => parts.map(([name, value]) => [name, name === 'key' ? 'uploads/x' : value]), 403, 'AccessDenied'],
		['no file', (parts) => parts.slice(0, -1), 400, 'InvalidArgument'],
		['a file of another name', (parts) => parts.map(([name, value]) => [name === 'file' ? 'video' : name, value]), 400, 'InvalidArgument'],
	])('refuses %s, in S3’s words', async (_, changed, status, code) => {
		const media = await register();
		const answer = await upload(media, changed(await partsOf(media)));
		expect(answer).toMatchObject({ status, data: expect.stringContaining(`<Code>${code}</Code>`) });
		expect((await get(`media/${media.media_id}`)).data).toMatchObject({ status: 'registered' });
	});

	test('refuses a token, a permission of an hour ago, and what is no form', async () => {
		const media = await register();
		expect(await upload(media, await partsOf(media), { headers })).toMatchObject({ status: 400, data: expect.stringContaining('Only one auth mechanism') });
		expect(await axios.post(media.upload_url, 'bytes', { validateStatus: () => true })).toMatchObject({ status: 400 });
		await http.post('/_sandbox/clock', { advance: 3_601 });
		expect(await upload(media, await partsOf(media))).toMatchObject({ status: 403, data: expect.stringContaining('expired') });
	});

	test('the journal shows neither token nor policy', async () => {
		const media = await register();
		await upload(media, await partsOf(media));
		const [call] = (await http.get('/_sandbox/requests', { params: { network: 'pinterest' } })).data.slice(-1);
		expect(call).toMatchObject({ path: '/', body: { file: { filename: 'a.mp4', mime: 'video/mp4', size: (await mp4()).length } } });
		expect(JSON.stringify(call)).not.toContain(media.upload_parameters.policy);
		expect(JSON.stringify(call)).not.toContain(media.upload_parameters['x-amz-signature']);
	});
});

describe('a video', () => {
	const pin = (media_id: string, more: object = { cover_image_key_frame_time: 1 }) => ({ board_id: board.id, media_source: { source_type: 'video_id', media_id, ...more } });

	test('is registered, processed, succeeded, by the clock', async () => {
		const media = await register();
		expect((await get(`media/${media.media_id}`)).data).toEqual({ media_id: media.media_id, media_type: 'video', status: 'registered' });
		expect(await post('pins', pin(media.media_id))).toMatchObject({ status: 400, data: { code: 1 } });
		await upload(media, await partsOf(media));
		expect((await get(`media/${media.media_id}`)).data).toMatchObject({ status: 'processing' });
		expect(await post('pins', pin(media.media_id))).toMatchObject({ status: 400, data: { message: expect.stringContaining('not processed') } });
		await http.post('/_sandbox/clock', { advance: 3 });
		expect((await get('media')).data).toMatchObject({ items: [{ media_id: media.media_id, status: 'succeeded' }], bookmark: null });
		expect(await post('pins', pin(media.media_id))).toMatchObject({ status: 201, data: { creative_type: 'REGULAR', media: { media_type: 'video', duration: null } } });
	});

	test('fails where it is none, or by a setting', async () => {
		const media = await register();
		const parts = (await partsOf(media)).map(([name, value]): Part => [name, name === 'file' ? new File(['no film'], 'a.mp4') : value]);
		await upload(media, parts);
		await http.post('/_sandbox/clock', { advance: 3 });
		expect((await get(`media/${media.media_id}`)).data).toMatchObject({ status: 'failed' });
		expect(await settings({ processingFails: 'yes' })).toBe(400);
		expect((await get('media/1')).data).toMatchObject({ code: 404 });
		expect((await post('media', { media_type: 'image' })).data).toMatchObject({ code: 1 });
	});

	test('wants one cover and no more; the API Sandbox takes none', async () => {
		await settings({ processingSeconds: 0 });
		const media = await register();
		await upload(media, await partsOf(media));
		for (const cover of [{}, { cover_image_key_frame_time: 1, cover_image_url: 'https://a.example/' }, { cover_image_key_frame_time: -1 }]) {
			expect(await post('pins', pin(media.media_id, cover))).toMatchObject({ status: 400, data: { code: 1 } });
		}
		await connect('api-sandbox.pinterest.com');
		expect(await post('pins', pin(media.media_id), 'api-sandbox.pinterest.com')).toMatchObject({ status: 400, data: { message: expect.stringContaining('API Sandbox') } });
	});
});

describe('images in the call', () => {
	const pin = (data: string, content_type = 'image/jpeg') => ({ board_id: board.id, media_source: { source_type: 'image_base64', content_type, data } });

	test('are looked into, and counted rather than kept', async () => {
		const image = await jpeg();
		expect(await post('pins', pin(image.toString('base64')))).toMatchObject({ status: 201, data: { media: { media_type: 'image' } } });
		expect(await post('pins', pin(image.toString('base64'), 'image/png'))).toMatchObject({ status: 400 });
		expect(await post('pins', pin('!!!!'))).toMatchObject({ status: 400 });
		const large = Buffer.concat([image, Buffer.alloc(21 * 1024 * 1024)]).toString('base64');
		expect(await post('pins', pin(large))).toMatchObject({ status: 400, data: { message: expect.stringContaining('more than 20971520 bytes') } });
		const journal = JSON.stringify((await http.get('/_sandbox/requests', { params: { network: 'pinterest' } })).data);
		expect(journal.length).toBeLessThan(20_000);
	});

	test('of a carousel are two to five, all of the same size', async () => {
		const data = (await jpeg()).toString('base64');
		const carousel = (count: number, more: object = {}) => ({ board_id: board.id, media_source: { source_type: 'multiple_image_base64', items: Array(count).fill({ content_type: 'image/jpeg', data }), ...more } });
		expect(await post('pins', carousel(2))).toMatchObject({ status: 201, data: { creative_type: 'CAROUSEL', media: { items: [{}, {}] } } });
		for (const wrong of [carousel(1), carousel(6), carousel(2, { index: 2 }), carousel(2, { url: 'a' })]) expect(await post('pins', wrong)).toMatchObject({ status: 400, data: { code: 1 } });
	});
});

describe('strictness', () => {
	test.each(['boards?page_size=251', 'boards?page_size=x', 'boards?bookmark=x', 'boards?limit=5', 'boards?privacy=SECRETS', 'boards?ad_account_id=x', 'pins?creative_types=PAINTING', 'pins?pin_metrics=yes'])('GET %s is refused', async (path) => {
		expect(await get(path)).toMatchObject({ status: 400, data: { code: 1 } });
	});

	test('codes of what is not there', async () => {
		const answers = [await get('boards/1'), await get('pins/1'), await get(`boards/${board.id}/sections/1/pins`), await http.delete(`/${live}/v5/boards/${board.id}/sections/1`, { headers }), await get('nothing')];
		expect(answers.map(({ status, data }) => [status, data.code])).toEqual([[404, 40], [404, 50], [404, 2031], [404, 404], [404, 404]]);
	});

	test('each category has its own allowance, told in headers', async () => {
		await settings({ limits: { org_read: 2 } });
		await get('boards');
		expect((await get('boards')).headers).toMatchObject({ 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': expect.stringMatching(/^\d+$/) });
		expect(await get('boards')).toMatchObject({ status: 429, data: { code: 8 } });
		expect(await post('boards', { name: 'Roses' })).toMatchObject({ status: 201 });
		await http.post('/_sandbox/clock', { advance: 60 });
		expect((await get('boards')).status).toBe(200);
		expect(await settings({ limits: { org_reed: 1 } })).toBe(400);
	});

	test('with trial access an allowance is that of a day', async () => {
		await settings({ access: 'trial', limits: { org_read: 1 } });
		await get('boards');
		await http.post('/_sandbox/clock', { advance: 60 });
		expect((await get('boards')).status).toBe(429);
		await http.post('/_sandbox/clock', { advance: 86_400 });
		expect((await get('boards')).status).toBe(200);
	});
});
