import { hurry, presentTime } from '../../support/time';
import { account, chat, openPublisher, page, table } from './stage';
import type { Publisher } from './stage';

let publisher: Publisher;
// So that nobody sits through the pauses between two tries.
beforeAll(() => hurry(10));
afterAll(presentTime);
beforeAll(async () => (publisher = await openPublisher()));
beforeEach(async () => await publisher.begin());
afterAll(async () => await publisher.close());

const photo = () => ({ url: publisher.sample('bouquet-camelia.jpg'), alt: 'Un bouquet de camélias' });
const content = (id: string, more: object = {}) => ({ id, text: `Le bouquet ${id}`, media: [photo()], targets: [{ network: 'facebook' }, { network: 'instagram' }, { network: 'telegram' }], ...more });

test('one content goes to three networks, each with its link, and the journal has it', async () => {
	const answers = await publisher.publish([content('A')]);
	expect(answers).toMatchObject([
		{ contentId: 'A', network: 'facebook', account: page, status: 'published', permalink: expect.stringMatching(/^http/), postId: expect.stringMatching(/./) },
		{ contentId: 'A', network: 'instagram', account, status: 'published', permalink: expect.stringMatching(/^http/) },
		{ contentId: 'A', network: 'telegram', account: chat, status: 'published', permalink: expect.stringMatching(/^https:\/\/t\.me/) },
	]);
	expect(await publisher.texts()).toEqual(['facebook: Le bouquet A', 'instagram: Le bouquet A', 'telegram: Le bouquet A']);
	expect(publisher.tables().rows(table)).toMatchObject([{ status: 'published' }, { status: 'published' }, { status: 'published' }]);
});

test('a second run publishes nothing, and answers the same', async () => {
	const first = await publisher.publish([content('A')]);
	const second = await publisher.publish([content('A')]);
	expect(second).toEqual(first);
	expect(await publisher.texts()).toHaveLength(3);
});

test('what failed on one network alone is published by the next run alone', async () => {
	await publisher.fault({ network: 'meta', match: '/media_publish', kind: 'status', status: 403, times: 1 });
	const first = await publisher.publish([content('A')]);
	expect(first.map(({ status }) => status)).toEqual(['published', 'failed', 'published']);
	const second = await publisher.publish([content('A')]);
	expect(second.map(({ status }) => status)).toEqual(['published', 'published', 'published']);
	expect(await publisher.texts()).toHaveLength(3);
});

describe('a time that lies ahead', () => {
	const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

	test('nothing goes out before it, and nothing is written down', async () => {
		const answers = await publisher.publish([content('A', { publishAt: tomorrow() })]);
		expect(answers.map(({ status }) => status)).toEqual(['scheduled', 'scheduled', 'scheduled']);
		expect(answers[0]?.reason).toContain('Its time is');
		expect(await publisher.texts()).toEqual([]);
		expect((await publisher.publish([content('A')])).map(({ status }) => status)).toEqual(['published', 'published', 'published']);
	});

	test('… unless that is asked for', async () => {
		const answers = await publisher.publish([content('A', { publishAt: tomorrow() })], { options: { publishEarly: true } });
		expect(answers.map(({ status }) => status)).toEqual(['published', 'published', 'published']);
	});

	test('a local time is in the content’s own zone', async () => {
		const local = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 16);
		// That time of the day has come in Auckland hours ago.
		const [there, here] = await publisher.publish([content('A', { publishAt: local, timeZone: 'Pacific/Auckland', targets: ['telegram'] }), content('B', { publishAt: local, timeZone: 'UTC', targets: ['telegram'] })]);
		expect([there?.status, here?.status]).toEqual(['published', 'scheduled']);
	});
});

describe('All or Nothing', () => {
	const png = () => content('A', { media: [{ url: publisher.sample('bon-cadeau.png') }], targets: ['facebook', 'instagram'] });

	test('what one network would refuse goes nowhere, however often it is run', async () => {
		for (let run = 0; run < 3; run++) {
			const answers = await publisher.publish([png()], { options: { allOrNothing: true } });
			expect(answers.map(({ status }) => status)).toEqual(['refused', 'refused']);
		}
		expect(await publisher.texts()).toEqual([]);
	});

	test('without it, the others publish theirs', async () => {
		expect((await publisher.publish([png()])).map(({ status }) => status)).toEqual(['published', 'refused']);
	});
});

test('a channel named in capitals is the same account', async () => {
	await publisher.publish([{ id: 'A', text: 'Bonjour', targets: [{ network: 'telegram', account: chat.toUpperCase().replace('@', 'https://t.me/') }] }]);
	await publisher.publish([{ id: 'A', text: 'Bonjour', targets: [{ network: 'telegram', account: chat }] }]);
	expect(await publisher.texts()).toEqual(['telegram: Bonjour']);
});

test('fields of the panel are a content, too, as an AI agent fills them in', async () => {
	const answers = await publisher.publish([{}], { contentSource: 'fields', contentId: 'tool', text: 'Écrit à la main', mediaUrls: publisher.sample('tulipes-vase.jpg'), link: '' });
	expect(answers.map(({ status }) => status)).toEqual(['published', 'published', 'published']);
});

describe('Telegram’s messages read back through a control chat', () => {
	const controlled = { options: { controlChat: '5000000001' } };
	const text = (id: string) => ({ id, text: `Message ${id}`, targets: [{ network: 'telegram' }] });

	test('where the known message cannot be read, nothing is concluded: a person is asked', async () => {
		await publisher.publish([text('A')], controlled);
		await publisher.fault({ network: 'telegram', match: 'forwardMessage', kind: 'status', status: 400, body: { ok: false, error_code: 400, description: "Bad Request: message can't be forwarded" }, times: 99 });
		await publisher.fault({ network: 'telegram', match: 'sendMessage', kind: 'reset', when: 'after' });
		expect(await publisher.publish([text('B')], controlled)).toMatchObject([{ status: 'unknown' }]);
		expect(await publisher.texts()).toEqual(['telegram: Message A', 'telegram: Message B']);
	});
});

test('a journal that cannot be written keeps everything from being sent, and the next run publishes it', async () => {
	const services = { executeWorkflow: async () => await Promise.reject(new Error('database is locked')) };
	await expect(publisher.publish([content('A')], {}, { services })).rejects.toMatchObject({ message: expect.stringContaining('database is locked'), context: { verdict: 'retry' } });
	expect(await publisher.texts()).toEqual([]);
	expect((await publisher.publish([content('A')])).map(({ status }) => status)).toEqual(['published', 'published', 'published']);
});

test('what is out is told as out, also where its date was moved ahead', async () => {
	await publisher.publish([content('A')]);
	const answers = await publisher.publish([content('A', { publishAt: new Date(Date.now() + 86_400_000).toISOString() })]);
	expect(answers.map(({ status }) => status)).toEqual(['published', 'published', 'published']);
});

test('a refusal after which nothing could be asked stays in doubt, also where the content changes: one post', async () => {
	const changed = { ...content('A', { targets: ['facebook'] }), text: 'Un autre texte' };
	// The draft is published, every answer to that gets lost, and nobody can ask any more.
	await publisher.fault({ network: 'meta', match: '100200300400501_', kind: 'status', status: 503, when: 'after', times: 99 });
	expect(await publisher.publish([content('A', { targets: ['facebook'] })])).toMatchObject([{ status: 'processing' }]);
	await publisher.clearFaults();
	expect(await publisher.publish([changed])).toMatchObject([{ status: 'published' }]);
	expect(await publisher.texts()).toEqual(['facebook: Le bouquet A']);
}, 60_000);
