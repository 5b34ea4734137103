import type { INodeParameters } from 'n8n-workflow';
import { openChannel, own } from './channel';
import type { ChannelStage } from './channel';

let channel: ChannelStage;
beforeAll(async () => (channel = await openChannel()));
beforeEach(async () => await channel.begin());
afterAll(async () => await channel.close());

const tried = async (operation: string, parameters: INodeParameters) => (await channel.run(operation, parameters, { continueOnFail: true }))[0] ?? {};

describe('get', () => {
	test.each([
		['its ID', (id: string) => id],
		['an address', (id: string) => `https://www.youtube.com/watch?v=${id}&t=12s`],
		['a short address', (id: string) => `https://youtu.be/${id}?si=abc`],
		['a Short', (id: string) => `https://youtube.com/shorts/${id}`],
	])('by %s', async (_, written) => {
		const id = await channel.uploaded('Rose', { privacy: 'public' });
		const output = await channel.one('video:get', { videoId: channel.inId(written(id)) });
		expect(output).toMatchObject({ id, url: `https://www.youtube.com/watch?v=${id}`, snippet: { title: 'Rose' }, statistics: { viewCount: expect.stringMatching(/^\d+$/) }, contentDetails: { duration: expect.any(String) } });
	});

	test('what is not there, and what is no video', async () => {
		expect(await tried('video:get', { videoId: 'abcdefghijk' })).toMatchObject({ error: 'YouTube has no such video, or the connected account may not see it.', details: { code: 'videoNotFound', verdict: 'fix-input' } });
		expect(await tried('video:get', { videoId: 'https://vimeo.com/1' })).toMatchObject({ error: expect.stringContaining('Video: “https://vimeo.com/1” is no ID of a video.') });
	});
});

describe('get many', () => {
	test('the newest first, private ones too, by the list of uploads: two units a page, and no search', async () => {
		for (const title of ['Un', 'Deux', 'Trois']) await channel.uploaded(title);
		const before = (await channel.calls()).length;
		const all = await channel.run('video:getAll', { returnAll: true });
		expect(all.map(({ snippet }) => Object(snippet).title)).toEqual(['Trois', 'Deux', 'Un']);
		expect((await channel.calls()).slice(before)).toEqual(['GET /channels', 'GET /playlistItems', 'GET /videos']);
		expect(await channel.run('video:getAll', { returnAll: false, limit: 2 })).toHaveLength(2);
		expect((await channel.requests()).at(-2)?.query).toMatchObject({ maxResults: '2' });
	});

	test('page after page', async () => {
		for (let n = 0; n < 52; n++) await channel.uploaded(`Film ${n}`);
		expect(await channel.run('video:getAll', { returnAll: true })).toHaveLength(52);
		expect(await channel.run('video:getAll', { returnAll: false, limit: 51 })).toHaveLength(51);
	}, 20_000);

	test('a channel without videos', async () => {
		expect(await channel.run('video:getAll', { returnAll: true })).toEqual([]);
	});
});

