import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeExecutionData } from 'n8n-workflow';
import { QmarkPublisher } from '../../../nodes/QmarkPublisher/QmarkPublisher.node';
import { linkedin } from '../../../nodes/platforms/linkedin';
import { seed } from '../../../sandbox/networks/seed';
import { linkedinCredential } from '../../support/connected';
import { searchList } from '../../support/context';
import { root } from '../../support/sources';
import { member, openPublisher, organization, table } from './stage';
import type { Answer, Publisher } from './stage';

let publisher: Publisher;
const begin = async (appType: 'member' | 'community' = 'member') => {
	await publisher.begin();
	await publisher.settings({ linkedin: { processingSeconds: 0 } });
	publisher.connect(await linkedinCredential(publisher.origin, { appType }));
};
beforeAll(async () => {
	// Nobody shall sit through what LinkedIn takes.
	Object.assign(linkedin.processing, { unseen: 300 });
	Object.assign(linkedin.settling, { atMost: 0 });
	Object.assign(linkedin.retry, { firstDelay: 20 });
	publisher = await openPublisher();
});
beforeEach(async () => await begin());
afterEach(() => jest.restoreAllMocks());
afterAll(async () => await publisher.close());

const networks = ['linkedin'];
const targets = [{ network: 'linkedin', account: organization }];
const publish = async (content: object, parameters: object = {}, items?: INodeExecutionData[]) => await publisher.publish([{ id: 'L', ...content }], { networks, ...parameters }, items && { items });
const asPage = async (content: object, parameters: object = {}) => await publish({ targets, ...content }, parameters);
const check = async (content: object) => (await publisher.run('content:check', [{ id: 'L', ...content }], { networks })).answers[0];
const calls = async () => (await publisher.requests('linkedin')).map(({ method, path }) => `${method} ${path}`);
const sent = async () => (await calls()).filter((call) => call === 'POST /rest/posts');
const shown = async () => (await publisher.timeline()).map(({ account, kind, text }) => `${account} ${kind}: ${text}`).reverse();
const posts = '/rest/posts';
const keysOf = (answers: readonly Answer[]) => answers.map(({ key }) => ({ json: { key: String(key) } }));
const photo = (name = 'tulipes-vase.jpg', more: object = {}) => ({ url: publisher.sample(name), ...more });

test('the author is chosen from the member and the pages', async () => {
	await begin('community');
	const node = new QmarkPublisher();
	// When it shows is n8n's to tell, and takes n8n longer than this machine may have.
	node.description.credentials = [{ name: 'qmarkLinkedInOAuth2Api', required: true }];
	const found = await searchList({ node, credentials: publisher.connected(), parameters: {} }, 'searchAuthors');
	expect(found).toMatchObject([{ name: 'Camille Moreau (You)', value: member }, { name: 'Atelier Camélia', value: organization }]);
});

