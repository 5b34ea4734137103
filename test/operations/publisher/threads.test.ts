import axios from 'axios';
import { QmarkPublisher } from '../../../nodes/QmarkPublisher/QmarkPublisher.node';
import { seed } from '../../../sandbox/networks/seed';
import { seedToken } from '../../../sandbox/networks/threads/login';
import { searchList } from '../../support/context';
import { threadsCredential } from '../../support/sandbox';
import { hurry, presentTime } from '../../support/time';
import { openPublisher, profile, table } from './stage';
import type { Answer, Publisher } from './stage';

const [{ name: username }] = seed.threads.accounts;

let publisher: Publisher;
// So that nobody sits through the pauses between two tries.
beforeAll(() => hurry(10));
afterAll(presentTime);
beforeAll(async () => (publisher = await openPublisher()));
beforeEach(async () => await publisher.begin());
afterAll(async () => await publisher.close());

/** The calls that Threads documents, without QMARK. */
const plain = () => axios.create({ baseURL: `${publisher.origin}/graph.threads.net/v1.0`, headers: { authorization: `Bearer ${seedToken}` } });
const listed = async (path: string, params: object = {}) => (await plain().get<{ data: { id: string; replied_to?: { id: string } }[] }>(path, { params })).data.data;

const networks = ['threads'];
const publish = async (content: object, parameters: object = {}) => await publisher.publish([{ id: 'T', ...content }], { networks, ...parameters });
const check = async (content: object) => (await publisher.run('content:check', [{ id: 'T', ...content }], { networks })).answers[0];
const sent = async () => (await publisher.requests('threads')).filter(({ method }) => method === 'POST').map(({ path }) => path.split('/').at(-1));
const shown = async () => (await publisher.timeline()).map(({ kind, text }) => `${kind}: ${text}`).reverse();

test('the profile is chosen from a list of one: the one that is connected', async () => {
	const node = new QmarkPublisher();
	// When it shows is n8n's to tell, and takes n8n longer than this machine may have.
	node.description.credentials = [{ name: 'qmarkThreadsOAuth2Api', required: true }];
	const run = { node, credentials: threadsCredential(publisher.origin), parameters: {} };
	expect(await searchList(run, 'searchProfiles')).toEqual([{ name: `@${username}`, value: profile, url: `https://www.threads.net/@${username}` }]);
	expect(await searchList(run, 'searchProfiles', 'elsewhere')).toEqual([]);
});

test('without a profile nothing is published: its name is a part of what is remembered', async () => {
	const [answer] = await publish({ text: 'Bonjour' }, { threadsAccount: { __rl: true, mode: 'list', value: '' } });
	expect(answer).toMatchObject({ status: 'refused', reason: 'targets: No account of Threads is named.' });
	expect(await publisher.requests('threads')).toEqual([]);
});

describe('published once', () => {
	test('a text with its link as a preview', async () => {
		const [answer] = await publish({ text: 'Les arrivages', link: 'https://ateliercamelia.example/a', utm: 'mai' });
		expect(answer).toMatchObject({ network: 'threads', account: profile, status: 'published', postId: expect.stringMatching(/^180/), permalink: expect.stringContaining(`/@${username}/post/`) });
		expect(await publish({ text: 'Les arrivages', link: 'https://ateliercamelia.example/a', utm: 'mai' })).toEqual([{ ...answer }]);
		expect(await shown()).toEqual(['text: Les arrivages']);
		expect(await sent()).toEqual(['threads', 'threads_publish']);
	});

	test('a link alone', async () => {
		await publish({ link: 'https://ateliercamelia.example/' });
		expect(await shown()).toEqual(['text: https://ateliercamelia.example/']);
	});

	test('an image with its alternative text, and its first comment as an answer below it', async () => {
		const media = [{ url: publisher.sample('tulipes-vase.jpg'), alt: 'Des tulipes' }];
		const [answer] = await publish({ text: 'Une image', media, firstComment: 'Premier commentaire' });
		expect(answer).toMatchObject({ status: 'published' });
		expect(answer?.reason).toBeUndefined();
		expect(await publisher.timeline()).toMatchObject([{ kind: 'reply', text: 'Premier commentaire' }, { kind: 'photo', text: 'Une image', media: [{ alt: 'Des tulipes' }] }]);
		expect(await listed(`${String(answer?.postId)}/replies`)).toHaveLength(1);
	});

	test('a carousel of images and a video, whose processing takes its time', async () => {
		await publisher.settings({ threads: { processingSeconds: 3 } });
		const media = ['tulipes-vase.jpg', 'dahlia-cafe.jpg', 'eclosion-camelia.mp4'].map(publisher.sample);
		expect(await publish({ text: 'Un carrousel', media })).toMatchObject([{ status: 'published' }]);
		expect(await publisher.timeline()).toMatchObject([{ kind: 'carousel', media: [{ kind: 'image' }, { kind: 'image' }, { kind: 'video' }] }]);
	}, 20_000);

	test('a long text as a thread: each part answers the one before it', async () => {
		const text = Array.from({ length: 11 }, (_, n) => `C’est la phrase numéro ${n + 10} de la longue histoire du camélia, de la graine à la fleur, sans se presser.`).join(' ');
		const [answer] = await publish({ text }, { adapt: true });
		expect(answer).toMatchObject({ status: 'published', adapted: [{ field: 'text', rule: 'split' }] });
		const posts = (await publisher.timeline()).reverse();
		expect(posts.map(({ kind }) => kind)).toEqual(['text', 'reply', 'reply']);
		expect(posts.map((post) => post.text).join(' ')).toBe(text);
		const data = await listed(`${String(answer?.postId)}/conversation`, { fields: 'id,replied_to', reverse: 'false' });
		expect(data.map(({ replied_to: to }) => to?.id)).toEqual([answer?.postId, data[0]?.id]);
	});
});

