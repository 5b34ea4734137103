import { channels } from '../../../sandbox/networks/google/youtube/seed';
import { youtubeCredential } from '../../support/connected';
import { hurry, passTime, presentTime } from '../../support/time';
import { itemWith } from '../youtube/channel';
import { openPublisher, table } from './stage';
import type { Answer, Publisher } from './stage';

const [{ id: channel, title: account }, { id: otherChannel }] = channels;
const film = 'bouquet-du-jour.mp4';

let publisher: Publisher;
// So that nobody sits through the pauses between two tries.
beforeEach(() => hurry(25));
beforeAll(async () => (publisher = await openPublisher()));
beforeEach(async () => {
	await publisher.begin();
	await publisher.settings({ google: { videoProcessingSeconds: 0, accessSeconds: 30 * 86_400 } });
	publisher.connect(await youtubeCredential(publisher.origin));
	before = (await publisher.requests('google')).length;
});
afterEach(presentTime);
afterAll(async () => await publisher.close());

let before = 0;
const networks = ['youtube'];
const video = { url: '', kind: 'video' };
const media = (more: object = {}) => [{ ...video, url: publisher.sample('eclosion-camelia.mp4'), ...more }];
const publish = async (content: object, parameters: object = {}) => await publisher.publish([{ id: 'Y', media: media(), ...content }], { networks, ...parameters });
const check = async (content: object) => (await publisher.run('content:check', [{ id: 'Y', media: media(), ...content }], { networks })).answers[0];
const calls = async () => (await publisher.requests('google')).slice(before).map(({ method, path }) => `${method} ${path.replace('/youtube/v3/', '').replace('/upload', 'upload ')}`);
const shown = async () => (await publisher.timeline()).map(({ kind, text }) => `${kind}: ${text}`).reverse();
/** Titles of all that the channel holds, private videos among them. */
const held = async () => {
	const { run } = await channelNode();
	return (await run('video:getAll', { returnAll: true })).map(({ snippet, status }) => `${String(Object(snippet).title)}: ${String(Object(status).privacyStatus)}`);
};
const channelNode = async () => {
	const { QmarkYouTube } = await import('../../../nodes/QmarkYouTube/QmarkYouTube.node');
	const { jsonOf, runNode } = await import('../../support/context');
	return {
		run: async (operation: string, parameters: object) => {
			const [resource = '', name = ''] = operation.split(':');
			return jsonOf(await runNode({ node: new QmarkYouTube(), credentials: publisher.connected(), parameters: { resource, operation: name, ...parameters } }));
		},
	};
};
const google = async (settings: object) => await publisher.settings({ google: settings });

