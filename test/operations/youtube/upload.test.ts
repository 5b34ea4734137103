import type { INodeParameters } from 'n8n-workflow';
import { madeUpload } from '../../../nodes/core/upload';
import { beginUpload, sendFile } from '../../../nodes/networks/youtube/session';
import { hurry, presentTime } from '../../support/time';
import { itemWith, openChannel, own, sample } from './channel';
import type { ChannelStage } from './channel';

let channel: ChannelStage;
// So that nobody sits through the pauses between two tries.
beforeAll(() => hurry(10));
afterAll(presentTime);
beforeAll(async () => (channel = await openChannel()));
beforeEach(async () => await channel.begin());
afterAll(async () => await channel.close());

const film = 'bouquet-du-jour.mp4';
const upload = async (parameters: INodeParameters = {}, bytes?: Buffer, options: object = {}) => (await channel.run('video:upload', { source: 'binary', title: 'Le bouquet', ...parameters }, { items: [itemWith(film, bytes)], ...options }))[0] ?? {};
/** A film of so many bytes. */
const long = (size: number) => Buffer.concat([sample(film), Buffer.alloc(size - sample(film).length, 7)]);
const MEGABYTE = 1024 * 1024;
const refusal = async (parameters: INodeParameters, item = itemWith(film)) => (await channel.run('video:upload', { source: 'binary', title: 'Le bouquet', ...parameters }, { items: [item], continueOnFail: true }))[0];
const held = async () => (await channel.run('video:getAll', { returnAll: true })).length;

describe('what is uploaded', () => {
	test('the file of an item, in one go, private unless said otherwise', async () => {
		const output = await upload();
		const snippet = { title: 'Le bouquet', categoryId: '22', channelTitle: own.title };
		expect(output).toMatchObject({ kind: 'youtube#video', id: expect.stringMatching(/^vSANDBOX\d{3}$/), url: `https://www.youtube.com/watch?v=${String(output.id)}`, snippet, status: { privacyStatus: 'private', uploadStatus: 'processed', selfDeclaredMadeForKids: false } });
		expect(output).not.toHaveProperty('notice');
		expect(await channel.calls()).toEqual(['POST /uploadvideos', 'PUT /uploadvideos', 'GET /videos']);
		expect(await channel.shown()).toEqual([]);
	});

	test('every field under YouTube’s name', async () => {
		const additionalFields = { audioLanguage: 'fr', category: '26', containsSyntheticMedia: true, embeddable: false, language: 'fr', license: 'creativeCommon', notifySubscribers: false, publicStatsViewable: false, tags: 'fleurs, bouquet du jour,\n#dahlia' };
		expect(await upload({ description: 'Des dahlias', privacy: 'public', madeForKids: true, additionalFields })).toMatchObject({ status: { privacyStatus: 'public', madeForKids: true } });
		expect(await channel.sent('POST', '/videos')).toEqual([
			{
				snippet: { title: 'Le bouquet', description: 'Des dahlias', tags: ['fleurs', 'bouquet du jour', 'dahlia'], categoryId: '26', defaultLanguage: 'fr', defaultAudioLanguage: 'fr' },
				status: { privacyStatus: 'public', license: 'creativeCommon', embeddable: false, publicStatsViewable: false, selfDeclaredMadeForKids: true, containsSyntheticMedia: true },
			},
		]);
		const [begun] = await channel.requests();
		expect(begun?.query).toEqual({ uploadType: 'resumable', part: 'snippet,status', notifySubscribers: 'false' });
		expect(await channel.shown()).toEqual(['video: Le bouquet\n\nDes dahlias']);
	});

	test('a public address is fetched and streamed on', async () => {
		const output = await channel.one('video:upload', { source: 'url', videoUrl: ` ${channel.url('eclosion-camelia.mp4')} `, title: 'Éclosion', privacy: 'unlisted' });
		expect(output).toMatchObject({ snippet: { title: 'Éclosion' }, status: { privacyStatus: 'unlisted', uploadStatus: 'processed' } });
		expect(await channel.sent('PUT', '/videos')).toEqual([{ received: sample('eclosion-camelia.mp4').length }]);
	});

	test('a private video becomes public at its time', async () => {
		const publishAt = new Date(Date.now() + 3_600_000).toISOString();
		expect(await upload({ additionalFields: { publishAt } })).toMatchObject({ status: { privacyStatus: 'private', publishAt } });
		await channel.advance(3_700);
		await channel.run('channel:get');
		expect(await channel.shown()).toEqual(['video: Le bouquet']);
	});

	test('a project that is not audited: the output tells that nobody sees the video, and what to do', async () => {
		await channel.google({ unverifiedProject: true });
		expect(await upload({ privacy: 'public' })).toMatchObject({ status: { privacyStatus: 'private' }, notice: expect.stringMatching(/not audited\. Ask for the audit/) });
		expect(await upload({ privacy: 'private' })).not.toHaveProperty('notice');
	});

	test('the session’s address never leaves the node', async () => {
		await channel.google({ uploadSessionSeconds: 0 });
		const told = [await upload({}, undefined, { continueOnFail: true })];
		await channel.google({ uploadSessionSeconds: 60 });
		await channel.fault({ match: 'upload/youtube/v3/videos', kind: 'reset', skip: 1, times: 99 });
		told.push(await upload({}, undefined, { continueOnFail: true }));
		expect(told).toMatchObject([{ error: expect.stringContaining('lost before it was complete') }, { error: expect.stringContaining('closed the connection') }]);
		expect(JSON.stringify(told)).not.toMatch(/upload_id|SANDBOX-/);
	}, 30_000);
});

