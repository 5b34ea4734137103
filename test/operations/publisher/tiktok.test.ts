import type { INodeExecutionData } from 'n8n-workflow';
import { seed } from '../../../sandbox/networks/seed';
import { QmarkPublisher } from '../../../nodes/QmarkPublisher/QmarkPublisher.node';
import { searchTikTokAccounts } from '../../../nodes/networks/tiktok/searches';
import { tiktokCredential } from '../../support/connected';
import { searchList } from '../../support/context';
import { MINUTE, hurry, passTime, presentTime } from '../../support/time';
import { itemWith, sampleFile } from '../tiktok/florist';
import { openPublisher, table } from './stage';
import type { Answer, Publisher } from './stage';

const [{ id: account, name }, { id: other }] = seed.tiktok.accounts;
const username = 'ateliercamelia';

let publisher: Publisher;
beforeAll(async () => {
	publisher = await openPublisher();
	hurry();
});
beforeEach(async () => {
	await publisher.begin();
	passTime(2 * MINUTE);
	publisher.connect(await tiktokCredential(publisher.origin));
});
afterAll(async () => {
	presentTime();
	await publisher.close();
});

const networks = ['tiktok'];
const everyone = { tikTokAudience: 'PUBLIC_TO_EVERYONE' };
const panel = (options: object = everyone) => ({ networks, options: { ...options } });
const video = (sample = 'eclosion-camelia.mp4') => ({ id: 'T', text: 'Une éclosion #fleurs', media: [{ url: publisher.sample(sample), kind: 'video' }] });
const photos = (...files: string[]) => ({ id: 'T', title: 'Camélias', text: 'Du jour #fleurs', media: files.map((file) => ({ url: publisher.sample(file) })) });
/** Until it no longer waits, as executions go on that wait in the database. */
async function publish(content: object, options?: object, item?: INodeExecutionData): Promise<Answer[]> {
	const { answers, waitTill } = await publisher.run('content:publish', [{ ...content }], panel(options), item && { items: [item] });
	if (!waitTill) return answers;
	passTime(Math.max(0, waitTill.getTime() - Date.now()));
	return await publish(content, options, item);
}
const check = async (content: object, options?: object) => (await publisher.run('content:check', [{ ...content }], panel(options))).answers[0];
const set = async (tiktok: object) => await publisher.settings({ tiktok });
const requests = async () => (await publisher.requests('tiktok')).filter(({ path }) => !/oauth|authorize/.test(path));
const inits = async () => (await requests()).filter(({ path }) => path.endsWith('/init/')).length;
const shown = async () => (await publisher.timeline()).map(({ account: who, kind, text }) => `${who}: ${kind}: ${text}`).reverse();
const fault = async (wish: object) => await publisher.fault({ network: 'tiktok', match: '', kind: 'reset', ...wish });

test('the account is chosen from a list of one: the one that is connected', async () => {
	const node = new QmarkPublisher();
	// When it shows is n8n's to tell, and takes n8n longer than this machine may have.
	node.description.credentials = [{ name: 'qmarkTikTokOAuth2Api', required: true }];
	Object.assign(node.methods.listSearch, { searchTikTokAccounts });
	const run = { node, credentials: await tiktokCredential(publisher.origin), parameters: {} };
	expect(await searchList(run, 'searchTikTokAccounts')).toEqual([{ name, value: account }]);
});

describe('nobody has chosen who sees it', () => {
	test('nothing is sent', async () => {
		for (const options of [{}, { tikTokAudience: '={{ null }}' }, { tikTokAudience: '={{ undefined }}' }]) {
			expect(await publish(video(), options)).toMatchObject([{ status: 'refused', reason: expect.stringContaining('Nobody has chosen who sees the post on TikTok') }]);
		}
		expect(await requests()).toEqual([]);
	});

	test('nor is a paid partnership for “Only Me”', async () => {
		expect(await publish(video(), { tikTokAudience: 'SELF_ONLY', tikTokPromotes: ['branded'] })).toMatchObject([{ status: 'refused', reason: expect.stringContaining('another brand') }]);
		expect(await requests()).toEqual([]);
	});

	test('or chose what the account does not offer', async () => {
		expect(await publish(video(), { tikTokAudience: 'FOLLOWER_OF_CREATOR' })).toMatchObject([{ status: 'refused', reason: expect.stringContaining('does not offer “Followers”') }]);
		expect(await inits()).toBe(0);
	});
});