describe('published once, as a member', () => {
	test('a text', async () => {
		const [answer] = await publish({ text: 'Les (nouveaux) arrivages #été' });
		expect(answer).toMatchObject({ network: 'linkedin', account: member, status: 'published', postId: expect.stringMatching(/^urn:li:share:/), permalink: `https://www.linkedin.com/feed/update/${String(answer?.postId)}` });
		expect(await publish({ text: 'Les (nouveaux) arrivages #été' })).toEqual([{ ...answer }]);
		expect(await shown()).toEqual(['Camille Moreau text: Les (nouveaux) arrivages #été']);
		expect(await sent()).toHaveLength(1);
	});

	test('a link as an article, with the title, or what the text begins with', async () => {
		await publish({ id: 'A', title: 'Nos arrivages', text: 'Bonjour\nà tous', link: 'https://ateliercamelia.example/a' });
		await publish({ id: 'B', text: 'Merci @[Atelier Camélia](urn:li:organization:5500001)\nà tous', link: 'https://ateliercamelia.example/b' });
		await publish({ id: 'C', link: 'https://ateliercamelia.example/c' });
		expect(await shown()).toEqual([
			'Camille Moreau article: Bonjour\nà tous\nhttps://ateliercamelia.example/a',
			'Camille Moreau article: Merci Atelier Camélia\nà tous\nhttps://ateliercamelia.example/b',
			'Camille Moreau article: https://ateliercamelia.example/c',
		]);
		const bodies = (await publisher.requests('linkedin')).flatMap((one) => ('body' in one && one.path === posts ? [one.body] : []));
		expect(bodies).toMatchObject(['Nos arrivages', 'Merci Atelier Camélia', 'ateliercamelia.example'].map((title) => ({ content: { article: { title } } })));
	});

	test('an image, which LinkedIn does not show while it is processed', async () => {
		await publisher.settings({ linkedin: { processingSeconds: 0.2 } });
		expect(await publish({ text: 'Une image', media: [photo('tulipes-vase.jpg', { alt: 'Des tulipes' })] })).toMatchObject([{ status: 'published' }]);
		expect(await publisher.timeline()).toMatchObject([{ kind: 'image', text: 'Une image', media: [{ alt: 'Des tulipes' }] }]);
	}, 20_000);

	test('a first comment, which takes an app of the Community Management API', async () => {
		expect(await publish({ id: 'A', text: 'Tulipe', firstComment: 'Bonjour' })).toMatchObject([{ status: 'published', reason: expect.stringMatching(/^The comment is missing: LinkedIn refused: Not enough permissions/) }]);
		await begin('community');
		const [answer] = await publish({ text: 'Rose', firstComment: 'Le lien : https://a.example/(b)' });
		expect(answer).toMatchObject({ status: 'published' });
		expect(answer?.reason).toBeUndefined();
		expect((await calls()).at(-1)).toBe(`POST /rest/socialActions/${encodeURIComponent(String(answer?.postId))}/comments`);
	});
});

describe('published once, as an organization', () => {
	beforeEach(async () => await begin('community'));

	test.each(['5500001', 'https://www.linkedin.com/company/5500001/'])('known by one name in the journal, however it is written: %s', async (account) => {
		const [answer] = await publish({ text: 'Bonjour', targets: [{ network: 'linkedin', account }] });
		expect(answer).toMatchObject({ account: organization, status: 'published' });
		expect(await asPage({ text: 'Bonjour' })).toEqual([{ ...answer }]);
		expect(await shown()).toEqual(['Atelier Camélia text: Bonjour']);
	});

	test('several images, whose processing takes its time', async () => {
		await publisher.settings({ linkedin: { processingSeconds: 1 } });
		expect(await asPage({ text: 'Trois images', media: ['tulipes-vase.jpg', 'dahlia-cafe.jpg', 'bon-cadeau.png'].map((name, index) => photo(name, { alt: `Image ${index}` })) })).toMatchObject([{ status: 'published' }]);
		expect(await publisher.timeline()).toMatchObject([{ kind: 'images', media: [{ alt: 'Image 0' }, { alt: 'Image 1' }, { alt: 'Image 2' }] }]);
	}, 20_000);

	test('a video of the item, in parts', async () => {
		await publisher.settings({ linkedin: { partBytes: 200_000 } });
		const data = { data: readFileSync(join(root, 'sandbox', 'networks', 'media', 'bouquet-du-jour.mp4')).toString('base64'), mimeType: 'video/mp4', fileName: 'bouquet.mp4' };
		const items = [{ json: { id: 'L', text: 'Un film', title: 'Le bouquet', targets, media: [{ binary: 'data', kind: 'video' }] }, binary: { data } }];
		expect(await publish({}, {}, items)).toMatchObject([{ status: 'published', postId: expect.stringMatching(/^urn:li:ugcPost:/) }]);
		expect((await calls()).filter((call) => call.startsWith('PUT '))).toHaveLength(2);
		expect(await shown()).toEqual(['Atelier Camélia video: Un film']);
	});

	test('a document', async () => {
		const data = { data: Buffer.from(`%PDF-1.7\n${'x'.repeat(3000)}`).toString('base64'), mimeType: 'application/pdf', fileName: 'guide.pdf' };
		expect(await publish({}, {}, [{ json: { id: 'L', text: 'Le guide', targets, media: [{ binary: 'data', kind: 'document' }] }, binary: { data } }])).toMatchObject([{ status: 'published' }]);
		expect(await shown()).toEqual(['Atelier Camélia document: Le guide']);
	});

	test('addresses of uploads stand in no journal', async () => {
		await publisher.fault({ network: 'linkedin', match: posts, kind: 'status', status: 403 });
		expect(await asPage({ text: 'Une image', media: [photo()] })).toMatchObject([{ status: 'failed' }]);
		const [row] = publisher.tables().rows(table);
		expect(String(row?.state)).toContain('urn:li:image:');
		expect(String(row?.state)).not.toContain('dms-uploads');
	});
});