describe('an upload that is cut off goes on where it stopped', () => {
	const size = 12 * MEGABYTE + 1234;

	test('after a broken connection YouTube is asked, and the rest follows', async () => {
		await channel.google({ cutUploadAfter: 1.5 * MEGABYTE });
		expect(await upload({}, long(size))).toMatchObject({ status: { uploadStatus: 'processed' } });
		expect(await channel.calls()).toEqual(['POST /uploadvideos', 'PUT /uploadvideos', 'PUT /uploadvideos', 'PUT /uploadvideos', 'GET /videos']);
		const ranges = (await channel.requests()).filter(({ method }) => method === 'PUT').map(({ status }) => status);
		expect(ranges).toEqual([null, 308, 200]);
		expect(await held()).toBe(1);
	});

	test('three times over', async () => {
		await channel.google({ cutUploadAfter: 0.6 * MEGABYTE, cutUploads: 3 });
		await upload({}, long(size));
		expect(await held()).toBe(1);
	});

	test.each([
		{ name: 'reset before the effect', kind: 'reset', when: 'before' },
		{ name: 'reset after the effect', kind: 'reset', when: 'after' },
		{ name: '500 before the effect', kind: 'status', status: 500, when: 'before' },
		{ name: '500 after the effect', kind: 'status', status: 500, when: 'after' },
		{ name: '503 before the effect', kind: 'status', status: 503, when: 'before' },
		{ name: '503 after the effect', kind: 'status', status: 503, when: 'after' },
		{ name: '502 of a gateway after the effect', kind: 'status', status: 502, when: 'after' },
		{ name: 'an answer torn to pieces', kind: 'malformed', when: 'after' },
	] as const)('$name: one video', async ({ kind, when, ...more }) => {
		await channel.fault({ match: 'upload/youtube/v3/videos', skip: 1, kind, when, ...('status' in more && { status: more.status }) });
		expect(await upload({ privacy: 'public' })).toMatchObject({ id: expect.any(String), status: { privacyStatus: 'public' } });
		expect(await held()).toBe(1);
		expect(await channel.shown()).toEqual(['video: Le bouquet']);
	});

	test('a session that ended before the last byte: nothing is there, so the item may be run again', async () => {
		await channel.google({ cutUploadAfter: MEGABYTE, uploadSessionSeconds: 3600 });
		await channel.fault({ match: 'upload/youtube/v3/videos', kind: 'status', status: 404, skip: 2 });
		const run = upload({}, long(size), { executionId: 'ended' });
		await expect(run).rejects.toMatchObject({ message: expect.stringContaining('was lost before it was complete'), context: { verdict: 'retry' } });
		expect(await upload({}, long(size), { executionId: 'ended' })).toMatchObject({ id: expect.any(String) });
		expect(await held()).toBe(1);
	});

	test('when nothing can be asked after the last byte, the item is in doubt, and Retry On Fail leaves it alone', async () => {
		await channel.fault({ match: 'upload/youtube/v3/videos', kind: 'reset', when: 'after', skip: 1, times: 99 });
		const doubt = { context: { verdict: 'unknown' }, description: expect.stringContaining('before you send this item again') };
		await expect(upload({}, undefined, { executionId: 'in-doubt' })).rejects.toMatchObject(doubt);
		await expect(upload({}, undefined, { executionId: 'in-doubt' })).rejects.toMatchObject(doubt);
		expect(await held()).toBe(1);
	}, 30_000);

	test('a start without an answer is made again: nothing was there yet', async () => {
		await channel.fault({ match: 'upload/youtube/v3/videos', kind: 'reset', when: 'after' });
		await upload();
		expect(await held()).toBe(1);
	});
});

test('half a gigabyte goes through with memory staying flat, also where it is cut off on the way', async () => {
	const size = 512 * MEGABYTE;
	const head = sample(film);
	async function* read(offset = 0): AsyncIterable<Uint8Array> {
		for (let at = offset; at < size; ) {
			const piece = at < head.length ? head.subarray(at) : Buffer.alloc(Math.min(64 * 1024, size - at));
			at += piece.length;
			yield piece;
		}
	}
	await channel.google({ cutUploadAfter: 200 * MEGABYTE });
	const file = madeUpload({ name: film, mime: 'video/mp4', size, read });
	const api = await channel.api();
	globalThis.gc?.();
	const before = process.memoryUsage().rss;
	let most = before;
	const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
	const session = await beginUpload(api, file, { snippet: { title: 'Long' } });
	const { id } = await sendFile(api, session, file);
	clearInterval(watch);
	expect(await channel.one('video:get', { videoId: String(id) })).toMatchObject({ status: { uploadStatus: 'processed' } });
	expect((most - before) / MEGABYTE).toBeLessThan(150);
}, 120_000);

