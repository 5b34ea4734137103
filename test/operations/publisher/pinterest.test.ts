import axios from 'axios';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { QmarkPublisher } from '../../../nodes/QmarkPublisher/QmarkPublisher.node';
import { searchBoards } from '../../../nodes/networks/pinterest/searches';
import { seed } from '../../../sandbox/networks/seed';
import { pinterestCredential } from '../../support/connected';
import { searchList } from '../../support/context';
import { judgePinterest } from '../../support/pinterestSpec';
import { hurry, passTime, presentTime } from '../../support/time';
import { binary } from '../pinterest/pinner';
import { openPublisher, table } from './stage';
import type { Answer, Publisher } from './stage';

const { board } = seed.pinterest;
const networks = ['pinterest'];

let publisher: Publisher;
const judge = judgePinterest();
beforeAll(async () => {
	publisher = await openPublisher();
	hurry();
});
beforeEach(async () => {
	await publisher.begin();
	await publisher.settings({ pinterest: { processingSeconds: 0 } });
	publisher.connect(await pinterestCredential(publisher.origin));
});
afterAll(async () => {
	presentTime();
	judge.stop();
	await publisher.close();
	expect(judge.problems()).toEqual([]);
});

/** Until it no longer waits, as executions go on that wait in the database. */
async function publish(content: object, parameters: INodeParameters = {}, items?: INodeExecutionData[]): Promise<Answer[]> {
	const { answers, waitTill } = await publisher.run('content:publish', [{ id: 'P', ...content }], { networks, ...parameters }, items && { items });
	if (!waitTill) return answers;
	passTime(Math.max(0, waitTill.getTime() - Date.now()));
	return await publish(content, parameters, items);
}
const check = async (content: object) => (await publisher.run('content:check', [{ id: 'P', ...content }], { networks })).answers[0];
const shown = async () => (await publisher.timeline()).map(({ kind, text }) => `${kind}: ${text}`).reverse();
const requests = async () => (await publisher.requests('pinterest')).filter(({ path }) => !path.includes('oauth'));
const sent = async () => (await requests()).filter(({ method, path }) => method === 'POST' && path.endsWith('/pins')).map((call) => ('body' in call ? Object(call.body) : {}));
const set = async (pinterest: object) => await publisher.settings({ pinterest });

const photo = (name = 'tulipes-vase.jpg', more: object = {}) => ({ url: publisher.sample(name), kind: 'image', ...more });
const film = (more: object = {}) => ({ url: publisher.sample('eclosion-camelia.mp4'), kind: 'video', ...more });
const rose = () => ({ title: 'Rose', text: 'De ce matin', link: 'https://ateliercamelia.example/rose', media: [photo('tulipes-vase.jpg', { alt: 'Une rose' })] });

test('the board is chosen from those of the account', async () => {
	const node = new QmarkPublisher();
	// When it shows is n8n's to tell, and takes n8n longer than this machine may have.
	node.description.credentials = [{ name: 'qmarkPinterestOAuth2Api', required: true }];
	Object.assign(node.methods.listSearch, { searchBoards });
	const run = { node, credentials: publisher.connected(), parameters: {} };
	expect(await searchList(run, 'searchBoards')).toEqual([{ name: board.name, value: board.id }]);
});

