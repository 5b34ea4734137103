import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios, { type AxiosInstance } from 'axios';
import { seedTokens } from '../../../sandbox/networks/meta/tokens';
import { seed } from '../../../sandbox/networks/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/networks/server';
import type { TimelineEntry } from '../../../sandbox/networks/world';

const { page, instagram, user, appId, appSecret } = seed.meta;
const { customer, token } = seed.telegram;
const chat_id = `@${seed.telegram.channel.username}`;
const redirect_uri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
const sample = (name: string) => readFileSync(join(__dirname, '../../../sandbox/networks/media', name));

let folder: string;
let file: string;
let sandbox: Sandbox;
let http: AxiosInstance;

const open = async (port = 0) => {
	sandbox = await startSandbox({ port, data: file });
	http = axios.create({ baseURL: sandbox.origin, validateStatus: () => true });
};
const restart = async (port = Number(new URL(sandbox.origin).port)) => {
	await sandbox.close();
	await open(port);
};
const graph = async (path: string, body: object, access_token: string = seedTokens.page) =>
	(await http.post(`/graph.facebook.com/v25.0/${path}`, { ...body, access_token })).data;
const read = async (id: string, fields: string, access_token: string = seedTokens.page) =>
	(await http.get(`/graph.facebook.com/v25.0/${id}`, { params: { fields, access_token } })).data;
const bot = async (method: string, body: object) => (await http.post(`/api.telegram.org/bot${token}/${method}`, body)).data;
const timeline = async () => (await http.get<TimelineEntry[]>('/timeline.json')).data;
const texts = async () => (await timeline()).map(({ text }) => text);
const settings = async (changes: object) => expect((await http.post('/_sandbox/settings', changes)).status).toBe(200);
const samples = (name: string) => `${sandbox.origin}/media/samples/${name}`;
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'qmark-memory-'));
	file = join(folder, 'data', 'networks.bin');
	await open();
});
afterEach(async () => {
	await sandbox.close();
	rmSync(folder, { recursive: true, force: true });
});

const reel = async (finish: object) => {
	const { video_id, upload_url } = await graph(`${page.id}/video_reels`, { upload_phase: 'start' });
	const video = sample('bouquet-du-jour.mp4');
	await axios.post(upload_url, video, { headers: { authorization: `OAuth ${seedTokens.page}`, offset: 0, file_size: video.length } });
	expect(await graph(`${page.id}/video_reels`, { upload_phase: 'finish', video_id, ...finish })).toEqual({ success: true });
	return video_id;
};

/** Goes through the consent dialog; answers the code of the redirect. */
const consent = async () => {
	const asked = { client_id: appId, redirect_uri, state: 'any', response_type: 'code', scope: 'pages_show_list', decision: 'approve' };
	const { headers } = await http.post('/www.facebook.com/v25.0/dialog/oauth', new URLSearchParams(asked), { maxRedirects: 0 });
	return new URL(String(headers.location)).searchParams.get('code');
};
const redeem = async (code: string | null) =>
	(await http.get('/graph.facebook.com/v25.0/oauth/access_token', { params: { client_id: appId, client_secret: appSecret, redirect_uri, code } })).data;

