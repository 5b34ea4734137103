import { hurry, presentTime } from '../../support/time';
import { accountId, itemWith, openFlorist, sampleFile } from './florist';
import type { Florist } from './florist';

let florist: Florist;
// So that nobody sits through the pauses between two tries.
beforeAll(() => hurry(10));
afterAll(presentTime);
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.begin());
afterAll(async () => await florist.close());

const parameters = () => ({ imageUrl: florist.sample('bouquet-camelia.jpg'), caption: '=Numéro {{ $json.n ?? 0 }}' });
const publish = async (...options: Parameters<Florist['run']>[2][]) => await florist.run('media:publishImage', parameters(), ...options);
const texts = async () => (await florist.shown()).map(({ text }) => text);
const vague = { error: { code: 1, message: 'An unknown error occurred' } };

describe('the publishing call meets a fault: one post, and the output names it', () => {
	test.each([
		{ name: 'reset before the effect', fault: { kind: 'reset', when: 'before' } },
		{ name: 'reset after the effect', fault: { kind: 'reset', when: 'after' } },
		{ name: '502 of a gateway before the effect', fault: { kind: 'status', status: 502, when: 'before' } },
		{ name: '504 of a gateway after the effect', fault: { kind: 'status', status: 504, when: 'after' } },
		{ name: 'Meta’s temporary error before the effect', fault: { kind: 'status', status: 500, when: 'before' } },
		{ name: 'Meta’s temporary error after the effect', fault: { kind: 'status', status: 500, when: 'after' } },
		{ name: 'Meta’s unknown error after the effect', fault: { kind: 'status', status: 400, when: 'after', body: vague } },
		{ name: 'malformed answer after the effect', fault: { kind: 'malformed', when: 'after' } },
		{ name: 'two resets after the effect', fault: { kind: 'reset', when: 'after', times: 2 } },
	] as const)('$name', async ({ fault }) => {
		await florist.fault({ network: 'meta', match: '/media_publish', ...fault });
		const [output] = await publish();
		const [listed] = await florist.run('media:getAll', { type: 'media', returnAll: true });
		expect(output).toMatchObject({ id: listed?.id, permalink: listed?.permalink, container: expect.any(String) });
		expect(await texts()).toEqual(['Numéro 0']);
	}, 20_000);
});

test('a story without an answer is found among the stories', async () => {
	await publish();
	await florist.fault({ network: 'meta', match: '/media_publish', kind: 'reset', when: 'after' });
	const output = await florist.one('media:publishStory', { source: 'imageUrl', imageUrl: florist.sample('couronne-avent.jpg') });
	expect(output).toMatchObject({ id: expect.any(String), media_product_type: 'STORY' });
	expect(await florist.shown()).toHaveLength(2);
});

test('somebody else’s post in between is not taken for ours', async () => {
	await florist.fault({ network: 'meta', match: '/media_publish', kind: 'reset', when: 'after' });
	const lost = publish();
	const other = await florist.run('media:publishImage', { imageUrl: florist.sample('dahlia-cafe.jpg'), caption: 'Par quelqu’un d’autre' });
	const [output] = await lost;
	const captions = await Promise.all([output, other[0]].map(async (media) => (await florist.one('media:get', { mediaId: String(media?.id) })).caption));
	expect(captions).toEqual(['Numéro 0', 'Par quelqu’un d’autre']);
});

test('when nothing can be asked any more, the item is in doubt, and Retry On Fail leaves it alone', async () => {
	await florist.fault({ network: 'meta', match: '/media_publish', kind: 'reset', when: 'after' });
	// The container still tells that it is processed; after that nothing answers.
	await florist.fault({ network: 'meta', match: 'facebook.com/v25.0/1788', kind: 'status', status: 502, skip: 1, times: 99 });
	const doubt = { context: { verdict: 'unknown' }, description: expect.stringContaining('Look at Instagram before you send this item again') };
	await expect(publish({ executionId: 'in-doubt' })).rejects.toMatchObject(doubt);
	await expect(publish({ executionId: 'in-doubt' })).rejects.toMatchObject(doubt);
	expect(await texts()).toEqual(['Numéro 0']);
	expect(await florist.sent('/media_publish')).toHaveLength(1);
}, 30_000);

test('published for sure but not to be found: in doubt too, never a reason to publish again', async () => {
	await florist.fault({ network: 'meta', match: '/media_publish', kind: 'reset', when: 'after' });
	await florist.fault({ network: 'meta', match: `${accountId}/media`, kind: 'status', status: 403, skip: 1, times: 9 });
	const message = expect.stringContaining('Instagram published the post but did not tell its ID.');
	await expect(publish()).rejects.toMatchObject({ message, context: { verdict: 'unknown' } });
	expect(await texts()).toEqual(['Numéro 0']);
});