describe('published once', () => {
	test('an image: title, description, link and alternative text each in its place', async () => {
		const [answer] = await publish({ ...rose(), utm: 'mai' });
		expect(answer).toMatchObject({ network: 'pinterest', account: board.id, status: 'published', postId: expect.stringMatching(/^\d{18}$/), permalink: `https://www.pinterest.com/pin/${String(answer?.postId)}/` });
		expect(await sent()).toEqual([
			{
				...{ board_id: board.id, title: 'Rose', description: 'De ce matin', link: expect.stringMatching(/^https:\/\/ateliercamelia\.example\/rose\?utm_/), alt_text: 'Une rose' },
				media_source: { source_type: 'image_url', url: publisher.sample('tulipes-vase.jpg') },
			},
		]);
		expect(await publish({ ...rose(), utm: 'mai' })).toEqual([{ ...answer }]);
		expect(await shown()).toEqual(['pin: Rose\nDe ce matin']);
	});

	test('without a title it begins with the text', async () => {
		await publish({ text: 'Les arrivages\n\nDe mai', media: [photo()] });
		expect((await sent())[0]).toMatchObject({ title: 'Les arrivages' });
	});

	test('an image of the item', async () => {
		const json = { id: 'P', title: 'Rose', text: 'De ce matin', media: [{ binary: 'data', kind: 'image' }] };
		expect(await publish({}, {}, [{ json, binary: { data: binary('tulipes-vase.jpg', 'image/jpeg') } }])).toMatchObject([{ status: 'published' }]);
		expect((await sent())[0]).toMatchObject({ media_source: { source_type: 'image_base64', content_type: 'image/jpeg' } });
	});

	test('a carousel', async () => {
		expect(await publish({ ...rose(), media: [photo(), photo(), photo()] })).toMatchObject([{ status: 'published' }]);
		expect((await sent())[0]?.media_source).toMatchObject({ source_type: 'multiple_image_urls', items: [{}, {}, {}] });
		expect(await shown()).toEqual(['carousel pin: Rose\nDe ce matin']);
	});

	test('a video, whose processing takes its time, with its cover', async () => {
		await set({ processingSeconds: 30 });
		expect(await publish({ ...rose(), media: [film({ cover: publisher.sample('dahlia-cafe.jpg'), alt: 'Une éclosion' })] })).toMatchObject([{ status: 'published' }]);
		expect((await sent())[0]).toMatchObject({ alt_text: 'Une éclosion', media_source: { source_type: 'video_id', cover_image_url: publisher.sample('dahlia-cafe.jpg') } });
		expect((await requests()).filter(({ path }) => path === '/').length).toBe(1);
		expect(await shown()).toEqual(['video pin: Rose\nDe ce matin']);
	}, 30_000);

	test('a video of the item without a cover stands for itself', async () => {
		const json = { id: 'P', text: 'Éclosion', media: [{ binary: 'data', kind: 'video' }] };
		expect(await publish({}, {}, [{ json, binary: { data: binary('bouquet-du-jour.mp4', 'video/mp4') } }])).toMatchObject([{ status: 'published' }]);
		expect((await sent())[0]?.media_source).toMatchObject({ cover_image_key_frame_time: 1 });
	});

	test('a long text is shortened, as Pins have no thread', async () => {
		const [answer] = await publish({ ...rose(), title: 'Une rose. '.repeat(20), text: 'Une phrase qui se répète souvent. '.repeat(40) }, { adapt: true });
		expect(answer).toMatchObject({ status: 'published', adapted: expect.arrayContaining([expect.objectContaining({ field: 'text', rule: 'shortened' }), expect.objectContaining({ field: 'title', rule: 'shortened' })]) });
	});
});

