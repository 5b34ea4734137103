import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { youtube_v3 } from 'googleapis/build/src/apis/youtube/v3';
import { channels } from '../../sandbox/networks/google/youtube/seed';
import { startSandbox } from '../../sandbox/networks/server';
import { sample } from '../operations/youtube/channel';
import { openSandbox } from '../support/sandbox';
import type { Sandbox } from '../support/sandbox';
import { refusal } from './gmailClient';
import { bruno, open } from './youtubeClient';

/** Google’s own client, which we did not write, drives the sandbox. */
let sandbox: Sandbox;
let client: Awaited<ReturnType<typeof open>>;
let others: Awaited<ReturnType<typeof open>>;
beforeAll(async () => (sandbox = await openSandbox()));
afterAll(async () => await sandbox.close());
beforeEach(async () => {
	await sandbox.reset();
	await sandbox.settings({ google: { videoProcessingSeconds: 5, accessSeconds: 30 * 86_400 } });
	[client, others] = [await open(sandbox), await open(sandbox, bruno)];
});

const [own] = channels;
const film = () => ({ mimeType: 'video/mp4', body: Readable.from([sample('bouquet-du-jour.mp4')]) });
const insert = async (requestBody: youtube_v3.Schema$Video = {}, media: { mimeType: string; body: Readable } | undefined = film()) =>
	(await client.youtube.videos.insert({ part: ['snippet', 'status'], requestBody: { snippet: { title: 'Rose' }, status: { privacyStatus: 'public' }, ...requestBody }, media })).data;
const listed = async (id: string | null | undefined, part = ['snippet', 'status', 'statistics', 'processingDetails', 'fileDetails'], from = client) => (await from.youtube.videos.list({ part, id: [id ?? ''] })).data.items ?? [];