describe('published once', () => {
	test('a video by its URL: fetched here, uploaded from here', async () => {
		const [answer] = await publish(video());
		expect(answer).toMatchObject({ network: 'tiktok', account, status: 'published', postId: '7400000000000000001', permalink: `https://www.tiktok.com/@${username}/video/7400000000000000001` });
		expect(await publish(video())).toEqual([{ ...answer }]);
		expect(await shown()).toEqual([`${name}: video: Une éclosion #fleurs`]);
		expect(await inits()).toBe(1);
	});

	test('a file of the item, which takes its time', async () => {
		await set({ processingSeconds: 20 });
		const item = { ...itemWith(sampleFile('bouquet-du-jour.mp4')), json: { id: 'T', text: 'Un bouquet', media: [{ binary: 'data', kind: 'video' }] } };
		expect(await publish({}, { ...everyone, tikTokPromotes: ['own'] }, item)).toMatchObject([{ status: 'published', postId: '7400000000000000001' }]);
		expect(await shown()).toEqual([`${name}: video: Un bouquet`]);
	});

	test('photos with a title, which does not begin the description again', async () => {
		const content = { ...photos('bouquet-camelia.jpg', 'tulipes-vase.jpg'), title: undefined, text: 'Camélias du jour\n\nAu marché #fleurs' };
		expect(await publish(content)).toMatchObject([{ status: 'published', permalink: `https://www.tiktok.com/@${username}/photo/7400000000000000001` }]);
		expect(await shown()).toEqual([`${name}: photo: Camélias du jour\nAu marché #fleurs`]);
	});

	test('while TikTok works on it the execution waits in the database, and goes on with what it remembers', async () => {
		await set({ processingSeconds: 600 });
		const first = await publisher.run('content:publish', [video()], panel());
		expect(first.waitTill).toBeDefined();
		expect(publisher.tables().rows(table)).toMatchObject([{ status: 'processing' }]);
		// The address of an upload holds a secret: the journal has none.
		expect(JSON.stringify(publisher.tables().rows(table))).not.toContain('SANDBOXTTUPLOAD');
		passTime(11 * MINUTE);
		expect(await publish(video())).toMatchObject([{ status: 'published' }]);
		expect(await inits()).toBe(1);
		expect(await shown()).toHaveLength(1);
	});

	test('a video whose content has a title alone', async () => {
		await publish({ ...video(), title: 'Une éclosion', text: '' });
		expect(await shown()).toEqual([`${name}: video: Une éclosion`]);
	});

	test('one without an ID for others has no link', async () => {
		const [answer] = await publish(video(), { tikTokAudience: 'SELF_ONLY' });
		expect(answer).toMatchObject({ status: 'published', postId: expect.stringMatching(/^v_pub_file~/) });
		expect(answer?.permalink).toBeUndefined();
	});
});

describe('as a draft', () => {
	test('that a person finishes', async () => {
		expect(await publish(video(), { tikTokAudience: 'draft' })).toMatchObject([{ status: 'draft', hint: expect.stringContaining('24 hours') }]);
		expect(await shown()).toEqual([`${name} (inbox): draft: `]);
		expect(await publish(video(), { tikTokAudience: 'draft' })).toMatchObject([{ status: 'draft' }]);
		expect(await inits()).toBe(1);
	});

	test('with no permission to post directly', async () => {
		publisher.connect(await tiktokCredential(publisher.origin, { features: ['upload'] }));
		expect(await publish(photos('tulipes-vase.jpg'), { tikTokAudience: 'draft' })).toMatchObject([{ status: 'draft' }]);
	});

	test('where TikTok has not audited the app', async () => {
		await set({ audited: false });
		expect(await publish(video())).toMatchObject([{ status: 'draft' }]);
		expect(await publish({ ...photos('tulipes-vase.jpg'), id: 'U' })).toMatchObject([{ status: 'draft' }]);
		expect(await shown()).toEqual([`${name} (inbox): draft: `, `${name} (inbox): draft: Camélias\nDu jour #fleurs`]);
	});
});