describe('what went wrong', () => {
	test.each([
		['an answer that was lost', { kind: 'reset', when: 'after' }],
		['a gateway that failed', { kind: 'status', status: 502, when: 'after' }],
		['a connection that broke before', { kind: 'reset', when: 'before' }],
	] as const)('%s: one Pin', async (_, fault) => {
		await publisher.fault({ network: 'pinterest', match: '/v5/pins', ...fault });
		expect(await publish(rose())).toMatchObject([{ status: 'published', postId: expect.stringMatching(/^\d+$/) }]);
		expect(await shown()).toEqual(['pin: Rose\nDe ce matin']);
	}, 30_000);

	test('a Pin like it that was there before is not taken for it', async () => {
		await publish(rose());
		await publisher.fault({ network: 'pinterest', match: '/v5/pins', kind: 'reset', when: 'before' });
		expect(await publish({ ...rose(), id: 'Q' })).toMatchObject([{ contentId: 'Q', status: 'published' }]);
		expect(await shown()).toHaveLength(2);
	}, 30_000);

	/** What stands on the board beside what the Publisher does. */
	async function pinned(...pins: object[]) {
		const { qmarkPinterestOAuth2Api: { oauthTokenData } = {} } = publisher.connected();
		const token = typeof oauthTokenData === 'object' && 'access_token' in oauthTokenData ? String(oauthTokenData.access_token) : '';
		const source = { source_type: 'image_url', url: publisher.sample('tulipes-vase.jpg') };
		for (const pin of pins) await axios.post(`${publisher.origin}/api.pinterest.com/v5/pins`, { board_id: board.id, media_source: source, ...pin }, { headers: { authorization: `Bearer ${token}` } });
	}

	test('one that many others have followed since is found all the same', async () => {
		await publisher.fault({ network: 'pinterest', match: '/v5/pins', kind: 'reset', when: 'after' });
		await publisher.fault({ network: 'pinterest', match: `/boards/${board.id}/pins`, kind: 'status', status: 500, times: 4 });
		await publisher.run('content:publish', [{ id: 'P', ...rose() }], { networks });
		await pinned(...Array.from({ length: 30 }, (_, n) => ({ title: `Autre ${n}` })));
		passTime(3_600_000);
		expect(await publish(rose())).toMatchObject([{ status: 'published' }]);
		expect((await shown()).filter((one) => one.includes('Rose'))).toHaveLength(1);
	}, 60_000);

	test('one of the same title, with words that somebody has changed since, is for a person to judge', async () => {
		await pinned({ title: 'Rose', description: 'De ce soir' });
		await publisher.fault({ network: 'pinterest', match: '/v5/pins', kind: 'reset', when: 'before' });
		expect(await publish(rose())).toMatchObject([{ status: 'unknown', verdict: 'unknown', hint: expect.stringContaining('Look at Pinterest') }]);
		expect(await sent()).toHaveLength(2);
	}, 60_000);

	test('a call that had to wait does not go out when another run may have taken over', async () => {
		await publisher.fault({ network: 'pinterest', match: '/v5/pins', kind: 'status', status: 429, headers: { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '120' } });
		expect(await publish(rose())).toMatchObject([{ status: 'failed', verdict: 'retry', reason: 'Pinterest made QMARK wait too long.' }]);
		expect(await sent()).toHaveLength(1);
		expect(await publish(rose())).toMatchObject([{ status: 'published' }]);
	}, 60_000);

	test('an app with trial access is told what to do, and nothing is tried again', async () => {
		await set({ access: 'trial' });
		expect(await publish(rose())).toMatchObject([{ status: 'refused', verdict: 'stop', hint: expect.stringContaining('standard access') }]);
		await set({ access: 'standard', spam: true });
		expect(await publish({ ...rose(), id: 'S' })).toMatchObject([{ status: 'refused', verdict: 'stop', hint: expect.stringContaining('for a day') }]);
	});

	test('in the API Sandbox images are pinned, and videos refused beforehand', async () => {
		publisher.connect(await pinterestCredential(publisher.origin, { environment: 'sandbox' }));
		expect(await publish(rose())).toMatchObject([{ status: 'published' }]);
		expect(await shown()).toEqual([]);
		const before = (await requests()).length;
		expect(await publish({ ...rose(), id: 'V', media: [film()] })).toMatchObject([{ status: 'refused', reason: 'Pinterest’s API Sandbox takes no videos.' }]);
		expect(await requests()).toHaveLength(before);
	});

	test('a video that Pinterest cannot process is refused, and uploaded anew by the next run', async () => {
		await set({ processingFails: true });
		expect(await publish({ ...rose(), media: [film()] })).toMatchObject([{ status: 'refused', reason: 'Pinterest could not process the video.' }]);
		await set({ processingFails: false });
		expect(await publish({ ...rose(), media: [film()] })).toMatchObject([{ status: 'published' }]);
	});

	test('the journal knows a video by its ID alone, and nothing of its permission to upload', async () => {
		await set({ processingSeconds: 3_600 });
		await publisher.run('content:publish', [{ id: 'P', ...rose(), media: [film()] }], { networks, options: { waitForProcessing: false } });
		const [row] = publisher.tables().rows(table);
		expect(row).toMatchObject({ status: 'processing' });
		expect(String(row?.state)).toMatch(/"media":"\d+"/);
		expect(String(row?.state)).not.toMatch(/amz|policy|signature/);
	});

	test('an image of the item that Pinterest does not take', async () => {
		const json = { id: 'P', text: 'Rose', media: [{ binary: 'data', kind: 'image', mime: 'image/webp' }] };
		const data = { data: Buffer.from('RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0', 'latin1').toString('base64'), mimeType: 'image/webp', fileName: 'rose.webp' };
		expect(await publish({}, {}, [{ json, binary: { data } }])).toMatchObject([{ status: 'refused', reason: expect.stringContaining('Pinterest takes JPEG or PNG files') }]);
		expect(await sent()).toEqual([]);
	});
});