describe('videos', () => {
	test('one is uploaded, processed, changed and deleted', async () => {
		const video = await insert({ snippet: { title: 'Rose', description: 'Rouge', tags: ['fleurs'] } });
		expect(video).toMatchObject({ kind: 'youtube#video', id: expect.stringMatching(/^.{11}$/), snippet: { title: 'Rose', categoryId: '22', channelId: own.id }, status: { uploadStatus: 'uploaded', privacyStatus: 'public', license: 'youtube', embeddable: true } });
		expect(await listed(video.id)).toMatchObject([{ processingDetails: { processingStatus: 'processing' }, fileDetails: { fileSize: String(sample('bouquet-du-jour.mp4').length) } }]);
		await sandbox.advance(6);
		expect(await listed(video.id)).toMatchObject([{ status: { uploadStatus: 'processed' }, statistics: { viewCount: expect.stringMatching(/^\d+$/) } }]);
		await client.youtube.videos.update({ part: ['snippet'], requestBody: { id: video.id, snippet: { title: 'Dahlia', categoryId: '26' } } });
		const [changed] = await listed(video.id);
		expect([changed?.snippet?.title, changed?.snippet?.description, changed?.snippet?.tags]).toEqual(['Dahlia', '', undefined]);
		expect((await client.youtube.videos.delete({ id: video.id ?? '' })).status).toBe(204);
		expect(await listed(video.id)).toEqual([]);
		expect(await sandbox.timeline()).toEqual([]);
	});

	test('a private one is its owner’s alone, as is what is known of its file', async () => {
		const hidden = await insert({ status: { privacyStatus: 'private' } });
		const seen = await insert();
		expect(await listed(hidden.id, ['snippet'], others)).toEqual([]);
		expect(await listed(seen.id, ['snippet'], others)).toHaveLength(1);
		expect(await refusal(listed(seen.id, ['fileDetails'], others))).toMatchObject({ status: 403, reason: 'forbidden' });
		expect(await refusal(others.youtube.videos.delete({ id: seen.id ?? '' }))).toMatchObject({ status: 403, reason: 'forbidden' });
		const { data } = await client.youtube.playlistItems.list({ part: ['snippet', 'contentDetails'], playlistId: `UU${own.id.slice(2)}` });
		expect(data.items?.map(({ contentDetails }) => contentDetails?.videoId)).toEqual([seen.id, hidden.id]);
	});

	test.each<[string, youtube_v3.Schema$Video, string]>([
		['no title', { snippet: { title: '' } }, 'invalidTitle'],
		['a bracket in the title', { snippet: { title: 'a<b' } }, 'invalidTitle'],
		['a long title', { snippet: { title: 'a'.repeat(101) } }, 'invalidTitle'],
		['a description of too many bytes', { snippet: { title: 'a', description: 'é'.repeat(2501) } }, 'invalidDescription'],
		['too many tags', { snippet: { title: 'a', tags: ['a'.repeat(251), 'b'.repeat(250)] } }, 'invalidTags'],
		['a category that takes none', { snippet: { title: 'a', categoryId: '18' } }, 'invalidCategoryId'],
		['a time for a public one', { status: { privacyStatus: 'public', publishAt: '2099-01-01T00:00:00Z' } }, 'invalidPublishAt'],
		['a time that is over', { status: { privacyStatus: 'private', publishAt: '2020-01-01T00:00:00Z' } }, 'invalidPublishAt'],
		['no such privacy', { status: { privacyStatus: 'secret' } }, 'badRequest'],
	])('%s is refused', async (_, requestBody, reason) => {
		expect(await refusal(insert(requestBody))).toMatchObject({ status: 400, reason });
		expect(await sandbox.timeline()).toEqual([]);
	});

	test('stray fields, parts and parameters are refused', async () => {
		const stray = { snippet: { title: 'a', colour: 'red' } };
		expect(await refusal(insert(stray))).toMatchObject({ status: 400, message: expect.stringContaining('Unknown name "colour" at \'resource.snippet\'') });
		expect(await refusal(listed('x', ['everything']))).toMatchObject({ status: 400, reason: 'unknownPart' });
		expect(await refusal(client.youtube.videos.list({ part: ['id'] }))).toMatchObject({ status: 400, reason: 'missingRequiredParameter' });
		const wrong = { part: ['id'], id: ['x'], colour: 'red' };
		expect(await refusal(client.youtube.videos.list(wrong))).toMatchObject({ status: 400, message: expect.stringContaining('Unknown name "colour"') });
	});

	test('what is no video, and nothing at all', async () => {
		expect(await refusal(insert({}, { mimeType: 'image/jpeg', body: Readable.from([sample('dahlia-cafe.jpg')]) }))).toMatchObject({ status: 400, reason: 'badContent' });
		expect(await refusal(client.youtube.videos.insert({ part: ['snippet'], requestBody: { snippet: { title: 'a' } } }))).toMatchObject({ status: 400, reason: 'mediaBodyRequired' });
		const { id } = await insert({}, { mimeType: 'video/mp4', body: Readable.from([Buffer.from('this is no video at all')]) });
		await sandbox.advance(6);
		expect(await listed(id)).toMatchObject([{ status: { uploadStatus: 'failed', failureReason: 'invalidFile' } }]);
	});

	test('a thumbnail by its owner, of a picture', async () => {
		const { id } = await insert();
		const set = async (bytes: Buffer, from = client) => (await from.youtube.thumbnails.set({ videoId: id ?? '', media: { mimeType: 'image/jpeg', body: Readable.from([bytes]) } })).data;
		expect(await set(sample('dahlia-cafe.jpg'))).toMatchObject({ kind: 'youtube#thumbnailSetListResponse', items: [{ maxres: { url: expect.stringContaining('/media/') } }] });
		expect(await refusal(set(Buffer.from('no picture, but long enough')))).toMatchObject({ status: 400, reason: 'invalidImage' });
		expect(await refusal(set(sample('dahlia-cafe.jpg'), others))).toMatchObject({ status: 403, reason: 'forbidden' });
	});

	test('the quota of a day, and that of uploads', async () => {
		await sandbox.settings({ google: { youTubeUnits: 50, youTubeInserts: 1 } });
		const { id } = await insert();
		expect(await refusal(insert())).toMatchObject({ status: 403, reason: 'quotaExceeded' });
		expect(await refusal(client.youtube.videos.delete({ id: 'x' }))).toMatchObject({ status: 404 });
		expect(await refusal(listed(id))).toMatchObject({ status: 403, reason: 'quotaExceeded' });
		await sandbox.advance(86_400);
		expect(await listed(id)).toHaveLength(1);
	});

	test('categories, those that take no videos among them', async () => {
		const { data } = await client.youtube.videoCategories.list({ part: ['snippet'], regionCode: 'FR' });
		expect(data.items?.filter(({ snippet }) => snippet?.assignable).length).toBeGreaterThan(10);
		expect(data.items?.find(({ id }) => id === '18')?.snippet?.assignable).toBe(false);
	});
});

