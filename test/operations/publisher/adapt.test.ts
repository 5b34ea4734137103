import { DateTime } from 'luxon';
import { openPublisher } from './stage';
import type { Publisher } from './stage';

let publisher: Publisher;
beforeAll(async () => (publisher = await openPublisher()));
beforeEach(async () => await publisher.begin());
afterAll(async () => await publisher.close());

const link = 'https://camelia.example/roses';
const sentence = 'Cette phrase compte exactement quarante.';
const long = Array.from({ length: 60 }, () => sentence).join(' ');
const photo = { role: 'post', kind: 'image', source: { url: 'https://cdn.example/a.jpg' } };
const tags = Array.from({ length: 32 }, (_, index) => `rose${index}`);
const content = { id: 'A', text: long, link, hashtags: tags, mentions: ['camelia'], utm: 'mai', media: 'https://cdn.example/a.jpg', targets: 'facebook instagram telegram' };

const adapt = async (parameters: object = {}, json: object = content) => (await publisher.run('content:adapt', [{ ...json }], { ...parameters })).answers;

describe('proposals', () => {
	test('are one item a network: the post, what was changed and why, and what would be refused', async () => {
		const [facebook, instagram, telegram] = await adapt();
		const tagged = `${link}?utm_campaign=mai`;
		const all = tags.map((tag) => `#${tag}`).join(' ');
		expect(facebook).toEqual({
			...{ contentId: 'A', network: 'facebook', account: '', ok: true, findings: [] },
			post: { texts: [`${long}\n\n${tagged}\n\n@camelia\n\n${all}`], media: [photo], stories: [] },
			adapted: [{ field: 'text', rule: 'utm', before: `${long}\n\n${link}\n\n@camelia\n\n${all}`, after: `${long}\n\n${tagged}\n\n@camelia\n\n${all}`, why: 'The content names a campaign.' }],
		});
		expect(instagram).toMatchObject({
			...{ network: 'instagram', ok: true, findings: [{ severity: 'warning', rule: 'hashtags-advised', limit: 5, found: 30 }] },
			post: { texts: [expect.stringMatching(/^Cette phrase .*\.\n\n@camelia\n\n#rose0 .*#rose29$/)] },
			adapted: [
				{ field: 'link', rule: 'utm', before: link, after: tagged },
				{ field: 'link', rule: 'left out', before: tagged, after: '', why: 'Links in a text cannot be clicked here.' },
				{ field: 'hashtags', rule: 'dropped', why: '30 hashtags are allowed here; there were 32.' },
				{ field: 'text', rule: 'shortened' },
			],
		});
		expect(telegram).toMatchObject({
			...{ network: 'telegram', ok: true, findings: [] },
			// 25 sentences of 40 characters and the 24 spaces between them.
			post: { texts: [Array.from({ length: 25 }, () => sentence).join(' '), expect.stringContaining(tagged)] },
			adapted: [{ field: 'text', rule: 'utm' }, { field: 'text', rule: 'split', why: expect.stringMatching(/^1024 characters are allowed here; there were \d+\.$/) }],
		});
	});

	test('go as far as the node lets them', async () => {
		const [, instagram, telegram] = await adapt({ taste: { longText: 'keep', hashtags: 'keep' } });
		expect(instagram).toMatchObject({ ok: false, findings: [{ rule: 'text-length' }, { rule: 'hashtags', limit: 30, found: 32 }] });
		expect(telegram).toMatchObject({ ok: false, findings: [{ rule: 'text-length', limit: 1024 }] });
		const [facebook, short] = await adapt({ taste: { link: 'comment', hashtags: 'advised' } });
		expect(facebook).toMatchObject({ post: { firstComment: `${link}?utm_campaign=mai` }, adapted: [{ rule: 'utm' }, { field: 'link', rule: 'moved' }] });
		expect(short).toMatchObject({ post: { firstComment: `${link}?utm_campaign=mai`, texts: [expect.stringMatching(/#rose4$/)] } });
	});
});

describe('applied', () => {
	test('a content comes out with a text for each network, and each change with its network', async () => {
		const proposed = await adapt();
		const [applied, ...others] = await adapt({ mode: 'apply' });
		expect(others).toEqual([]);
		expect(applied).toMatchObject({ id: 'A', text: long, link: `${link}?utm_campaign=mai`, hashtags: [], mentions: [], utm: {}, targets: [{ network: 'facebook' }, { network: 'instagram' }, { network: 'telegram' }] });
		expect(applied?.variants).toEqual(Object.fromEntries(proposed.map(({ network, post }) => [network, textsOf(post).join('\n\n')])));
		expect(applied?.adapted).toEqual(proposed.flatMap(({ network, adapted }) => changesIn(adapted).map((change) => ({ network, ...change }))));
	});

	test('a title that fits all of its networks, so that it passes as it is', async () => {
		const content = { id: 'A', title: 'Une phrase de trente lettres. '.repeat(5), text: 'Rouge', media: [{ url: 'https://camelia.example/film.mp4', kind: 'video' }], targets: 'facebook, pinterest' };
		const [applied = {}] = await adapt({ mode: 'apply' }, content);
		expect(applied).toHaveProperty('title', 'Une phrase de trente lettres. '.repeat(3).trim());
		const again = await adapt({ adapt: false }, applied);
		expect(again.flatMap(({ network, findings }) => (Array.isArray(findings) ? findings : []).filter(({ field }) => field === 'title').map(() => network))).toEqual([]);
		expect((await adapt({ mode: 'apply' }, { ...content, title: '' }))[0]?.title).toBeUndefined();
	});

	test('it becomes the same posts again: nothing comes back that was taken out, and nothing comes twice', async () => {
		const proposed = await adapt();
		const [applied = {}] = await adapt({ mode: 'apply' });
		const again = await adapt({}, applied);
		expect(again.map(({ post }) => words(post))).toEqual(proposed.map(({ post }) => words(post)));
		expect(again.map(({ ok }) => ok)).toEqual([true, true, true]);
	});
});

const changesIn = (value: unknown): object[] => (Array.isArray(value) ? value : []);
const textsOf = (post: unknown): string[] => (typeof post === 'object' && post !== null && 'texts' in post && Array.isArray(post.texts) ? post.texts.map(String) : []);
const words = (post: unknown) => textsOf(post).join(' ').split(/\s+/);

describe('schedule', () => {
	const slots = 'Mon-Fri 09:00, 17:30';
	const scheduled = async (contents: object[], options: object = {}) => (await publisher.run('content:schedule', contents.map((one) => ({ ...one })), { slots, options: { timeZone: 'Europe/Paris', ...options } })).answers;

	test('contents without a date get the next slots of their networks, each its own; one with a date keeps it', async () => {
		const answers = await scheduled([{ id: 'A', text: 'Rose', targets: 'facebook' }, { id: 'B', targets: 'facebook' }, { id: 'C', targets: 'telegram' }, { id: 'D', targets: 'facebook', publishAt: '2027-01-31T09:30' }]);
		expect(answers).toMatchObject([
			{ id: 'A', text: 'Rose', targets: [{ network: 'facebook' }], timeZone: 'Europe/Paris', slotted: true },
			{ id: 'B', slotted: true },
			{ id: 'C', slotted: true },
			{ id: 'D', publishAt: '2027-01-31T09:30', slotted: false },
		]);
		const [a, b, c] = answers.map(({ publishAt }) => DateTime.fromISO(String(publishAt), { setZone: true }));
		for (const time of [a, b, c]) expect(time?.weekday).toBeLessThan(6);
		expect(['09:00', '17:30']).toContain(a?.toFormat('HH:mm'));
		expect(b?.toMillis()).toBeGreaterThan(a?.toMillis() ?? Infinity);
		expect(c?.toISO()).toBe(a?.toISO());
	});

	test('what is taken already is passed over', async () => {
		const [first] = await scheduled([{ id: 'A', targets: 'facebook' }]);
		const [other] = await scheduled([{ id: 'B', targets: 'facebook' }], { taken: JSON.stringify([{ network: 'facebook', publishAt: first?.publishAt }]) });
		expect(DateTime.fromISO(String(other?.publishAt)).toMillis()).toBeGreaterThan(DateTime.fromISO(String(first?.publishAt)).toMillis());
	});

	test('the best slot of the week is that of the posts that were seen most', async () => {
		const results = JSON.stringify([
			...Array.from({ length: 9 }, () => ({ at: '2027-02-03T16:40:00Z', views: 900 })),
			...Array.from({ length: 9 }, () => ({ at: '2027-02-01T08:05:00Z', views: 20 })),
		]);
		const [best] = await scheduled([{ id: 'A', targets: 'facebook' }], { order: 'best', results });
		expect(DateTime.fromISO(String(best?.publishAt), { setZone: true }).toFormat('ccc HH:mm')).toBe('Wed 17:30');
	});

	test.each([
		['Funday 09:00', {}, 'is no day of the week'],
		['Mon 09:00', { taken: 'x' }, 'is no JSON'],
		['Mon 09:00', { results: '{}' }, 'is no list'],
	])('%s with %j is refused', async (given, options, message) => {
		await expect(publisher.run('content:schedule', [{ id: 'A' }], { slots: given, options })).rejects.toThrow(message);
	});

	test('no slot is left', async () => {
		// 14 days have three Mondays where they begin on one.
		const contents = ['A', 'B', 'C', 'D'].map((id) => ({ id, targets: 'facebook' }));
		await expect(publisher.run('content:schedule', contents, { slots: 'Mon 09:00', options: { daysAhead: 14 } })).rejects.toThrow('within 14 days');
	});
});