describe('refused before anything is sent', () => {
	test.each<[string, INodeParameters, string]>([
		['no title', { title: '  ' }, 'Title: is empty.'],
		['a long title', { title: 'é'.repeat(101) }, 'Title: has 101 characters; YouTube allows 100.'],
		['brackets in the title', { title: 'Rose <3' }, 'Title: it holds “<”, which YouTube does not take.'],
		['a description of too many bytes', { description: '🌷'.repeat(1251) }, 'Description: has 5004 bytes; YouTube allows 5000. Letters with accents have two, emojis four.'],
		['too many tags', { additionalFields: { tags: `${'a'.repeat(497)}, b c` } }, 'Tags: they have 503 characters in all; YouTube allows 500.'],
		['a public video with a time', { privacy: 'public', additionalFields: { publishAt: '2099-01-01T00:00:00Z' } }, 'Publish At: only a private video can be published later, and this one is to be public.'],
		['a time that is over', { additionalFields: { publishAt: '2020-01-01T00:00:00Z' } }, 'Publish At: 2020-01-01T00:00:00Z is over.'],
		['no time at all', { additionalFields: { publishAt: 'demain' } }, 'Publish At: “demain” is not a date and time.'],
		['an address that leads nowhere', { source: 'url', videoUrl: 'https://127.0.0.1:1/a.mp4' }, 'Video URL: nothing could be fetched from “https://127.0.0.1:1/a.mp4”.'],
		['no address', { source: 'url', videoUrl: 'camelia.example' }, 'Video URL: “camelia.example” is not a web address.'],
		['another field', { binaryField: 'file' }, 'Input Binary Field: the item has no binary field “file”.'],
	])('%s', async (_, parameters, error) => {
		expect(await refusal(parameters)).toMatchObject({ error, details: { verdict: 'fix-input', hint: expect.stringMatching(/\w/) } });
		expect(await channel.requests()).toEqual([]);
	});

	test('what is no video', async () => {
		expect(await refusal({}, itemWith('dahlia-cafe.jpg'))).toMatchObject({ error: expect.stringMatching(/“dahlia-cafe.jpg” is image\/jpeg; YouTube takes videos/) });
		expect(await refusal({}, itemWith(film, Buffer.alloc(0)))).toMatchObject({ error: expect.stringContaining('is empty') });
		expect(await refusal({ source: 'url', videoUrl: `${channel.origin}/` })).toMatchObject({ error: expect.stringContaining('a web page') });
		expect(await channel.requests()).toEqual([]);
	});

	test('tags of just 500 characters, a space counted as quotation marks', async () => {
		await upload({ additionalFields: { tags: `${'a'.repeat(494)}, b c` } });
		expect(await held()).toBe(1);
	});
});

describe('YouTube’s own refusals', () => {
	test('the channel’s limit of a day', async () => {
		await channel.google({ channelUploads: 1 });
		await upload();
		expect(await refusal({})).toMatchObject({ error: 'YouTube refused: The user has exceeded the number of videos they may upload. It asks to wait 86400 s.', details: { code: 'uploadLimitExceeded', verdict: 'wait', hint: expect.stringContaining('tomorrow') } });
	});

	test('the project’s quota, until midnight in California; other calls have one of their own', async () => {
		await channel.google({ youTubeInserts: 1 });
		await upload();
		expect(await refusal({})).toMatchObject({ error: expect.stringMatching(/exceeded your quota\. It asks to wait \d+ s\.$/), details: { code: 'quotaExceeded', verdict: 'wait', hint: expect.stringMatching(/100 uploads and 10,000 units .* run this again after \d{4}-\d\d-\d\dT\d\d:\d\dZ/) } });
		expect(await held()).toBe(1);
		await channel.google({ youTubeUnits: 2 });
		expect(await channel.run('channel:get', {}, { continueOnFail: true })).toMatchObject([{ details: { code: 'quotaExceeded' } }]);
		await channel.advance(86_400);
		expect(await upload()).toMatchObject({ id: expect.any(String) });
	});

	test('an account without a channel', async () => {
		await channel.google({ withoutChannel: true });
		expect(await refusal({})).toMatchObject({ details: { code: 'youtubeSignupRequired', verdict: 'stop', hint: expect.stringContaining('no YouTube channel') } });
	});

	test('a permission that is missing', async () => {
		await channel.begin({ features: [] });
		expect(await refusal({})).toMatchObject({ details: { verdict: 'reconnect', hint: expect.stringContaining('Use For') } });
	});

	test('a token that is about to end is renewed before the bytes go', async () => {
		await channel.begin({ accessSeconds: 120 });
		expect(await upload()).toMatchObject({ id: expect.any(String) });
	});
});