describe('channels and playlists', () => {
	test('the own channel, one by its ID and by its handle', async () => {
		const { data } = await client.youtube.channels.list({ part: ['snippet', 'contentDetails', 'status'], mine: true });
		expect(data.items).toMatchObject([{ id: own.id, snippet: { title: own.title }, contentDetails: { relatedPlaylists: { uploads: `UU${own.id.slice(2)}` } }, status: { longUploadsStatus: 'allowed' } }]);
		expect((await others.youtube.channels.list({ part: ['id'], forHandle: own.handle })).data.items).toMatchObject([{ id: own.id }]);
		await sandbox.settings({ google: { withoutChannel: true } });
		expect((await client.youtube.channels.list({ part: ['id'], mine: true })).data.items).toEqual([]);
		expect(await refusal(insert())).toMatchObject({ status: 401, reason: 'youtubeSignupRequired' });
	});

	test('a playlist and its videos', async () => {
		const { playlists, playlistItems } = client.youtube;
		const { data: playlist } = await playlists.insert({ part: ['snippet', 'status'], requestBody: { snippet: { title: 'Bouquets' }, status: { privacyStatus: 'private' } } });
		const video = await insert();
		const resourceId = { kind: 'youtube#video', videoId: video.id };
		const { data: item } = await playlistItems.insert({ part: ['snippet'], requestBody: { snippet: { playlistId: playlist.id, resourceId } } });
		expect(item).toMatchObject({ snippet: { position: 0, title: 'Rose', resourceId } });
		expect((await playlists.list({ part: ['contentDetails'], mine: true })).data.items).toMatchObject([{ id: playlist.id, contentDetails: { itemCount: 1 } }]);
		expect(await refusal(others.youtube.playlistItems.list({ part: ['id'], playlistId: playlist.id ?? '' }))).toMatchObject({ status: 403, reason: 'playlistItemsNotAccessible' });
		expect(await refusal(playlists.update({ part: ['snippet'], requestBody: { id: playlist.id, snippet: {} } }))).toMatchObject({ status: 400, reason: 'playlistTitleRequired' });
		expect(await refusal(playlistItems.insert({ part: ['snippet'], requestBody: { snippet: { playlistId: playlist.id } } }))).toMatchObject({ status: 400, reason: 'resourceIdRequired' });
		expect((await playlistItems.delete({ id: item.id ?? '' })).status).toBe(204);
		expect((await playlists.delete({ id: playlist.id ?? '' })).status).toBe(204);
		expect(await refusal(playlists.delete({ id: playlist.id ?? '' }))).toMatchObject({ status: 404, reason: 'playlistNotFound' });
	});
});

test('analytics: columns by their headers, the same every time', async () => {
	const { id } = await insert();
	await sandbox.advance(6 * 86_400);
	const [start, end] = [0, 3].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
	const asked = { ids: 'channel==MINE', startDate: start, endDate: end, metrics: 'views,averageViewDuration', dimensions: 'day', sort: 'day', filters: `video==${id ?? ''}` };
	const { data } = await client.analytics.reports.query(asked);
	expect(data.columnHeaders?.map(({ name }) => name)).toEqual(['day', 'views', 'averageViewDuration']);
	expect(data.rows).toHaveLength(4);
	expect((await client.analytics.reports.query(asked)).data).toEqual(data);
	expect(await refusal(client.analytics.reports.query({ ...asked, metrics: 'applause' }))).toMatchObject({ status: 400 });
	expect(await refusal(others.analytics.reports.query(asked))).toMatchObject({ status: 403 });
});