describe('afterwards', () => {
	const keyOf = (answers: readonly Answer[]) => answers.map(({ key }) => ({ json: { key: String(key) } }));

	test('its numbers by the common names; those that Pinterest is still counting are none', async () => {
		await publish(rose());
		const results = async () => (await publisher.run('publication:getResults', [{}], { networks, which: 'recent', days: 30 })).answers[0];
		const fresh = await results();
		expect(fresh).toMatchObject({ network: 'pinterest', available: true, comments: expect.any(Number), likes: expect.any(Number) });
		expect(fresh).not.toHaveProperty('views', expect.anything());
		passTime(4 * 86_400_000);
		expect(await results()).toMatchObject({ available: true, views: expect.any(Number), saves: expect.any(Number), clicks: expect.any(Number) });
	});

	test('it is deleted, also where it is gone already', async () => {
		const published = await publish(rose());
		expect((await publisher.run('publication:delete', [], { networks }, { items: keyOf(published) })).answers).toMatchObject([{ status: 'deleted' }]);
		expect(await shown()).toEqual([]);
		const [again] = await publish({ ...rose(), id: 'Q' });
		await set({});
		const item = keyOf(again ? [again] : []);
		await publisher.fault({ network: 'pinterest', match: String(again?.postId), kind: 'status', status: 404, body: { code: 50, message: 'Pin not found.' } });
		expect((await publisher.run('publication:delete', [], { networks }, { items: item })).answers).toMatchObject([{ status: 'deleted' }]);
	});
});

describe('checked beforehand', () => {
	test('what is right is found right, with the board asked', async () => {
		expect(await check(rose())).toMatchObject({ network: 'pinterest', account: board.id, ok: true, findings: [] });
		expect((await requests()).map(({ path }) => path)).toEqual([`/v5/boards/${board.id}`, '/v5/user_account']);
	});

	test.each([
		['a text alone', { text: 'Rose' }, 'media', 'media-missing'],
		['a board that is not there', { ...rose, targets: 'pinterest:549000000000000999' }, 'account', 'account'],
		['a board’s name', { targets: 'pinterest:Bouquets' }, 'account', 'account'],
		['two videos', { media: 2 }, 'media', 'media-together'],
		['a long title', { title: 'x'.repeat(101) }, 'title', 'title-length'],
		['a long text', { text: 'x'.repeat(801) }, 'text', 'text-length'],
		['a long link', { link: `https://a.example/${'x'.repeat(2048)}` }, 'link', 'choice'],
		['images of different sizes', { media: ['tulipes-vase.jpg', 'bon-cadeau.png'] }, 'media', 'choice'],
	])('%s', async (name, content: object, field, rule) => {
		const { media }: { media?: unknown } = { ...content };
		const files = media === 2 ? [film(), film()] : Array.isArray(media) ? media.map((file) => photo(String(file))) : name === 'a text alone' ? [] : [photo()];
		expect(await check({ text: 'Rose', title: 'Rose', ...content, media: files })).toMatchObject({ ok: false, findings: [{ field, rule }] });
	});
});