/** Until `seen` holds; what the clock brings about comes up to a fifth of a second later. */
const until = async (seen: () => Promise<boolean>) => {
	for (let tries = 0; !(await seen()); tries++) {
		if (tries > 40) throw new Error(`Not seen; the timeline says: ${(await texts()).join(' | ')}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
};

test('Meta: posts, photos, reels, Instagram media and comments answer as before, under the same ids', async () => {
	await settings({ meta: { processingSeconds: 0 } });
	const post = await graph(`${page.id}/feed`, { message: 'Bonjour' });
	const photo = await graph(`${page.id}/photos`, { url: samples('bouquet-camelia.jpg'), caption: 'Camélias' });
	const video = await reel({ video_state: 'PUBLISHED', description: 'Du jour' });
	const container = await graph(`${instagram.id}/media`, { image_url: samples('mariage-blanc.jpg'), caption: 'Blanc' }, seedTokens.user);
	const media = await graph(`${instagram.id}/media_publish`, { creation_id: container.id }, seedTokens.user);
	const comment = await graph(`${post.id}/comments`, { message: 'Merci !' });
	await until(async () => (await texts()).includes('Du jour'));
	const before = await timeline();
	expect(before).toHaveLength(5);

	await restart();
	expect(await timeline()).toEqual(before);
	expect((await read(post.id, 'message,comments')).comments.data).toMatchObject([{ id: comment.id, message: 'Merci !' }]);
	expect(await read(photo.id, 'name')).toMatchObject({ name: 'Camélias' });
	expect((await read(video, 'status')).status).toMatchObject({ video_status: 'ready', publishing_phase: { status: 'complete' } });
	expect(await read(media.id, 'caption', seedTokens.user)).toMatchObject({ caption: 'Blanc' });
	const uploaded = before.find(({ kind }) => kind === 'reel')?.media[0]?.url ?? '';
	expect((await http.get(uploaded, { responseType: 'arraybuffer' })).data).toHaveLength(sample('bouquet-du-jour.mp4').length);
	const next = await graph(`${page.id}/feed`, { message: 'Bonsoir' });
	expect(BigInt(next.id.split('_')[1])).toBeGreaterThan(BigInt(post.id.split('_')[1]));
});

test('Telegram: messages, files, polls, commands, waiting updates and blocked chats are as before', async () => {
	const message = (await bot('sendMessage', { chat_id, text: 'Ouvert' })).result;
	const form = new FormData();
	form.append('chat_id', chat_id);
	form.append('photo', new Blob([sample('tulipes-vase.jpg')]), 'tulipes.jpg');
	const { photo } = (await bot('sendPhoto', form)).result;
	const poll = (await bot('sendPoll', { chat_id, question: 'Rouge ?', options: ['Oui', 'Non'] })).result;
	await bot('setMyCommands', { commands: [{ command: 'start', description: 'Bonjour' }] });
	await settings({ telegram: { message: { text: 'Une question' } } });
	await settings({ telegram: { block: { chat_id: customer.id } } });
	const before = await timeline();

	await restart();
	expect(await timeline()).toEqual(before);
	expect(await bot('editMessageText', { chat_id, message_id: message.message_id, text: 'Fermé' })).toMatchObject({ ok: true });
	expect(await bot('stopPoll', { chat_id, message_id: poll.message_id })).toMatchObject({ result: { is_closed: true } });
	expect(await texts()).toEqual([expect.stringContaining('Final results'), '', 'Fermé']);
	const { file_path } = (await bot('getFile', { file_id: photo.at(-1).file_id })).result;
	const { data } = await http.get(`/api.telegram.org/file/bot${token}/${file_path}`, { responseType: 'arraybuffer' });
	expect(sample('tulipes-vase.jpg').equals(data)).toBe(true);
	expect((await bot('getMyCommands', {})).result).toHaveLength(1);
	expect((await bot('getUpdates', {})).result).toMatchObject([{ message: { text: 'Une question' } }, { my_chat_member: { new_chat_member: { status: 'kicked' } } }]);
	expect(await bot('sendMessage', { chat_id: customer.id, text: 'Non' })).toMatchObject({ error_code: 403, description: 'Forbidden: bot was blocked by the user' });
	expect((await bot('sendMessage', { chat_id, text: 'Encore' })).result.message_id).toBe(poll.message_id + 1);
});

test('Telegram: an update that its webhook refused is delivered after the restart', async () => {
	const received: string[] = [];
	let status = 500;
	const receiver = createServer((request, response) => {
		request.on('data', (chunk: Buffer) => received.push(chunk.toString())).on('end', () => response.writeHead(status).end());
	});
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
	const address = receiver.address();
	await bot('setWebhook', { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/` });
	await settings({ telegram: { message: { text: 'Allô ?' } } });
	await until(async () => received.length === 1);
	status = 200;
	await restart();
	await until(async () => received.length === 2);
	await until(async () => (await bot('getWebhookInfo', {})).result.pending_update_count === 0);
	receiver.close();
});