describe('what went wrong', () => {
	test.each(['after', 'before'] as const)('a member’s text whose answer is lost is known by LinkedIn’s refusal of a second one, and made up for where it never arrived: %s', async (when) => {
		await publisher.fault({ network: 'linkedin', match: posts, kind: 'reset', when });
		expect(await publish({ text: 'Bonjour' })).toMatchObject([{ status: 'published', postId: 'urn:li:share:7400000000000000001' }]);
		expect(await sent()).toHaveLength(2);
		expect(await shown()).toHaveLength(1);
	});

	test('what LinkedIn refuses the second time is refused for good', async () => {
		await publisher.fault({ network: 'linkedin', match: posts, kind: 'reset', when: 'before' });
		await publisher.fault({ network: 'linkedin', match: posts, kind: 'status', status: 422, body: { status: 422, code: 'FIELD_LENGTH_TOO_LONG', message: 'too long' }, times: 2 });
		expect(await publish({ text: 'Bonjour' })).toMatchObject([{ status: 'refused', reason: 'LinkedIn refused: too long' }]);
		expect(await shown()).toEqual([]);
	});

	/** A post whose answer is lost, and with `find` what keeps the run from asking after it. */
	const lost = async (content: object, find: object) => {
		await publisher.fault({ network: 'linkedin', match: posts, kind: 'reset', when: 'after' });
		await publisher.fault({ network: 'linkedin', match: posts, kind: 'status', ...find });
		return await publish(content);
	};
	const text = { text: 'Bonjour' };
	const image = () => ({ text: 'Une image', media: [photo()], targets });

	test('a refusal that is not about the post does not tell that it is not out', async () => {
		expect(await lost(text, { status: 426, body: { status: 426, code: 'NONEXISTENT_VERSION', message: 'Requested version 20260901 is not active' } })).toMatchObject([{ status: 'processing', verdict: 'stop' }]);
		expect(await publish(text)).toMatchObject([{ status: 'published', postId: 'urn:li:share:7400000000000000001' }]);
		expect(await shown()).toHaveLength(1);
	});

	test('a duplicate that LinkedIn does not name is left to a person, and one that cannot be deleted by its name is not said to be', async () => {
		const duplicate = (of: string) => ({ status: 422, body: { status: 422, code: 'DUPLICATE_POST', message: `Content is a duplicate${of}` } });
		expect(await lost(text, duplicate(''))).toMatchObject([{ status: 'unknown' }]);
		const published = await lost({ id: 'M', text: 'Bonsoir' }, duplicate(' of urn:li:activity:7400000000000000002'));
		expect((await publisher.run('publication:delete', [], { networks }, { items: keysOf(published) })).answers).toMatchObject([{ status: 'published', reason: expect.stringContaining('names an activity') }]);
		expect(await shown()).toHaveLength(2);
	});

	test('once LinkedIn may have forgotten a text, it is not sent again to find out', async () => {
		expect(await lost(text, { status: 429 })).toMatchObject([{ status: 'processing', verdict: 'wait' }]);
		const real = Date.now;
		jest.spyOn(Date, 'now').mockImplementation(() => real() + 25 * 60 * 60_000);
		expect(await publish(text)).toMatchObject([{ status: 'unknown' }]);
		expect(await shown()).toHaveLength(1);
	});

	test('an organization’s image is found however many posts came after it', async () => {
		await begin('community');
		expect(await lost(image(), { status: 429 })).toMatchObject([{ status: 'processing' }]);
		for (let n = 0; n < 25; n++) await asPage({ id: `N${n}`, text: `Numéro ${n}` });
		expect(await publish(image())).toMatchObject([{ status: 'published', postId: 'urn:li:share:7400000000000000001' }]);
		expect(await shown()).toHaveLength(26);
	}, 20_000);

	test('a member’s image whose answer is lost is left to a person', async () => {
		await publisher.fault({ network: 'linkedin', match: posts, kind: 'reset', when: 'after' });
		const [answer] = await publish({ text: 'Une image', media: [photo()] });
		expect(answer).toMatchObject({ status: 'unknown', hint: expect.stringContaining('Look at LinkedIn whether the post is there') });
		expect(await publish({ text: 'Une image', media: [photo()] })).toMatchObject([{ status: 'unknown' }]);
		expect(await shown()).toHaveLength(1);
	}, 20_000);

	test('an organization’s image whose answer is lost is found in its list', async () => {
		await begin('community');
		await publisher.fault({ network: 'linkedin', match: posts, kind: 'reset', when: 'after' });
		expect(await asPage({ media: [photo()] })).toMatchObject([{ status: 'published', postId: expect.stringMatching(/^urn:li:share:/) }]);
		expect(await sent()).toHaveLength(1);
	});

	test('a list that may not be seen is made up for in the same way', async () => {
		await begin('community');
		await publisher.settings({ linkedin: { dropScopes: ['r_organization_social'] } });
		await publisher.fault({ network: 'linkedin', match: posts, kind: 'reset', when: 'after' });
		expect(await asPage({ text: 'Bonjour' })).toMatchObject([{ status: 'published' }]);
		expect(await shown()).toHaveLength(1);
	});

	test('the same text of another content is refused, and the earlier post is named, also where the answer is lost', async () => {
		const [first] = await publish({ text: 'Bonjour' });
		const refused = [{ status: 'refused', hint: expect.stringContaining(String(first?.postId)) }];
		expect(await publish({ id: 'M', text: 'Bonjour' })).toMatchObject(refused);
		await publisher.fault({ network: 'linkedin', match: posts, kind: 'reset', when: 'before' });
		expect(await publish({ id: 'N', text: 'Bonjour' })).toMatchObject(refused);
	});

	test('a first comment that is refused is told, and the post stands', async () => {
		await publisher.fault({ network: 'linkedin', match: '/comments', kind: 'status', status: 403 });
		expect(await publish({ text: 'Rose', firstComment: 'Bonjour' })).toMatchObject([{ status: 'published', reason: expect.stringMatching(/^The comment is missing: LinkedIn refused/) }]);
	});

	test('a member’s first comment whose answer is lost may be there, and is not written again', async () => {
		await begin('community');
		await publisher.fault({ network: 'linkedin', match: '/comments', kind: 'reset', when: 'after' });
		const [answer] = await publish({ text: 'Rose', firstComment: 'Bonjour' });
		expect(answer).toMatchObject({ status: 'published', reason: expect.stringContaining('It may be there.') });
		expect((await calls()).filter((call) => call.startsWith('POST') && call.endsWith('/comments'))).toHaveLength(1);
	});

	test('an organization’s is found', async () => {
		await begin('community');
		await publisher.fault({ network: 'linkedin', match: '/comments', kind: 'reset', when: 'after' });
		const [answer] = await asPage({ text: 'Rose', firstComment: 'Bonjour' });
		expect(answer).toMatchObject({ status: 'published' });
		expect(answer?.reason).toBeUndefined();
		expect((await calls()).filter((call) => call.startsWith('POST') && call.endsWith('/comments'))).toHaveLength(1);
	});

	test('media that LinkedIn cannot process are refused, and uploaded anew by the next run', async () => {
		await begin('community');
		await publisher.settings({ linkedin: { failProcessing: true } });
		expect(await asPage({ media: [photo()] })).toMatchObject([{ status: 'refused', reason: 'LinkedIn could not process the image: The image could not be processed.' }]);
		await publisher.settings({ linkedin: { failProcessing: false } });
		expect(await asPage({ media: [photo()] })).toMatchObject([{ status: 'published' }]);
		expect((await calls()).filter((call) => call.startsWith('PUT '))).toHaveLength(2);
	});

	test('the day’s limit', async () => {
		await publisher.settings({ linkedin: { dailyPosts: 0 } });
		expect(await publish({ text: 'Rose' })).toMatchObject([{ status: 'failed', verdict: 'wait', hint: expect.stringContaining('midnight UTC') }]);
		await publisher.advance(86_400);
		await publisher.settings({ linkedin: { dailyPosts: 1 } });
		expect(await publish({ text: 'Rose' })).toMatchObject([{ status: 'published' }]);
	});
});

