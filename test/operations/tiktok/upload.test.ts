import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { QmarkTikTok } from '../../../nodes/QmarkTikTok/QmarkTikTok.node';
import { endOf, planOf, toldIn } from '../../../nodes/networks/tiktok/upload';
import { tiktok } from '../../../nodes/platforms/tiktok';
import { tiktokCredential } from '../../support/connected';
import { jsonOf, runNode } from '../../support/context';
import { itemWith, name, openFlorist, sampleFile } from './florist';
import type { Florist } from './florist';

let florist: Florist;
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.begin());
afterAll(async () => await florist.close());

const clip = sampleFile('bouquet-du-jour.mp4');
const fileOf = (size: number) => itemWith(Buffer.concat([clip, Buffer.alloc(size - clip.length)]));
/** In chunks of 5.3 MB three of them, so that a fault need not wait for 64 MB. */
const [size, chunk] = [16_000_001, 5_300_000];
const items = [fileOf(size)];
const own = { ...tiktok.chunks };
const inSmallChunks = () => void Object.assign(tiktok.chunks, { single: 6_000_000, size: chunk });
afterEach(() => void Object.assign(tiktok.chunks, own));
const video = { source: 'binary', binaryField: 'data', caption: 'Nos camélias', privacyLevel: 'PUBLIC_TO_EVERYONE' };
const publish = async () => await florist.one('video:publish', video, { items });
const statuses = async () => (await florist.sent('/status/fetch/')).length;

test.each([
	{ bytes: 1, count: 1, last: 1 },
	{ bytes: 64_000_000, count: 1, last: 64_000_000 },
	{ bytes: 64_000_001, count: 6, last: 14_000_001 },
	{ bytes: 1_073_741_824, count: 107, last: 13_741_824 },
	{ bytes: 4_000_000_000, count: 400, last: 10_000_000 },
])('$bytes bytes go in $count chunks, the last of $last', ({ bytes, count, last }) => {
	const plan = planOf(bytes);
	expect(plan).toMatchObject({ video_size: bytes, total_chunk_count: count });
	const ends: number[] = [];
	for (let at = 0; at < bytes; at = endOf(at, plan)) ends.push(endOf(at, plan));
	expect(ends).toHaveLength(count);
	expect(bytes - (ends.at(-2) ?? 0)).toBe(last);
});

test('where TikTok stands is understood whether it names bytes or the last one of them', () => {
	const plan = planOf(64_000_001);
	expect([0, 9_999_999, 10_000_000, 20_000_000, 64_000_000, 64_000_001].map((end) => toldIn(`bytes 0-${end}/64000001`, plan))).toEqual([0, 10_000_000, 10_000_000, 20_000_000, 64_000_001, 64_000_001]);
	expect([undefined, 'bytes */9', ''].map((range) => toldIn(range, plan))).toEqual([undefined, undefined, undefined]);
});

test('in chunks, one after the other, the last with what is left over; without the token', async () => {
	expect(await florist.one('video:publish', video, { items: [fileOf(64_000_001)] })).toMatchObject({ state: 'published', uploaded_bytes: 64_000_001 });
	expect(await florist.sent('/video/init/')).toMatchObject([{ source_info: { video_size: 64_000_001, chunk_size: 10_000_000, total_chunk_count: 6 } }]);
	expect(await florist.chunks()).toEqual([206, 206, 206, 206, 206, 201]);
	expect(await florist.shown()).toEqual([`${name}: video: Nos camélias`]);
});

describe('a chunk meets a fault: one post, begun once', () => {
	beforeEach(inSmallChunks);

	test.each([
		{ title: 'a reset before it arrived', fault: { kind: 'reset', when: 'before', skip: 1 }, sent: 4 },
		{ title: 'a reset after it arrived', fault: { kind: 'reset', when: 'after', skip: 1 }, sent: 3 },
		{ title: '500 before', fault: { kind: 'status', status: 500, skip: 0 }, sent: 4 },
		{ title: '502 after', fault: { kind: 'status', status: 502, when: 'after', skip: 1 }, sent: 3 },
		{ title: '503 before', fault: { kind: 'status', status: 503, skip: 1 }, sent: 4 },
		{ title: 'two resets in a row before', fault: { kind: 'reset', when: 'before', skip: 1, times: 2 }, sent: 5 },
		{ title: '416 that names the last byte', fault: { kind: 'status', status: 416, when: 'after', skip: 1, headers: { 'content-range': `bytes 0-${2 * chunk - 1}/${size}` } }, sent: 3 },
		{ title: '416 that names the bytes', fault: { kind: 'status', status: 416, when: 'after', skip: 1, headers: { 'content-range': `bytes 0-${2 * chunk}/${size}` } }, sent: 3 },
		{ title: '416 that names nothing', fault: { kind: 'status', status: 416, when: 'before', skip: 1 }, sent: 4 },
		{ title: 'a cut in the middle', fault: { kind: 'reset', when: 'before', skip: 1, afterBytes: 5_000_000 }, sent: 4 },
		{ title: 'a reset before the last one arrived', fault: { kind: 'reset', when: 'before', skip: 2 }, sent: 4 },
		{ title: 'a reset after the last one arrived', fault: { kind: 'reset', when: 'after', skip: 2 }, sent: 3 },
		{ title: '403 after the last one arrived', fault: { kind: 'status', status: 403, when: 'after', skip: 2 }, sent: 3 },
	] as const)('$title', async ({ fault, sent }) => {
		await florist.fault({ match: 'open-upload', ...fault });
		expect(await publish()).toMatchObject({ state: 'published', uploaded_bytes: size });
		expect(await florist.inits()).toBe(1);
		expect(await florist.chunks()).toHaveLength(sent);
		expect(await florist.shown()).toEqual([`${name}: video: Nos camélias`]);
	});
});