test('tokens, codes and the clock go on: a code is still good once, a token still expires', async () => {
	const { access_token: used } = await redeem(await consent());
	const code = await consent();
	await http.post('/_sandbox/clock', { advance: 300 });
	await restart();
	expect(Date.parse((await http.get('/_sandbox/clock')).data.now)).toBeGreaterThan(Date.now() + 290_000);
	expect(await read('me', 'name', used)).toMatchObject({ name: user.name });
	expect(await redeem(code)).toMatchObject({ token_type: 'bearer' });
	await restart();
	expect(await redeem(code)).toMatchObject({ error: { message: 'This authorization code has been used.' } });
	await http.post('/_sandbox/clock', { advance: 4000 });
	expect(await read('me', 'name', used)).toMatchObject({ error: { code: 190, error_subcode: 463 } });
});

test('a scheduled post and a video that is being encoded go live by the clock, once', async () => {
	await settings({ meta: { processingSeconds: 1000 } });
	await graph(`${page.id}/feed`, { message: 'Demain', published: false, scheduled_publish_time: inSeconds(3600) });
	await graph(`${page.id}/feed`, { message: 'Brouillon', published: false });
	await reel({ video_state: 'PUBLISHED', description: 'Du jour' });
	await restart();
	expect(await timeline()).toEqual([]);
	await http.post('/_sandbox/clock', { advance: 1001 });
	await until(async () => (await texts()).includes('Du jour'));
	await http.post('/_sandbox/clock', { advance: 2600 });
	await until(async () => (await texts()).includes('Demain'));
	await restart();
	expect(await texts()).toEqual(['Demain', 'Du jour']);
});

test('another port changes the addresses', async () => {
	await graph(`${page.id}/photos`, { url: samples('bouquet-camelia.jpg') });
	const { origin } = sandbox;
	await restart(0);
	expect(sandbox.origin).not.toBe(origin);
	const [entry] = await timeline();
	expect(JSON.stringify(entry)).not.toContain(origin);
	expect((await http.get(entry?.url ?? '')).status).toBe(200);
});

test('changes are written by themselves, and reading changes nothing', async () => {
	await bot('sendMessage', { chat_id, text: 'Ouvert' });
	await until(async () => await new Promise((resolve) => setTimeout(() => resolve(existsSync(file)), 100)));
	const { mtimeMs } = statSync(file);
	await bot('getMe', {});
	await sandbox.close();
	expect(statSync(file).mtimeMs).toBe(mtimeMs);
	expect(statSync(file).mode & 0o077).toBe(0);
	await open();
});

const broken: [string, (bytes: Buffer) => Buffer][] = [
	['empty', () => Buffer.alloc(0)],
	['cut short', (bytes) => bytes.subarray(0, -1)],
	['of another version', (bytes) => Buffer.from(bytes.toString('latin1').replace(/"version":\d+/, '"version":0'), 'latin1')],
	['garbage', () => Buffer.from('null\n')],
];
test.each(broken)('a file that is %s is set aside, and the networks start empty', async (_what, spoil) => {
	await bot('sendMessage', { chat_id, text: 'Ouvert' });
	await sandbox.close();
	writeFileSync(file, spoil(readFileSync(file)));
	const said = jest.spyOn(console, 'log').mockImplementation(() => {});
	await open();
	expect(said).toHaveBeenCalledWith(expect.stringMatching(/^The sandbox starts empty: \S+networks\.bin cannot be read because .+\.broken\.$/));
	said.mockRestore();
	expect(await timeline()).toEqual([]);
	expect(readdirSync(join(folder, 'data'))).toEqual(['networks.bin.broken']);
});

test('Telegram ignores unknown parameters when strictParameters is off', async () => {
	const legacy = { chat_id, text: 'Ouvert', disable_web_page_preview: true };
	expect(await bot('sendMessage', legacy)).toMatchObject({ ok: false, error_code: 400 });
	await settings({ telegram: { strictParameters: false } });
	expect(await bot('sendMessage', legacy)).toMatchObject({ ok: true });
	await http.post('/_sandbox/reset');
	expect(await bot('sendMessage', legacy)).toMatchObject({ ok: false });
});