test('the post is out: reading it back or commenting may fail without losing it', async () => {
	await florist.fault({ network: 'meta', match: '/v25.0/1790', kind: 'status', status: 400, times: 9 });
	const [output] = await florist.run('media:publishImage', { ...parameters(), additionalFields: { firstComment: 'Premier' } });
	expect(output).toEqual({ id: expect.stringMatching(/^1790/), container: expect.any(String), firstCommentError: expect.stringContaining('Meta refused') });
	expect(await texts()).toEqual(['Numéro 0']);
}, 60_000);

test('a first comment whose answer is lost is not written twice', async () => {
	await florist.fault({ network: 'meta', match: '/comments', kind: 'reset', when: 'after' });
	const [output] = await florist.run('media:publishImage', { ...parameters(), additionalFields: { firstComment: 'Premier' } });
	expect(output).toMatchObject({ permalink: expect.any(String), firstCommentError: expect.stringContaining('closed the connection') });
	expect((await florist.timeline()).filter(({ kind }) => kind === 'comment')).toHaveLength(1);
});

describe('before the last step nothing is public', () => {
	test.each([
		{ name: 'reset', fault: { kind: 'reset', when: 'after' } },
		{ name: 'gateway error', fault: { kind: 'status', status: 502, when: 'before' } },
	] as const)('the container is made again after a $name', async ({ fault }) => {
		await florist.fault({ network: 'meta', match: `${accountId}/media`, ...fault });
		await publish();
		expect(await texts()).toEqual(['Numéro 0']);
	});

	test('a container that cannot be made is no doubt: a repeat does no harm', async () => {
		await florist.fault({ network: 'meta', match: `${accountId}/media`, kind: 'reset', when: 'before', times: 4 });
		const [output] = await publish({ continueOnFail: true });
		expect(output).toMatchObject({ details: { verdict: 'retry', hint: expect.stringMatching(/^Run the item again/) } });
	}, 30_000);

	test.each(['before', 'after'] as const)('an upload that breaks %s its effect begins anew', async (when) => {
		await florist.fault({ network: 'meta', match: 'ig-api-upload', kind: 'reset', when });
		const items = [itemWith(sampleFile('bouquet-du-jour.mp4'), 'video/mp4', 'bouquet.mp4')];
		await florist.run('media:publishReel', { source: 'binary', binaryField: 'data', caption: 'Téléversé' }, { items });
		expect(await texts()).toEqual(['Téléversé']);
	});

	test('an upload that never gets through says that nothing was published', async () => {
		await florist.fault({ network: 'meta', match: 'ig-api-upload', kind: 'reset', when: 'after', times: 3 });
		const items = [itemWith(sampleFile('bouquet-du-jour.mp4'), 'video/mp4', 'bouquet.mp4')];
		const [output] = await florist.run('media:publishReel', { source: 'binary', binaryField: 'data', caption: '' }, { items, continueOnFail: true });
		expect(output).toMatchObject({ details: { verdict: 'retry', hint: 'Nothing was published yet: run this item again.' } });
		expect(await texts()).toEqual([]);
	});

	test('processing that takes too long publishes nothing', async () => {
		await florist.settings({ meta: { processingSeconds: 600 } });
		const reel = { source: 'videoUrl', videoUrl: florist.sample('bouquet-du-jour.mp4'), caption: '', additionalFields: { waitAtMost: 4 } };
		const [output] = await florist.run('media:publishReel', reel, { continueOnFail: true });
		expect(output).toMatchObject({ error: 'Instagram is still processing after 4 seconds.', details: { verdict: 'wait', hint: expect.stringContaining('Wait at Most') } });
		expect(await texts()).toEqual([]);
	}, 20_000);
});

test('Retry On Fail publishes only what is missing', async () => {
	await florist.fault({ network: 'meta', match: '/media_publish', kind: 'status', status: 403, skip: 1 });
	const items = [0, 1, 2].map((n) => ({ json: { n } }));
	await expect(publish({ items, executionId: 'retried' })).rejects.toMatchObject({ context: { verdict: 'reconnect' } });
	expect(await publish({ items, executionId: 'retried' })).toHaveLength(3);
	expect(await texts()).toEqual(['Numéro 0', 'Numéro 1', 'Numéro 2']);
});