describe('what went wrong', () => {
	test('the last answer of an upload is lost: it is found by its publish_id', async () => {
		await fault({ match: 'open-upload', when: 'after' });
		expect(await publish(video())).toMatchObject([{ status: 'published', postId: '7400000000000000001' }]);
		expect(await inits()).toBe(1);
		expect(await shown()).toHaveLength(1);
	});

	test('nor is it sent anew where TikTok cannot be asked at first and works on it for longer', async () => {
		await set({ processingSeconds: 600 });
		await fault({ match: 'open-upload', when: 'after' });
		await fault({ match: '/status/fetch/', kind: 'status', status: 502, times: 30 });
		await publisher.run('content:publish', [video()], panel());
		expect(publisher.tables().rows(table)).toMatchObject([{ status: 'publishing' }]);
		await publisher.clearFaults();
		passTime(2 * MINUTE);
		const later = await publisher.run('content:publish', [video()], panel());
		expect(later.waitTill).toBeDefined();
		passTime(11 * MINUTE);
		expect(await publish(video())).toMatchObject([{ status: 'published' }]);
		expect(await inits()).toBe(1);
		expect(await shown()).toHaveLength(1);
	});

	test('a draft stays one where TikTok cannot be asked in the last moment', async () => {
		await fault({ match: '/status/fetch/', kind: 'status', status: 502, skip: 1, times: 30 });
		expect(await publish(video(), { tikTokAudience: 'draft' })).not.toMatchObject([{ status: 'published' }]);
		await publisher.clearFaults();
		expect(await publish(video(), { tikTokAudience: 'draft' })).toMatchObject([{ status: 'draft', hint: expect.stringContaining('24 hours') }]);
		expect(await inits()).toBe(1);
	});

	test('an upload that broke off is begun anew once that is certain', async () => {
		await fault({ match: 'open-upload', times: 5 });
		const first = await publisher.run('content:publish', [video()], panel());
		// Its last bytes went out: it is looked after them first, until it is sure that they never came.
		expect(first.waitTill).toBeDefined();
		expect(publisher.tables().rows(table)).toMatchObject([{ status: 'publishing' }]);
		expect(await inits()).toBe(1);
		passTime(2 * MINUTE);
		expect(await publish(video())).toMatchObject([{ status: 'published' }]);
		expect(await inits()).toBe(2);
		expect(await shown()).toHaveLength(1);
	});

	test('a video that TikTok refuses afterwards is refused, and a later run may try again', async () => {
		await set({ failReason: 'frame_rate_check_failed' });
		expect(await publish(video())).toMatchObject([{ status: 'refused', verdict: 'fix-input', reason: expect.stringContaining('frame_rate_check_failed') }]);
		await set({ failReason: 'internal' });
		expect(await publish(video())).toMatchObject([{ status: 'refused', reason: expect.stringContaining('internal'), hint: expect.stringContaining('run the item again') }]);
		await set({ failReason: '' });
		expect(await publish(video())).toMatchObject([{ status: 'published' }]);
		expect(await shown()).toHaveLength(1);
	});

	test('photos whose answer is lost are a person’s to look after', async () => {
		await fault({ match: '/content/init/', when: 'after' });
		const content = photos('tulipes-vase.jpg');
		expect(await publish(content)).toMatchObject([{ status: 'unknown', hint: expect.stringContaining('Reconcile') }]);
		expect(await publish(content)).toMatchObject([{ status: 'unknown' }]);
		const [row] = publisher.tables().rows(table);
		const { answers } = await publisher.run('publication:reconcile', [], { networks, which: 'input', decision: 'published' }, { items: [{ json: { key: String(row?.key) } }] });
		expect(answers).toMatchObject([{ status: 'failed', reason: 'A part of it is not out yet.' }]);
		expect(await publish(content)).toMatchObject([{ status: 'published' }]);
		expect(await inits()).toBe(1);
	});

	test('a file that is no video is found out by its first bytes', async () => {
		const content = { ...video(), media: [{ url: publisher.sample('message-camille.ogg'), kind: 'video', mime: 'video/mp4' }] };
		expect(await publish(content, { ...everyone, lookAtFiles: false })).toMatchObject([{ status: 'refused', reason: expect.stringMatching(/^Media: “message-camille.ogg” is audio\/ogg/) }]);
		expect(await inits()).toBe(0);
	});

	test('a cap is told before anything is begun', async () => {
		await set({ postsPerDay: 0 });
		expect(await publish(video())).toMatchObject([{ status: 'refused', verdict: 'stop', reason: expect.stringContaining('daily post cap') }]);
		expect(await inits()).toBe(0);
	});

	test('the status that cannot be asked changes nothing about what is out', async () => {
		await fault({ match: '/status/fetch/', kind: 'status', status: 502, times: 30 });
		expect(await publish(video())).toMatchObject([{ status: 'failed', hint: expect.stringContaining('asks again') }]);
		await publisher.clearFaults();
		expect(await publish(video())).toMatchObject([{ status: 'published' }]);
		expect(await inits()).toBe(1);
	});

	test('a connection of another account publishes nothing', async () => {
		expect(await publish({ ...video(), targets: `tiktok:${other}` })).toMatchObject([{ status: 'refused', reason: expect.stringContaining(`The connection is that of @${username}`) }]);
		expect(await inits()).toBe(0);
		expect(await publish({ ...video(), targets: `tiktok:@${username.toUpperCase()}` })).toMatchObject([{ status: 'published', account: `@${username}` }]);
	});
});