describe('afterwards', () => {
	test('the numbers of an organization’s post', async () => {
		await begin('community');
		await asPage({ text: 'Rose' });
		const { answers } = await publisher.run('publication:getResults', [{}], { networks, which: 'recent', days: 1 });
		expect(answers).toMatchObject([{ network: 'linkedin', available: true, views: expect.any(Number), likes: expect.any(Number), shares: expect.any(Number) }]);
	});

	test('a member’s has none', async () => {
		await publish({ text: 'Rose' });
		const { answers } = await publisher.run('publication:getResults', [{}], { networks, which: 'recent', days: 1 });
		expect(answers).toMatchObject([{ available: false, reason: 'LinkedIn shows apps no numbers of a member’s posts.' }]);
	});

	test('a post is deleted, what is gone already too', async () => {
		const published = await publish({ text: 'Rose', firstComment: 'Bonjour' });
		expect((await publisher.run('publication:delete', [], { networks }, { items: keysOf(published) })).answers).toMatchObject([{ status: 'deleted' }]);
		expect((await shown()).filter((one) => !one.includes('comment'))).toEqual([]);
		expect(await publish({ text: 'Rose', firstComment: 'Bonjour' })).toMatchObject([{ status: 'deleted' }]);
	});
});

describe('checked beforehand', () => {
	test('what is right is found right, of a member and of an organization', async () => {
		expect(await check({ text: 'Rose' })).toMatchObject({ network: 'linkedin', account: member, ok: true, findings: [] });
		await begin('community');
		expect(await check({ text: 'Rose', targets, media: [photo()] })).toMatchObject({ account: organization, ok: true, findings: [] });
	});

	test('another member, and a page of others', async () => {
		const account = `urn:li:person:${seed.linkedin.accounts[1].id}`;
		expect(await check({ text: 'Rose', targets: [{ network: 'linkedin', account }] })).toMatchObject({ ok: false, findings: [{ rule: 'account', message: expect.stringContaining('The credential is connected to Camille Moreau') }] });
		await begin('community');
		expect(await check({ text: 'Rose', targets: 'linkedin:9' })).toMatchObject({ ok: false, findings: [{ rule: 'account', message: 'The connected member may not publish as urn:li:organization:9.' }] });
		expect(await check({ text: 'Rose', targets: 'linkedin:camille' })).toMatchObject({ ok: false, findings: [{ rule: 'account', message: expect.stringContaining('LinkedIn Author: “camille” is neither') }] });
	});

	test('an organization through an app for members', async () => {
		expect(await check({ text: 'Rose', targets })).toMatchObject({ ok: false, findings: [{ rule: 'permission', message: expect.stringContaining('Not enough permissions') }] });
	});

	test('what LinkedIn does not take', async () => {
		expect(await check({ text: 'x'.repeat(3001) })).toMatchObject({ findings: [{ rule: 'text-length', limit: 3000, found: 3001 }] });
		expect(await check({ text: 'Rose', media: [photo(), { url: publisher.sample('eclosion-camelia.mp4') }] })).toMatchObject({ findings: [{ rule: 'media-together' }] });
		expect(await check({ text: 'Rose', firstComment: 'x'.repeat(1251) })).toMatchObject({ findings: [{ rule: 'comment-length', limit: 1250 }] });
	});
});
