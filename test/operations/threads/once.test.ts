import { hurry, presentTime } from '../../support/time';
import { openFlorist } from './florist';
import type { Florist } from './florist';

let florist: Florist;
// So that nobody sits through the pauses between two tries.
beforeAll(() => hurry(10));
afterAll(presentTime);
beforeAll(async () => (florist = await openFlorist()));
beforeEach(async () => await florist.begin());
afterAll(async () => await florist.close());

const publish = async (...options: Parameters<Florist['run']>[2][]) => await florist.run('post:publishText', { text: '=Numéro {{ $json.n ?? 0 }}' }, ...options);
const vague = { error: { code: 1, message: 'An unknown error occurred' } };
const unfound = { error: { code: 24, error_subcode: 4279009, message: 'The requested resource does not exist' } };

describe('the publishing call meets a fault: one post, and the output names it', () => {
	test.each([
		{ name: 'reset before the effect', fault: { kind: 'reset', when: 'before' } },
		{ name: 'reset after the effect', fault: { kind: 'reset', when: 'after' } },
		{ name: '502 of a gateway before the effect', fault: { kind: 'status', status: 502, when: 'before' } },
		{ name: '504 of a gateway after the effect', fault: { kind: 'status', status: 504, when: 'after' } },
		{ name: 'Meta’s temporary error after the effect', fault: { kind: 'status', status: 500, when: 'after' } },
		{ name: 'Meta’s unknown error after the effect', fault: { kind: 'status', status: 400, when: 'after', body: vague } },
		{ name: 'malformed answer after the effect', fault: { kind: 'malformed', when: 'after' } },
		{ name: 'two resets after the effect', fault: { kind: 'reset', when: 'after', times: 2 } },
		{ name: 'a container that is not found yet', fault: { kind: 'status', status: 400, when: 'before', body: unfound, times: 2 } },
	] as const)('$name', async ({ fault }) => {
		await florist.fault({ match: '/threads_publish', ...fault });
		const [output] = await publish();
		const [listed] = await florist.run('post:getAll', { returnAll: true });
		expect(output).toMatchObject({ id: listed?.id, permalink: listed?.permalink, container: expect.any(String) });
		expect(await florist.shown()).toEqual(['text: Numéro 0']);
	}, 30_000);
});

test('a reply without an answer is found among the replies, under the right post', async () => {
	const [first, second] = [await florist.posted('Un'), await florist.posted('Deux')];
	await florist.posted('Merci', { reply_to_id: first });
	await florist.fault({ match: '/threads_publish', kind: 'reset', when: 'after' });
	const { id } = await florist.one('reply:publish', { replyToId: second, text: 'Merci' });
	expect((await florist.http.get(String(id), { params: { fields: 'replied_to' } })).data.replied_to).toEqual({ id: second });
	expect(await florist.shown()).toEqual(['text: Un', 'text: Deux', 'reply: Merci', 'reply: Merci']);
});

test('when nothing can be asked any more, the item is in doubt, and Retry On Fail leaves it alone', async () => {
	await florist.fault({ match: '/threads_publish', kind: 'reset', when: 'after' });
	// The container still tells that it is ready; after that nothing answers.
	await florist.fault({ match: 'v1.0/180', kind: 'status', status: 502, skip: 1, times: 99 });
	const doubt = { context: { verdict: 'unknown' }, description: expect.stringContaining('Look at Threads before you send this item again') };
	await expect(publish({ executionId: 'in-doubt' })).rejects.toMatchObject(doubt);
	await expect(publish({ executionId: 'in-doubt' })).rejects.toMatchObject(doubt);
	expect(await florist.shown()).toEqual(['text: Numéro 0']);
	expect(await florist.sent('/threads_publish')).toHaveLength(1);
}, 30_000);

test('published for sure but not to be found: in doubt too, never a reason to publish again', async () => {
	await florist.fault({ match: '/threads_publish', kind: 'reset', when: 'after' });
	await florist.fault({ match: '/me/threads', kind: 'status', status: 403, skip: 1, times: 9 });
	const message = expect.stringContaining('Threads published the post but did not tell its ID.');
	await expect(publish()).rejects.toMatchObject({ message, context: { verdict: 'unknown' } });
	expect(await florist.shown()).toEqual(['text: Numéro 0']);
});

describe('before the last step nothing is public', () => {
	test.each([
		{ name: 'reset', fault: { kind: 'reset', when: 'after' } },
		{ name: 'gateway error', fault: { kind: 'status', status: 502, when: 'before' } },
	] as const)('the container is made again after a $name', async ({ fault }) => {
		await florist.fault({ match: '/me/threads', ...fault });
		await publish();
		expect(await florist.shown()).toEqual(['text: Numéro 0']);
	});

	test('processing that takes too long publishes nothing', async () => {
		await florist.settings({ threads: { processingSeconds: 600 } });
		const [output] = await florist.run('post:publishVideo', { videoUrl: florist.sample('eclosion-camelia.mp4'), text: '', additionalFields: { waitAtMost: 4 } }, { continueOnFail: true });
		expect(output).toMatchObject({ error: 'Threads is still processing after 4 seconds.', details: { verdict: 'wait', hint: expect.stringContaining('Wait at Most') } });
		expect(await florist.shown()).toEqual([]);
	}, 20_000);

	test('a day’s allowance that is used up, and a restricted account, are told', async () => {
		await florist.settings({ threads: { publishingQuota: 0 } });
		expect((await publish({ continueOnFail: true }))[0]).toMatchObject({ error: expect.stringContaining('0 posts of these 24 hours'), details: { code: '9/2207042', verdict: 'wait', hint: expect.any(String) } });
		await florist.settings({ threads: { publishingQuota: 9, restricted: true } });
		expect((await publish({ continueOnFail: true }))[0]).toMatchObject({ details: { code: '10/4279013', verdict: 'stop', hint: expect.stringContaining('open the Threads app') } });
	});

	test('a connection that has ended says so', async () => {
		await florist.settings({ threads: { revoke: true } });
		expect((await publish({ continueOnFail: true }))[0]).toMatchObject({ details: { code: '190/458', verdict: 'reconnect' } });
	});
});

test('Retry On Fail publishes only what is missing', async () => {
	await florist.fault({ match: '/threads_publish', kind: 'status', status: 403, skip: 1 });
	const items = [0, 1, 2].map((n) => ({ json: { n } }));
	await expect(publish({ items, executionId: 'retried' })).rejects.toMatchObject({ context: { verdict: 'reconnect' } });
	expect(await publish({ items, executionId: 'retried' })).toHaveLength(3);
	expect(await florist.shown()).toEqual(['text: Numéro 0', 'text: Numéro 1', 'text: Numéro 2']);
});

describe('a repost and a deletion without an answer', () => {
	test.each(['before', 'after'] as const)('are done once: reset %s the effect', async (when) => {
		const post = await florist.posted('À partager');
		await florist.fault({ match: '/repost', kind: 'reset', when });
		expect(await florist.one('post:repost', { postId: post })).toEqual({ id: expect.stringMatching(/^180/), reposted: post });
		expect(await florist.shown()).toEqual(['text: À partager', 'repost: À partager']);
		await florist.fault({ match: post, kind: 'reset', when });
		expect(await florist.one('post:delete', { postId: post })).toEqual({ id: post, deleted: true });
		expect(await florist.shown()).toEqual(['repost: À partager']);
	});
});