describe('what went wrong', () => {
	test('a first comment that is refused is told, and the post stands', async () => {
		await publisher.settings({ threads: { replyQuota: 0 } });
		const [answer] = await publish({ text: 'Rose', firstComment: 'Bonjour' });
		expect(answer).toMatchObject({ status: 'published', reason: expect.stringMatching(/^The comment is missing: Meta refused: .*0 replies/) });
		expect(await shown()).toEqual(['text: Rose']);
	});

	test('a first comment that cannot even be prepared is told just so', async () => {
		const refusal = { error: { code: 10, message: '(#10) Application does not have permission for this action' } };
		await publisher.fault({ network: 'threads', match: `${profile}/threads`, kind: 'status', status: 403, body: refusal, skip: 2 });
		expect(await publish({ text: 'Rose', firstComment: 'Bonjour' })).toMatchObject([{ status: 'published', reason: expect.stringContaining('The comment is missing') }]);
		expect(await shown()).toEqual(['text: Rose']);
	});

	test('a thread that stopped is gone on with by the next run, where it stopped', async () => {
		await publisher.fault({ network: 'threads', match: '/threads_publish', kind: 'status', status: 403, skip: 1 });
		const content = { variants: { threads: `${'Une longue phrase qui se répète. '.repeat(15)}\n\n${'Et encore une autre phrase. '.repeat(10)}` } };
		expect(await publish(content, { adapt: true })).toMatchObject([{ status: 'failed', verdict: 'reconnect', postId: expect.any(String) }]);
		expect(await shown()).toHaveLength(1);
		expect(await publish(content, { adapt: true })).toMatchObject([{ status: 'published' }]);
		expect((await publisher.timeline()).map(({ kind }) => kind)).toEqual(['reply', 'text']);
	});

	test('a container that Threads does not find yet is tried again', async () => {
		await publisher.settings({ threads: { unfoundSeconds: 2 } });
		expect(await publish({ text: 'Patience' })).toMatchObject([{ status: 'published' }]);
		expect(await shown()).toEqual(['text: Patience']);
	}, 20_000);

	test('what was prepared and has expired is prepared anew', async () => {
		await publisher.fault({ network: 'threads', match: '/threads_publish', kind: 'status', status: 403 });
		expect(await publish({ text: 'Demain' })).toMatchObject([{ status: 'failed' }]);
		await publisher.advance(86_401);
		expect(await publish({ text: 'Demain' })).toMatchObject([{ status: 'published' }]);
		expect(await shown()).toEqual(['text: Demain']);
	});

	test('a post that is out, but that the list does not show yet, is not published again', async () => {
		await publisher.fault({ network: 'threads', match: '/threads_publish', kind: 'reset', when: 'after' });
		await publisher.fault({ network: 'threads', match: `${profile}/threads`, kind: 'status', status: 200, body: { data: [] }, skip: 1 });
		const answers = await publisher.run('content:publish', [{ id: 'T', text: 'Bonjour' }], { networks, options: { waitForProcessing: false } });
		expect(answers.answers).toMatchObject([{ status: 'processing' }]);
		expect(publisher.tables().rows(table)).toMatchObject([{ status: 'publishing' }]);
		expect(await shown()).toEqual(['text: Bonjour']);
	});

	test('a video that Threads could not take is prepared anew by the next run', async () => {
		await publisher.settings({ threads: { processingSeconds: 2 } });
		// The container is asked once while Threads works on it; from then on it has failed.
		await publisher.fault({ network: 'threads', match: 'v1.0/18000000000000001', kind: 'status', status: 200, body: { id: '18000000000000001', status: 'ERROR', error_message: 'UNKNOWN' }, skip: 1, times: 99 });
		const content = { media: [{ url: publisher.sample('eclosion-camelia.mp4'), kind: 'video' }] };
		expect(await publish(content)).toMatchObject([{ status: 'refused', reason: 'Threads could not process the post: UNKNOWN.' }]);
		expect(await publish(content)).toMatchObject([{ status: 'published' }]);
		expect(await shown()).toHaveLength(1);
	}, 20_000);

	test('a video that Threads cannot take is refused with its words', async () => {
		const [answer] = await publish({ media: [{ url: publisher.sample('missing.mp4'), kind: 'video' }] });
		expect(answer).toMatchObject({ status: 'refused', reason: 'Threads could not process the post: FAILED_DOWNLOADING_VIDEO.', hint: expect.stringContaining('public URL') });
	}, 20_000);
});

