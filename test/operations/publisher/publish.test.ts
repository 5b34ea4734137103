import { account, chat, openPublisher, page, table } from './stage';
import type { Publisher } from './stage';

let publisher: Publisher;
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