describe('update', () => {
	test('what is not given stays, although YouTube replaces a part as a whole', async () => {
		const id = await channel.uploaded('Rose', { description: 'Rouge', madeForKids: true, additionalFields: { tags: 'a,b', language: 'fr', embeddable: false } });
		const output = await channel.one('video:update', { videoId: id, updateFields: { title: 'Dahlia' } });
		expect(output).toMatchObject({ id, snippet: { title: 'Dahlia', description: 'Rouge', tags: ['a', 'b'], defaultLanguage: 'fr', categoryId: '22' } });
		expect((await channel.sent('PUT', '/youtube/v3/videos')).filter(({ id: one }) => one === id)).toEqual([{ id, snippet: { title: 'Dahlia', description: 'Rouge', tags: ['a', 'b'], defaultLanguage: 'fr', categoryId: '22' } }]);
		expect(await channel.one('video:get', { videoId: id })).toMatchObject({ status: { embeddable: false, selfDeclaredMadeForKids: true } });
	});

	test('made public, and private again', async () => {
		const publishAt = new Date(Date.now() + 3_600_000).toISOString();
		const id = await channel.uploaded('Rose', { additionalFields: { publishAt } });
		expect(await channel.one('video:update', { videoId: id, updateFields: { privacy: 'public' } })).toMatchObject({ status: { privacyStatus: 'public' } });
		expect(await channel.shown()).toEqual(['video: Rose']);
		await channel.run('video:update', { videoId: id, updateFields: { privacy: 'private', tags: 'rose' } });
		expect(await channel.shown()).toEqual([]);
		expect(await channel.one('video:get', { videoId: id })).toMatchObject({ snippet: { title: 'Rose', tags: ['rose'] }, status: { embeddable: true } });
	});

	test('with every field', async () => {
		const id = await channel.uploaded('Rose');
		const publishAt = new Date(Date.now() + 3_600_000).toISOString();
		const updateFields = { audioLanguage: 'pt', category: '26', containsSyntheticMedia: true, description: 'Rouge', embeddable: false, language: 'pt', license: 'creativeCommon', madeForKids: true, privacy: 'private', publicStatsViewable: false, publishAt, tags: 'x', title: 'Tulipe' };
		expect(await channel.one('video:update', { videoId: id, updateFields })).toMatchObject({
			snippet: { title: 'Tulipe', description: 'Rouge', categoryId: '26', tags: ['x'], defaultLanguage: 'pt', defaultAudioLanguage: 'pt' },
			status: { privacyStatus: 'private', publishAt, license: 'creativeCommon', embeddable: false, publicStatsViewable: false, selfDeclaredMadeForKids: true, containsSyntheticMedia: true },
		});
	});

	test('a project that is not audited keeps it private, and the output says so', async () => {
		await channel.google({ unverifiedProject: true });
		const id = await channel.uploaded('Rose');
		expect(await channel.one('video:update', { videoId: id, updateFields: { privacy: 'public' } })).toMatchObject({ status: { privacyStatus: 'private' }, notice: expect.stringContaining('audit') });
	});

	test('nothing to change sends nothing', async () => {
		const id = await channel.uploaded('Rose');
		expect(await tried('video:update', { videoId: id, updateFields: {} })).toMatchObject({ error: 'Update Fields: none is chosen.' });
		expect(await channel.sent('PUT', '/youtube/v3/videos')).toHaveLength(1);
	});

	test('YouTube’s refusal by its reason', async () => {
		const id = await channel.uploaded('Rose');
		expect(await tried('video:update', { videoId: id, updateFields: { category: '18' } })).toMatchObject({ error: expect.stringContaining('The snippet.categoryId property specifies an invalid category ID.'), details: { code: 'invalidCategoryId', verdict: 'fix-input' } });
	});

	test.each(['before', 'after'] as const)('an answer that is lost %s the effect', async (when) => {
		const id = await channel.uploaded('Rose');
		await channel.fault({ match: 'www.googleapis.com/youtube/v3/videos', kind: 'reset', when, skip: 1 });
		expect(await channel.one('video:update', { videoId: id, updateFields: { title: 'Dahlia' } })).toMatchObject({ snippet: { title: 'Dahlia' } });
	});
});

describe('delete', () => {
	test('for good', async () => {
		const id = await channel.uploaded('Rose', { privacy: 'public' });
		expect(await channel.one('video:delete', { videoId: id })).toEqual({ id, deleted: true });
		expect(await channel.shown()).toEqual([]);
		expect(await tried('video:delete', { videoId: id })).toMatchObject({ details: { code: 'videoNotFound', verdict: 'fix-input' } });
	});

	test.each(['before', 'after'] as const)('an answer that is lost %s the effect', async (when) => {
		const id = await channel.uploaded('Rose');
		await channel.fault({ match: 'www.googleapis.com/youtube/v3/videos', kind: 'reset', when });
		expect(await channel.one('video:delete', { videoId: id })).toEqual({ id, deleted: true });
		expect(await channel.run('video:getAll', { returnAll: true })).toEqual([]);
	});
});

describe('lists of the panel', () => {
	test('videos with what is not public marked, and only what is typed', async () => {
		const [rose] = [await channel.uploaded('Rosé', { privacy: 'public' }), await channel.uploaded('Dahlia')];
		expect((await channel.searched('searchVideos'))?.map(({ name }) => name)).toEqual(['Dahlia (private)', 'Rosé']);
		expect(await channel.searched('searchVideos', 'rose')).toEqual([{ name: 'Rosé', value: rose, url: `https://www.youtube.com/watch?v=${String(rose)}` }]);
	});

	test('playlists', async () => {
		const { id } = await channel.one('playlist:create', { title: 'Bouquets', privacy: 'public' });
		expect(await channel.searched('searchPlaylists')).toEqual([{ name: 'Bouquets', value: id }]);
	});
});

test('the channel, and none', async () => {
	expect(await channel.one('channel:get')).toMatchObject({ kind: 'youtube#channel', id: own.id, snippet: { title: own.title }, statistics: { videoCount: '0' }, status: { longUploadsStatus: 'allowed' } });
	await channel.google({ withoutChannel: true });
	expect(await tried('channel:get', {})).toMatchObject({ details: { code: 'youtubeSignupRequired', verdict: 'stop', hint: expect.stringContaining('Create one on youtube.com') } });
});