describe('afterwards', () => {
	const keyOf = (answers: readonly Answer[]) => answers.map(({ key }) => ({ json: { key: String(key) } }));

	test('its numbers by the common names', async () => {
		const [answer] = await publish({ text: 'Rose' });
		await publisher.settings({ threads: { reply: { on: String(answer?.postId), text: 'Oui' } } });
		const { answers } = await publisher.run('publication:getResults', [{}], { networks, which: 'recent', days: 1 });
		expect(answers).toMatchObject([{ network: 'threads', available: true, views: expect.any(Number), likes: expect.any(Number), comments: 1, shares: 0 }]);
		expect(answers[0]?.reach).toBeUndefined();
	});

	test('all parts of a thread are deleted, what is gone already too', async () => {
		const text = 'Une longue phrase qui se répète souvent. '.repeat(20);
		const published = await publish({ text }, { adapt: true });
		expect(await shown()).toHaveLength(2);
		await plain().delete(String(published[0]?.postId));
		expect((await publisher.run('publication:delete', [], { networks }, { items: keyOf(published) })).answers).toMatchObject([{ status: 'deleted' }]);
		expect(await shown()).toEqual([]);
		expect(await publish({ text }, { adapt: true })).toMatchObject([{ status: 'deleted' }]);
	});

	test('the permission for it is named where it is missing', async () => {
		const published = await publish({ text: 'Rose' });
		await publisher.settings({ threads: { dropScopes: ['threads_delete'] } });
		expect((await publisher.run('publication:delete', [], { networks }, { items: keyOf(published) })).answers).toMatchObject([{ status: 'published', verdict: 'reconnect', reason: expect.stringContaining('threads_delete') }]);
	});
});

describe('checked beforehand', () => {
	test('what is right is found right, with the profile and its allowance asked', async () => {
		expect(await check({ text: 'Rose', media: publisher.sample('bon-cadeau.png') })).toMatchObject({ network: 'threads', account: profile, ok: true, findings: [] });
	});

	test('the day’s allowance', async () => {
		await publisher.settings({ threads: { publishingQuota: 0 } });
		expect(await check({ text: 'Rose' })).toMatchObject({ ok: false, findings: [{ rule: 'quota', limit: 0, found: 1, message: expect.stringContaining('Threads lets this account publish 0 more posts') }] });
	});

	test('a profile that is not the connected one', async () => {
		expect(await check({ text: 'Rose', targets: `threads:${seed.threads.accounts[1].id}` })).toMatchObject({ ok: false, findings: [{ rule: 'account', message: expect.stringContaining('does not exist') }] });
	});

	test('six links, and emojis in bytes', async () => {
		const links = [1, 2, 3, 4, 5, 6].map((n) => `https://a.example/${n}`).join(' ');
		expect(await check({ text: links })).toMatchObject({ findings: [{ field: 'text', rule: 'links', limit: 5, found: 6, fix: 'Take 1 out.' }] });
		expect(await check({ text: '\u{1f337}'.repeat(126) })).toMatchObject({ findings: [{ rule: 'text-length', limit: 500, found: 504 }] });
		expect(await check({ text: '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}'.repeat(28) })).toMatchObject({ findings: [{ rule: 'text-length', found: 504 }] });
	});

	test('a joiner between letters is a character, not an emoji', async () => {
		expect(await check({ text: '\u0d9a\u0dca\u200d\u0dbb'.repeat(125) })).toMatchObject({ ok: true, findings: [] });
	});
});
