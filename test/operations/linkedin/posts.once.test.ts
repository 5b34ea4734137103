import type { INodeExecutionData } from 'n8n-workflow';
import { linkedin } from '../../../nodes/platforms/linkedin';
import { inId, openStage, organization } from './stage';
import type { Stage } from './stage';

let stage: Stage;
beforeAll(async () => (stage = await openStage()));
beforeEach(async () => await stage.begin());
afterAll(async () => await stage.close());

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.from([0, 0, 0, 9, 0, 0, 0, 9]), Buffer.alloc(100)]);
const picture: INodeExecutionData[] = [{ json: {}, binary: { data: { data: png.toString('base64'), mimeType: 'image/png', fileName: 'a.png' } } }];
const binary = { source: 'binary', binaryField: 'data' };
const page = { author: inId(organization) };
const posts = '/rest/posts';
const lost = [
	{ kind: 'reset', when: 'after' },
	{ kind: 'status', status: 500, when: 'after' },
	{ kind: 'status', status: 504, when: 'after' },
	{ kind: 'malformed', when: 'after' },
] as const;

describe('an answer that is lost', () => {
	test.each(lost)('a member’s text: LinkedIn refuses it a second time and names the first (%o)', async (fault) => {
		await stage.fault({ match: posts, ...fault });
		const output = await stage.refused('post:createText', { text: 'Bonjour' });
		// An answer without a URN was no failure to n8n: it cannot be sent again.
		if (fault.kind === 'malformed') expect(output).toMatchObject({ details: { verdict: 'unknown', code: 'no-id' } });
		else expect(output).toMatchObject({ id: 'urn:li:share:7400000000000000001' });
		expect(await stage.shown()).toEqual(['Camille Moreau text: Bonjour']);
	});

	test('the repeat waits until LinkedIn must know the first one', async () => {
		await stage.fault({ match: posts, kind: 'reset', when: 'after' });
		const began = Date.now();
		await stage.one('post:createText', { text: 'Bonjour' });
		expect(Date.now() - began).toBeGreaterThanOrEqual(linkedin.settling.atMost);
	});

	test('a repeat that is refused without naming the first leaves it in doubt', async () => {
		await stage.fault({ match: posts, kind: 'reset', when: 'after' });
		await stage.fault({ match: posts, kind: 'status', status: 422, body: { status: 422, code: 'DUPLICATE_POST', message: 'Content is a duplicate' } });
		expect(await stage.refused('post:createText', { text: 'Bonjour' })).toMatchObject({ details: { verdict: 'unknown', hint: expect.stringContaining('Look at LinkedIn before') } });
	});

	test('a member’s article', async () => {
		await stage.fault({ match: posts, kind: 'reset', when: 'after' });
		expect(await stage.one('post:createArticle', { text: 'À lire', link: 'https://a.example/', title: 'A' })).toMatchObject({ id: expect.any(String) });
		expect(await stage.shown()).toHaveLength(1);
	});

	test.each([
		['image', 'post:createImage', { ...binary, text: 'Une image' }],
		['article without words', 'post:createArticle', { text: '', link: 'https://a.example/', title: 'A' }],
		['poll', 'post:createPoll', { text: 'Votez', question: 'A ?', answers: 'Oui\nNon', duration: 'ONE_DAY' }],
	])('a member’s %s: nobody can tell, so it is not sent again', async (_, operation, parameters) => {
		await stage.fault({ match: posts, kind: 'reset', when: 'after' });
		expect(await stage.refused(operation, parameters, { items: picture })).toMatchObject({ details: { verdict: 'unknown', hint: expect.stringContaining('Look at LinkedIn before') } });
		expect(await stage.sent()).toHaveLength(1);
	});

	test.each([
		['text', 'post:createText', { text: 'Bonjour (vous) #été' }],
		['image without words', 'post:createImage', { ...binary, text: '' }],
		['article', 'post:createArticle', { text: 'À lire', link: 'https://a.example/', title: 'A' }],
		['poll', 'post:createPoll', { text: '', question: 'A ?', answers: 'Oui\nNon', duration: 'ONE_DAY' }],
	])('an organization’s %s is found in its list', async (_, operation, parameters) => {
		await stage.begin('community');
		await stage.fault({ match: posts, kind: 'reset', when: 'after' });
		expect(await stage.one(operation, { ...page, ...parameters }, { items: picture })).toMatchObject({ id: 'urn:li:share:7400000000000000001' });
		expect(await stage.sent()).toHaveLength(1);
	});

	test('an organization’s reshare is told from other posts without words', async () => {
		await stage.begin('community');
		const { id: first } = await stage.one('post:createText', { ...page, text: 'Un' });
		const { id: second } = await stage.one('post:createText', { ...page, text: 'Deux' });
		await stage.one('post:reshare', { ...page, postId: String(first), text: '' });
		await stage.fault({ match: posts, kind: 'reset', when: 'after' });
		const { id } = await stage.one('post:reshare', { ...page, postId: String(second), text: '' });
		expect(await stage.one('post:get', { postId: String(id) })).toMatchObject({ reshareContext: { parent: second } });
		expect(await stage.sent()).toHaveLength(4);
	});

	test('an organization’s image that the list does not show is not sent again', async () => {
		await stage.begin('community');
		await stage.fault({ match: posts, kind: 'reset', when: 'after' });
		await stage.fault({ match: posts, kind: 'status', status: 200, body: { elements: [] }, times: 9 });
		expect(await stage.refused('post:createImage', { ...page, ...binary, text: '' }, { items: picture })).toMatchObject({ details: { verdict: 'unknown' } });
		expect(await stage.shown()).toHaveLength(1);
	});
});