describe('afterwards', () => {
	const keyOf = (answers: readonly Answer[]) => answers.map(({ key }) => ({ json: { key: String(key) } }));
	const results = async () => (await publisher.run('publication:getResults', [{}], { networks, which: 'recent', days: 1 })).answers;

	test('its numbers by the common names, once others may see it', async () => {
		await set({ moderationSeconds: 3600 });
		await publish(video());
		expect(await results()).toMatchObject([{ available: false, reason: expect.stringContaining('no numbers') }]);
		await publisher.advance(3600);
		expect(await results()).toMatchObject([{ available: true, views: 100, likes: 10, comments: 1, shares: 2 }]);
	});

	test('no app deletes a post', async () => {
		const published = await publish(video());
		expect((await publisher.run('publication:delete', [], { networks }, { items: keyOf(published) })).answers).toMatchObject([{ status: 'published', verdict: 'stop', reason: 'TikTok lets no app delete a post.', hint: expect.stringContaining('delete it there') }]);
		expect(await shown()).toHaveLength(1);
	});
});

describe('checked beforehand', () => {
	test('what is right is found right, with the account asked', async () => {
		expect(await check(video())).toMatchObject({ network: 'tiktok', account, ok: true, findings: [] });
		expect(await inits()).toBe(0);
	});

	test('a connection for drafts alone is enough for drafts, and not for posts', async () => {
		publisher.connect(await tiktokCredential(publisher.origin, { features: ['upload'] }));
		expect(await check(video(), { tikTokAudience: 'draft' })).toMatchObject({ ok: true, findings: [] });
		expect(await check(video())).toMatchObject({ ok: false, findings: [{ rule: 'permission' }] });
	});

	test('an account that may not post, and one that is not connected', async () => {
		await set({ banned: true });
		expect(await check(video())).toMatchObject({ ok: false, findings: [{ rule: 'account', message: expect.stringContaining('banned') }] });
		await set({ banned: false });
		expect(await check({ ...video(), targets: `tiktok:${other}` })).toMatchObject({ ok: false, findings: [{ rule: 'account', message: expect.stringContaining('not of') }] });
	});

	test('texts without a file, a PNG, a caption that is too long', async () => {
		expect(await check({ id: 'T', text: 'Rose' })).toMatchObject({ findings: [{ rule: 'media-missing' }] });
		expect(await check(photos('bon-cadeau.png'))).toMatchObject({ findings: [{ rule: 'media-format' }] });
		expect(await check({ ...video(), text: 'x'.repeat(2201) })).toMatchObject({ findings: [{ rule: 'text-length', limit: 2200 }] });
	});
});