describe('what cannot be mended', () => {
	beforeEach(inSmallChunks);

	test('the address has expired: told, and nothing is public', async () => {
		await florist.set({ uploadSeconds: 0 });
		expect(await florist.refusal('video:publish', video, items)).toMatchObject({ verdict: 'retry', code: 'upload/403', error: expect.stringContaining('good for an hour') });
		expect(await florist.shown()).toEqual([]);
	});

	test('bytes that TikTok never takes are given up', async () => {
		await florist.fault({ match: 'open-upload', kind: 'reset', when: 'before', times: 99 });
		expect(await florist.refusal('video:publish', video, items)).toMatchObject({ verdict: 'retry', code: 'stuck', error: expect.stringContaining('after 0 of 16000001 bytes') });
		expect(await florist.chunks()).toHaveLength(5);
	});

	test('a last chunk that is refused after it went out once leaves a doubt: the status may lag behind', async () => {
		await florist.fault({ match: 'open-upload', kind: 'reset', when: 'before', skip: 2 });
		await florist.fault({ match: 'open-upload', kind: 'status', status: 404, skip: 2, times: 9 });
		expect(await florist.refusal('video:publish', video, items)).toMatchObject({ verdict: 'unknown', hint: expect.stringContaining('its last bytes may have arrived') });
	});

	test('one that is refused at once leaves none', async () => {
		await florist.fault({ match: 'open-upload', kind: 'status', status: 404, skip: 2 });
		expect(await florist.refusal('video:publish', video, items)).toMatchObject({ verdict: 'retry', code: 'upload/404', hint: 'Run the item again: nothing was published.' });
	});

	test('TikTok cannot be asked any more before the last chunk: nothing is public, so it may be run again', async () => {
		await florist.fault({ match: 'open-upload', kind: 'reset', when: 'after', skip: 1 });
		await florist.fault({ match: '/status/fetch/', kind: 'status', status: 502, times: 99 });
		expect(await florist.refusal('video:publish', video, items)).toMatchObject({ verdict: 'retry', hint: 'Run the item again: nothing was published.' });
	});

	test('nor after it: the item is in doubt, names its Publish ID, and Retry On Fail leaves it alone', async () => {
		await florist.fault({ match: 'open-upload', kind: 'reset', when: 'after', skip: 2 });
		await florist.fault({ match: '/status/fetch/', kind: 'status', status: 502, times: 99 });
		const doubt = { context: { verdict: 'unknown' }, description: expect.stringMatching(/^Ask for the status of v_pub_file~\S+ before you publish this again/) };
		await expect(florist.run('video:publish', video, { items, executionId: 'retried' })).rejects.toMatchObject(doubt);
		await expect(florist.run('video:publish', video, { items, executionId: 'retried' })).rejects.toMatchObject(doubt);
		expect(await florist.inits()).toBe(1);
		expect(await florist.shown()).toEqual([`${name}: video: Nos camélias`]);
	});

	test('a post that fails while its last answer is lost says why', async () => {
		await florist.set({ failReason: 'duration_check_failed' });
		await florist.fault({ match: 'open-upload', kind: 'reset', when: 'after', skip: 2 });
		expect(await florist.refusal('video:publish', video, items)).toMatchObject({ verdict: 'fix-input', code: 'duration_check_failed' });
	});

	test('a beginning without an answer is begun again: without bytes the other one never completes', async () => {
		await florist.fault({ match: '/video/init/', kind: 'reset', when: 'after' });
		expect(await publish()).toMatchObject({ state: 'published' });
		expect(await florist.inits()).toBe(2);
		expect(await statuses()).toBe(1);
		expect(await florist.shown()).toHaveLength(1);
	});

	test('a host that cannot be reached got nothing: the item may be run again', async () => {
		// It is gone once it has begun the upload.
		const server = createServer((request, response) => {
			const isBegun = request.url?.endsWith('/init/');
			const data = isBegun ? { publish_id: 'v_pub_file~v2-1.1', upload_url: `${gateway}/open-upload.tiktokapis.com/video/?upload_id=1` } : { creator_username: 'florist' };
			response.end(JSON.stringify({ data, error: { code: 'ok', message: '', log_id: '' } }));
			if (isBegun) server.close();
		});
		server.keepAliveTimeout = 1;
		await once(server.listen(0, '127.0.0.1'), 'listening');
		const gateway = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const { qmarkTikTokOAuth2Api } = await tiktokCredential(florist.origin);
		const credentials = { qmarkTikTokOAuth2Api: { ...qmarkTikTokOAuth2Api, gateway } };
		const parameters = { resource: 'video', operation: 'publish', ...video };
		expect(jsonOf(await runNode({ node: new QmarkTikTok(), credentials, parameters, items: [itemWith(clip)], continueOnFail: true }))).toMatchObject([{ details: { verdict: 'retry', code: 'unreachable', hint: expect.stringContaining('nothing was sent') } }]);
	});

	test('an address elsewhere than at TikTok gets nothing', async () => {
		const begun = { data: { publish_id: 'v_pub_file~v2-1.1', upload_url: `${florist.origin}/evil.example/video/` }, error: { code: 'ok', message: '', log_id: '' } };
		await florist.fault({ match: '/video/init/', kind: 'status', status: 200, body: begun });
		expect(await florist.refusal('video:publish', video, items)).toMatchObject({ verdict: 'stop', code: 'foreign-host' });
		expect(await florist.chunks()).toEqual([]);
	});
});
