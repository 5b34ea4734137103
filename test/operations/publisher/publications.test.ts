import { account, chat, openPublisher, page } from './stage';
import type { Answer, Publisher } from './stage';

let publisher: Publisher;
beforeAll(async () => (publisher = await openPublisher()));
beforeEach(async () => await publisher.begin());
afterAll(async () => await publisher.close());

const everywhere = [{ network: 'facebook' }, { network: 'instagram' }, { network: 'telegram' }];
const photo = () => ({ id: 'A', text: 'Le bouquet', media: [publisher.sample('bouquet-camelia.jpg')], targets: everywhere });
const video = () => ({ id: 'V', text: 'Un reel', media: [{ url: publisher.sample('eclosion-camelia.mp4'), width: 1080, height: 1920, seconds: 6, mime: 'video/mp4', bytes: 100_000 }], targets: everywhere });
const keysOf = (answers: readonly Answer[]) => answers.map(({ key }) => ({ json: { key: String(key) } }));

describe('Get Many', () => {
	test('answers what is published, by network, account, content and status', async () => {
		await publisher.publish([photo(), video()]);
		const filtered = async (filters: object) => (await publisher.run('publication:getAll', [{}], { returnAll: true, filters: { ...filters } })).answers.map(({ contentId, network }) => `${contentId} ${network}`).sort();
		expect(await filtered({})).toEqual(['A facebook', 'A instagram', 'A telegram', 'V facebook', 'V instagram', 'V telegram']);
		expect(await filtered({ network: 'facebook' })).toEqual(['A facebook', 'V facebook']);
		expect(await filtered({ contentId: 'V', account })).toEqual(['V instagram']);
		expect(await filtered({ status: 'unknown' })).toEqual([]);
	});

	test('a reel’s post and permalink are those that people see', async () => {
		const [reel] = await publisher.publish([{ ...video(), targets: [{ network: 'facebook' }] }]);
		expect(reel).toMatchObject({ status: 'published', account: page, postId: expect.stringMatching(/^\d+_\d+$/), permalink: expect.stringMatching(/\/reel\//) });
	});
});

describe('Get Results', () => {
	test('answers the same names for all networks, and says which gives none', async () => {
		await publisher.publish([photo(), video()]);
		const { answers } = await publisher.run('publication:getResults', [{}], { which: 'recent', days: 30 });
		const of = (content: string, network: string) => answers.find((one) => one.contentId === content && one.network === network);
		for (const content of ['A', 'V']) {
			expect(of(content, 'facebook')).toMatchObject({ available: true, likes: expect.any(Number), comments: expect.any(Number) });
			expect(of(content, 'instagram')).toMatchObject({ available: true, reach: expect.any(Number), views: expect.any(Number) });
			expect(of(content, 'telegram')).toMatchObject({ available: false, account: chat, reason: expect.stringContaining('no numbers') });
		}
	});
});

describe('Delete', () => {
	test('takes posts back, keeps their lines, and no run publishes them again', async () => {
		const published = await publisher.publish([{ ...photo(), targets: [{ network: 'facebook' }, { network: 'telegram' }] }]);
		const { answers } = await publisher.run('publication:delete', [], {}, { items: keysOf(published) });
		expect(answers.map(({ status }) => status)).toEqual(['deleted', 'deleted']);
		expect(await publisher.texts()).toEqual([]);
		const again = await publisher.publish([{ ...photo(), targets: [{ network: 'facebook' }, { network: 'telegram' }] }]);
		expect(again.map(({ status }) => status)).toEqual(['deleted', 'deleted']);
		expect(await publisher.texts()).toEqual([]);
	});

	test('Instagram’s own permission is what is missing, and is said so', async () => {
		const published = await publisher.publish([{ ...photo(), targets: [{ network: 'instagram' }] }]);
		const body = { error: { code: 10, message: '(#10) Application does not have permission for this action: instagram_manage_contents' } };
		await publisher.fault({ network: 'meta', match: '/v25.0/1790', kind: 'status', status: 403, body });
		const { answers } = await publisher.run('publication:delete', [], {}, { items: keysOf(published) });
		expect(answers).toMatchObject([{ status: 'published', verdict: 'reconnect', reason: expect.stringMatching(/permission/i) }]);
	});
});

describe('Reconcile', () => {
	const text = { id: 'T', text: 'Bonjour', targets: [{ network: 'telegram' }] };
	const lost = async (when: 'before' | 'after') => {
		await publisher.fault({ network: 'telegram', match: 'sendMessage', kind: 'reset', when });
		const [answer] = await publisher.publish([text]);
		expect(answer).toMatchObject({ status: 'unknown', verdict: 'unknown', hint: expect.stringContaining('Reconcile') });
		return keysOf(answer ? [answer] : []);
	};

	test('a person says that it is out: it is not published again', async () => {
		const items = await lost('after');
		const { answers } = await publisher.run('publication:reconcile', [], { which: 'input', decision: 'published' }, { items });
		expect(answers).toMatchObject([{ status: 'published' }]);
		await publisher.publish([text]);
		expect(await publisher.texts()).toEqual(['telegram: Bonjour']);
	});

	test('a person says that it is not out: the next run publishes it', async () => {
		const items = await lost('before');
		await publisher.run('publication:reconcile', [], { which: 'input', decision: 'absent' }, { items });
		const [answer] = await publisher.publish([text]);
		expect(answer).toMatchObject({ status: 'published' });
		expect(await publisher.texts()).toEqual(['telegram: Bonjour']);
	});

	test('in doubt, no number of runs publishes it', async () => {
		await lost('after');
		for (let run = 0; run < 3; run++) expect((await publisher.publish([text]))[0]).toMatchObject({ status: 'unknown' });
		expect(await publisher.texts()).toEqual(['telegram: Bonjour']);
	});

	test('an item without a key is told, not skipped', async () => {
		await expect(publisher.run('publication:reconcile', [], { which: 'input' }, { items: [{ json: {} }] })).rejects.toMatchObject({ message: expect.stringContaining('has no “key”') });
	});
});