describe('published once', () => {
	test('private until all of it is there, then public', async () => {
		const [answer] = await publish({ title: 'Le bouquet', text: 'Des dahlias' });
		expect(answer).toMatchObject({ network: 'youtube', account: channel, status: 'published', postId: expect.stringMatching(/^vSANDBOX/), permalink: `https://www.youtube.com/watch?v=${String(answer?.postId)}` });
		expect(await publisher.timeline()).toMatchObject([{ network: 'youtube', account, kind: 'video', text: 'Le bouquet\n\nDes dahlias' }]);
		expect(await calls()).toEqual(['POST upload videos', 'PUT upload videos', 'GET videos', 'GET videos', 'PUT videos']);
		expect(await publish({ title: 'Le bouquet', text: 'Des dahlias' })).toEqual([{ ...answer }]);
		expect(await shown()).toEqual(['video: Le bouquet\n\nDes dahlias']);
	});

	test('the title from the first line of the text where there is none', async () => {
		await publish({ text: 'Les dahlias\nsont là' });
		expect(await shown()).toEqual(['video: Les dahlias\n\nLes dahlias\nsont là']);
	});

	test('a file of the item, with hashtags and a link in its description', async () => {
		const content = { id: 'Y', title: 'Rose', text: 'Rouge', link: 'https://ateliercamelia.example/', hashtags: ['rose', 'fleurs'], media: [{ binary: 'data', kind: 'video' }] };
		expect(await publisher.publish([], { networks }, { items: [{ ...itemWith(film), json: content }] })).toMatchObject([{ status: 'published' }]);
		expect(await shown()).toEqual(['video: Rose\n\nRouge\n\nhttps://ateliercamelia.example/\n\n#rose #fleurs']);
	});

	test('its cover as thumbnail, before anybody sees the video', async () => {
		expect(await publish({ title: 'Rose', media: media({ cover: publisher.sample('dahlia-cafe.jpg') }) })).toMatchObject([{ status: 'published' }]);
		expect(await calls()).toEqual(['POST upload videos', 'PUT upload videos', 'GET videos', 'POST upload thumbnails/set', 'GET videos', 'PUT videos']);
	});

	test('a cover that is refused is told, and the video stands', async () => {
		await google({ verifiedChannel: false });
		const [answer] = await publish({ title: 'Rose', media: media({ cover: publisher.sample('dahlia-cafe.jpg') }) });
		expect(answer).toMatchObject({ status: 'published', reason: expect.stringMatching(/^The thumbnail is missing: YouTube refused: /) });
		expect(await shown()).toEqual(['video: Rose']);
	});

	test.each(['unlisted', 'private'])('as %s, made for kids', async (youTubeAudience) => {
		expect(await publish({ title: 'Rose', text: 'Rouge' }, { options: { youTubeAudience, youTubeMadeForKids: true } })).toMatchObject([{ status: 'published' }]);
		expect(await shown()).toEqual([]);
		const { run } = await channelNode();
		expect(await run('video:getAll', { returnAll: true })).toMatchObject([{ snippet: { title: 'Rose', description: 'Rouge' }, status: { privacyStatus: youTubeAudience, madeForKids: true } }]);
	});

	test('a video that YouTube still processes is waited for, and then shown', async () => {
		await google({ videoProcessingSeconds: 4 });
		expect(await publish({ title: 'Rose' })).toMatchObject([{ status: 'published' }]);
		expect(await shown()).toHaveLength(1);
	}, 20_000);

	test('the journal holds no address of an upload', async () => {
		await google({ videoProcessingSeconds: 600 });
		await publisher.run('content:publish', [{ id: 'Y', title: 'Rose', media: media() }], { networks });
		const [row] = publisher.tables().rows(table);
		expect(JSON.stringify(row)).toContain('vSANDBOX');
		expect(JSON.stringify(row)).not.toMatch(/upload_id|SANDBOX-/);
	});
});