describe('resumable uploads, byte by byte', () => {
	const bytes = Buffer.concat([sample('bouquet-du-jour.mp4'), Buffer.alloc(1_000_000, 1)]);
	const grain = 256 * 1024;
	/** Begins one by the documented calls alone. */
	async function begun(origin: string, from: typeof client) {
		const { token } = await from.auth.getAccessToken();
		const answer = await fetch(`${origin}/www.googleapis.com/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status`, {
			...{ method: 'POST', body: JSON.stringify({ snippet: { title: 'Rose' }, status: { privacyStatus: 'public' } }) },
			headers: { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json', 'x-upload-content-length': String(bytes.length), 'x-upload-content-type': 'video/mp4' },
		});
		return answer.headers.get('location') ?? '';
	}
	const put = async (address: string, range: string, body?: Buffer) => {
		const answer = await fetch(address, { method: 'PUT', headers: { 'content-range': range }, redirect: 'manual', ...(body && { body: new Uint8Array(body) }) });
		return { status: answer.status, range: answer.headers.get('range'), text: await answer.text() };
	};
	const total = bytes.length;

	test('pieces of 256 KB, asked for in between, and the video at the end; asked again it is the same', async () => {
		const address = await begun(sandbox.origin, client);
		expect(await put(address, `bytes */${total}`)).toMatchObject({ status: 308, range: null });
		expect(await put(address, `bytes 0-${grain - 1}/${total}`, bytes.subarray(0, grain))).toMatchObject({ status: 308, range: `bytes=0-${grain - 1}` });
		expect(await put(address, `bytes */${total}`)).toMatchObject({ status: 308, range: `bytes=0-${grain - 1}` });
		const { status, text } = await put(address, `bytes ${grain}-${total - 1}/${total}`, bytes.subarray(grain));
		expect([status, JSON.parse(text)]).toMatchObject([200, { snippet: { title: 'Rose' } }]);
		expect(JSON.parse((await put(address, `bytes */${total}`)).text).id).toBe(JSON.parse(text).id);
		expect(await sandbox.timeline()).toHaveLength(1);
	});

	test('a gap, another size and an odd piece are refused', async () => {
		const address = await begun(sandbox.origin, client);
		expect(await put(address, `bytes ${grain}-${total - 1}/${total}`, bytes.subarray(grain))).toMatchObject({ status: 400, text: expect.stringContaining('exceeds already uploaded size') });
		expect(await put(address, `bytes 0-9/10`, bytes.subarray(0, 10))).toMatchObject({ status: 400 });
		expect(await put(address, `bytes 0-999/${total}`, bytes.subarray(0, 1000))).toMatchObject({ status: 400, text: expect.stringContaining('262144') });
		expect(await put(address, `bytes 0-999/${total}`, bytes.subarray(0, 999))).toMatchObject({ status: 400 });
	});

	test('a session ends after a week, and there is none that nobody began', async () => {
		const address = await begun(sandbox.origin, client);
		expect(await put(`${address}0`, `bytes */${total}`)).toMatchObject({ status: 404 });
		await sandbox.advance(7 * 86_400 + 1);
		expect(await put(address, `bytes */${total}`)).toMatchObject({ status: 404 });
	});

	test('what is half there survives a restart', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'qmark-youtube-'));
		const data = join(folder, 'networks.bin');
		const first = await startSandbox({ port: 0, data });
		const address = await begun(first.origin, await open(first));
		await put(address, `bytes 0-${grain - 1}/${total}`, bytes.subarray(0, grain));
		await first.close();
		const second = await startSandbox({ port: Number(new URL(first.origin).port), data });
		expect(await put(address, `bytes */${total}`)).toMatchObject({ status: 308, range: `bytes=0-${grain - 1}` });
		expect(await put(address, `bytes ${grain}-${total - 1}/${total}`, bytes.subarray(grain))).toMatchObject({ status: 200 });
		await second.close();
		rmSync(folder, { recursive: true });
	});
});