test('what never arrived is sent again where LinkedIn would refuse a repeat', async () => {
	await stage.fault({ match: posts, kind: 'reset', when: 'before' });
	expect(await stage.one('post:createText', { text: 'Bonjour' })).toMatchObject({ id: expect.any(String) });
	expect(await stage.shown()).toHaveLength(1);
});

test('the same text twice is refused, and the first post is named', async () => {
	const { id } = await stage.one('post:createText', { text: 'Bonjour' });
	expect(await stage.refused('post:createText', { text: 'Bonjour' })).toMatchObject({ details: { code: 'DUPLICATE_POST', verdict: 'fix-input', hint: expect.stringContaining(`The post ${String(id)} has the same text`) } });
	await stage.run('post:delete', { postId: String(id) });
	expect(await stage.refused('post:createText', { text: 'Bonjour' })).toMatchObject({ details: { code: 'DUPLICATE_POST' } });
	await stage.advance(86_400);
	expect(await stage.one('post:createText', { text: 'Bonjour' })).toMatchObject({ id: expect.any(String) });
});

test('Retry On Fail publishes each item once', async () => {
	const items = ['Un', 'Deux', 'Trois'].map((text) => ({ json: { text } }));
	await stage.fault({ match: posts, kind: 'status', status: 403, skip: 1 });
	const parameters = { text: '={{ $json.text }}' };
	await expect(stage.run('post:createText', parameters, { items, executionId: 'retry' })).rejects.toThrow(/LinkedIn refused/);
	expect(await stage.run('post:createText', parameters, { items, executionId: 'retry' })).toHaveLength(3);
	expect(await stage.sent()).toHaveLength(4);
	expect(await stage.shown()).toHaveLength(3);
});

test('the day’s limit: the item fails with the time until midnight UTC', async () => {
	await stage.settings({ linkedin: { dailyPosts: 1 } });
	await stage.one('post:createText', { text: 'Un' });
	const midnight = 86_400 - (Math.floor(Date.now() / 1000) % 86_400);
	const output = await stage.refused('post:createText', { text: 'Deux' });
	expect(output).toMatchObject({ error: expect.stringMatching(/It asks to wait \d+ s/), details: { verdict: 'wait', hint: expect.stringContaining('midnight UTC') } });
	// Two seconds for a slow machine.
	expect(Math.abs(Number(/wait (\d+) s/.exec(String(output.error))?.[1]) - midnight)).toBeLessThanOrEqual(2);
	expect(await stage.sent()).toHaveLength(2);
	await stage.advance(86_400);
	expect(await stage.one('post:createText', { text: 'Deux' })).toMatchObject({ id: expect.any(String) });
});

test('a dead connection and a version that is switched off', async () => {
	await stage.fault({ match: posts, kind: 'status', status: 426, body: { status: 426, code: 'NONEXISTENT_VERSION', message: 'Requested version 20260901 is not active' } });
	expect(await stage.refused('post:createText', { text: 'Un' })).toMatchObject({ details: { verdict: 'stop', code: 'NONEXISTENT_VERSION', hint: expect.stringContaining('update n8n-nodes-qmark') } });
	await stage.settings({ linkedin: { revoke: true } });
	expect(await stage.refused('post:createText', { text: 'Un' })).toMatchObject({ details: { verdict: 'reconnect', code: 'REVOKED_ACCESS_TOKEN', hint: expect.stringContaining('click Connect') } });
});