describe('what went wrong', () => {
	test('a process that died after the last byte: the video is found by its mark, and not uploaded again', async () => {
		// The answer is lost for good, as where nobody waits for it any more.
		await publisher.fault({ network: 'google', match: 'upload/youtube/v3/videos', kind: 'reset', when: 'after', skip: 1, times: 99 });
		const first = await publisher.run('content:publish', [{ id: 'Y', title: 'Rose', media: media() }], { networks, options: { waitForProcessing: false } });
		await publisher.clearFaults();
		expect(first.answers).toMatchObject([{ status: expect.stringMatching(/processing|published/) }]);
		passTime(3 * 60_000);
		expect(await publish({ title: 'Rose' })).toMatchObject([{ status: 'published' }]);
		expect(await held()).toEqual(['Rose: public']);
		expect((await calls()).filter((call) => call === 'POST upload videos')).toHaveLength(1);
	}, 60_000);

	test('one that the list of uploads does not show yet is not uploaded again either', async () => {
		await google({ uploadsLagSeconds: 90 });
		await publisher.fault({ network: 'google', match: 'upload/youtube/v3/videos', kind: 'reset', when: 'after', skip: 1, times: 99 });
		const options = { waitForProcessing: false };
		expect((await publisher.run('content:publish', [{ id: 'Y', title: 'Rose', media: media() }], { networks, options })).answers).toMatchObject([{ status: 'processing' }]);
		await publisher.clearFaults();
		passTime(100_000);
		for (let run = 0; run < 3; run++) {
			await publish({ title: 'Rose' }, { options });
			passTime(60_000);
		}
		expect(await held()).toEqual(['Rose: public']);
	}, 60_000);

	test('the very first upload of a channel, which has no list of uploads yet, and whose bytes never came', async () => {
		await publisher.fault({ network: 'google', match: 'upload/youtube/v3/videos', kind: 'reset', when: 'before', skip: 1, times: 99 });
		const options = { waitForProcessing: false };
		await publisher.run('content:publish', [{ id: 'Y', title: 'Rose', media: media() }], { networks, options });
		await publisher.clearFaults();
		passTime(3 * 60_000);
		expect(await publish({ title: 'Rose' })).toMatchObject([{ status: 'published' }]);
		expect(await held()).toEqual(['Rose: public']);
	}, 60_000);

	test.each([null, '', 'friends', 0])('an expression that gives %p for who sees it: told before anything is uploaded', async (youTubeAudience) => {
		expect(await publish({ title: 'Rose' }, { options: { youTubeAudience } })).toMatchObject([{ status: 'refused', reason: expect.stringContaining('YouTube Audience') }]);
		expect(await held()).toEqual([]);
	});

	test('a broken upload goes on within this process', async () => {
		await google({ cutUploadAfter: 100_000, cutUploads: 2 });
		expect(await publish({ title: 'Rose' })).toMatchObject([{ status: 'published' }]);
		expect(await held()).toEqual(['Rose: public']);
	});

	test('a video that YouTube cannot process is refused with its reason and taken away; the next run uploads another', async () => {
		await google({ videoFailure: 'codec' });
		expect(await publish({ title: 'Rose' })).toMatchObject([{ status: 'refused', reason: 'YouTube could not process the video: codec.', hint: expect.stringContaining('H.264') }]);
		expect(await held()).toEqual([]);
		await google({ videoFailure: '' });
		expect(await publish({ title: 'Rose' })).toMatchObject([{ status: 'published' }]);
		expect(await held()).toEqual(['Rose: public']);
	});

	test('a rejected one', async () => {
		await google({ videoRejection: 'duplicate' });
		expect(await publish({ title: 'Rose' })).toMatchObject([{ status: 'refused', reason: 'YouTube rejected the video: duplicate.', hint: expect.stringContaining('already') }]);
	});

	test('a project that is not audited: refused with what to do, and nothing uploaded again once it is', async () => {
		await google({ unverifiedProject: true });
		expect(await publish({ title: 'Rose' })).toMatchObject([{ status: 'refused', reason: 'YouTube keeps the video private.', hint: expect.stringContaining('audit') }]);
		expect(await publish({ title: 'Rose' })).toMatchObject([{ status: 'refused' }]);
		expect(await held()).toEqual(['Rose: private']);
	});

	test('a long video on a channel without a verified phone number, before all of it is uploaded', async () => {
		await google({ verifiedChannel: false });
		expect(await publish({ title: 'Rose', media: media({ seconds: 1200 }) }, { options: { lookAtFiles: false } })).toMatchObject([{ status: 'refused', reason: 'The video has 20 minutes; this channel may upload 15.', hint: expect.stringContaining('youtube.com/verify') }]);
		expect(await held()).toEqual([]);
	});

	test('an address that leads to no video', async () => {
		expect(await publish({ title: 'Rose', media: [{ url: publisher.sample('missing.mp4'), kind: 'video' }] }, { options: { lookAtFiles: false } })).toMatchObject([{ status: 'refused', reason: expect.stringContaining('nothing could be fetched') }]);
	});

	test('the quota is used up: told, and gone on with later', async () => {
		await google({ youTubeInserts: 0 });
		expect(await publish({ title: 'Rose' })).toMatchObject([{ status: 'failed', verdict: 'wait', hint: expect.stringContaining('run this again after') }]);
		await google({ youTubeInserts: 1 });
		expect(await publish({ title: 'Rose' })).toMatchObject([{ status: 'published' }]);
	});

	test('two contents of the same words are two videos', async () => {
		const content = { title: 'Rose', text: 'Rouge', media: media() };
		const answers = await publisher.publish([{ id: 'A', ...content }, { id: 'B', ...content }], { networks });
		expect(new Set(answers.map(({ postId }) => postId)).size).toBe(2);
		expect(await shown()).toHaveLength(2);
	});
});

describe('afterwards', () => {
	const keyOf = (answers: readonly Answer[]) => answers.map(({ key }) => ({ json: { key: String(key) } }));

	test('its numbers by the common names', async () => {
		await publish({ title: 'Rose' });
		const { answers } = await publisher.run('publication:getResults', [{}], { networks, which: 'recent', days: 1 });
		expect(answers).toMatchObject([{ network: 'youtube', available: true, views: expect.any(Number), likes: expect.any(Number), comments: expect.any(Number) }]);
	});

	test('deleted, also where it is gone already', async () => {
		const published = await publish({ title: 'Rose' });
		expect((await publisher.run('publication:delete', [], { networks }, { items: keyOf(published) })).answers).toMatchObject([{ status: 'deleted' }]);
		expect(await held()).toEqual([]);
		const [other] = await publisher.publish([{ id: 'Z', title: 'Dahlia', media: media() }], { networks });
		await (await channelNode()).run('video:delete', { videoId: String(other?.postId) });
		expect((await publisher.run('publication:delete', [], { networks }, { items: keyOf(other ? [other] : []) })).answers).toMatchObject([{ status: 'deleted' }]);
	});
});

describe('checked beforehand', () => {
	test('what is right is found right, with the channel asked', async () => {
		expect(await check({ title: 'Rose', text: 'Rouge' })).toMatchObject({ network: 'youtube', account: channel, ok: true, findings: [] });
	});

	test('a channel that is not the connected one, and one by its address', async () => {
		expect(await check({ title: 'Rose', targets: `youtube:${otherChannel}` })).toMatchObject({ ok: false, findings: [{ rule: 'account', message: expect.stringContaining(`connected to the channel ${channel}`) }] });
		expect(await check({ title: 'Rose', targets: [{ network: 'youtube', account: `https://www.youtube.com/channel/${channel}` }] })).toMatchObject({ account: channel, ok: true });
	});

	test('an account without a channel', async () => {
		await google({ withoutChannel: true });
		expect(await check({ title: 'Rose' })).toMatchObject({ ok: false, findings: [{ rule: 'account', message: expect.stringContaining('has no YouTube channel') }] });
	});

	test('a permission that is missing', async () => {
		publisher.connect(await youtubeCredential(publisher.origin, { features: ['analytics'] }));
		expect(await check({ title: 'Rose' })).toMatchObject({ ok: false, findings: [{ rule: 'permission', message: expect.stringContaining('youtube.upload') }] });
	});

	test('bytes, brackets and a second video', async () => {
		expect(await check({ title: 'Rose', text: 'é'.repeat(2501) })).toMatchObject({ findings: [{ field: 'text', rule: 'text-length', limit: 5000, found: 5002 }] });
		expect(await check({ title: 'Rose <3', text: 'Rouge' })).toMatchObject({ findings: [{ field: 'title', message: 'It holds < or >, which YouTube does not take.' }] });
		expect(await check({ title: 'Rose', media: [...media(), ...media()] })).toMatchObject({ ok: false });
		expect(await check({ title: 'Rose', media: [] })).toMatchObject({ ok: false, findings: [{ rule: 'media-missing' }] });
	});
});
