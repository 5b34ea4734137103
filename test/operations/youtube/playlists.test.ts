import type { INodeParameters } from 'n8n-workflow';
import { passTime, presentTime } from '../../support/time';
import { itemWith, openChannel } from './channel';
import type { ChannelStage } from './channel';

let channel: ChannelStage;
beforeAll(async () => (channel = await openChannel()));
beforeEach(async () => await channel.begin());
afterEach(presentTime);
afterAll(async () => await channel.close());

const tried = async (operation: string, parameters: INodeParameters) => (await channel.run(operation, parameters, { continueOnFail: true }))[0] ?? {};
const created = async (title = 'Bouquets') => String((await channel.one('playlist:create', { title, privacy: 'public' })).id);

describe('playlists', () => {
	test('created, listed, changed and deleted', async () => {
		const output = await channel.one('playlist:create', { title: ' Bouquets ', privacy: 'unlisted', additionalFields: { description: 'De saison', language: 'fr' } });
		expect(output).toMatchObject({ kind: 'youtube#playlist', id: expect.stringMatching(/^PL/), snippet: { title: 'Bouquets', description: 'De saison' }, status: { privacyStatus: 'unlisted' } });
		const playlistId = String(output.id);
		expect(await channel.run('playlist:getAll', { returnAll: true })).toMatchObject([{ id: playlistId, contentDetails: { itemCount: 0 } }]);
		expect(await channel.one('playlist:update', { playlistId: `https://www.youtube.com/playlist?list=${playlistId}`, updateFields: { privacy: 'public' } })).toMatchObject({ snippet: { title: 'Bouquets', description: 'De saison', defaultLanguage: 'fr' }, status: { privacyStatus: 'public' } });
		await channel.run('playlist:update', { playlistId, updateFields: { title: 'Roses' } });
		expect(await channel.run('playlist:getAll', { returnAll: true })).toMatchObject([{ snippet: { title: 'Roses', description: 'De saison' }, status: { privacyStatus: 'public' } }]);
		expect(await channel.one('playlist:delete', { playlistId })).toEqual({ id: playlistId, deleted: true });
		expect(await channel.run('playlist:getAll', { returnAll: true })).toEqual([]);
	});

	test('what the panel has no field for stays, too', async () => {
		const body = { snippet: { title: 'Podcast', tags: ['fleurs'] }, status: { privacyStatus: 'public', podcastStatus: 'enabled' } };
		const { id } = await (await channel.api()).send({ method: 'POST', url: '/playlists', qs: { part: 'snippet,status' }, body });
		await channel.run('playlist:update', { playlistId: String(id), updateFields: { description: 'De saison' } });
		await channel.run('playlist:update', { playlistId: String(id), updateFields: { privacy: 'unlisted' } });
		expect(await channel.run('playlist:getAll', { returnAll: true })).toMatchObject([{ snippet: { title: 'Podcast', description: 'De saison', tags: ['fleurs'] }, status: { privacyStatus: 'unlisted', podcastStatus: 'enabled' } }]);
	});

	test('nothing to change', async () => {
		expect(await tried('playlist:update', { playlistId: 'PLabcDEF0123456789', updateFields: {} })).toMatchObject({ error: 'Update Fields: none is chosen.' });
		expect(await channel.requests()).toEqual([]);
	});

	test.each(['before', 'after'] as const)('created and deleted once, whatever becomes of the answer %s the effect', async (when) => {
		await channel.fault({ match: '/youtube/v3/playlists', kind: 'reset', when });
		const id = await created();
		expect(await channel.run('playlist:getAll', { returnAll: true })).toMatchObject([{ id }]);
		await channel.fault({ match: '/youtube/v3/playlists', kind: 'reset', when });
		expect(await channel.one('playlist:delete', { playlistId: id })).toEqual({ id, deleted: true });
	});

	test('an older one of the same title is not taken for the new one', async () => {
		await created();
		passTime(3_600_000);
		await channel.fault({ match: '/youtube/v3/playlists', kind: 'reset', when: 'before' });
		await created();
		expect(await channel.run('playlist:getAll', { returnAll: true })).toHaveLength(2);
	});

	test.each<[string, string, INodeParameters, string]>([
		['no title', 'playlist:create', { title: ' ' }, 'Title: is empty.'],
		['a long title', 'playlist:create', { title: 'a'.repeat(151) }, 'Title: has 151 characters; YouTube allows 150.'],
		['brackets', 'playlist:create', { title: 'a>b' }, 'Title: it holds “>”, which YouTube does not take.'],
		['a long description', 'playlist:create', { title: 'a', additionalFields: { description: 'a'.repeat(5001) } }, 'Description: has 5001 bytes'],
		['no playlist', 'playlist:delete', { playlistId: '12' }, 'Playlist: “12” is no ID of a playlist.'],
		['an ID of a video for an entry', 'playlistItem:remove', { itemId: 'abcdefghijk' }, 'Playlist Item ID: “abcdefghijk” is the ID of a video.'],
	])('%s is refused', async (_, operation, parameters, error) => {
		expect(await tried(operation, { privacy: 'public', ...parameters })).toMatchObject({ error: expect.stringContaining(error), details: { verdict: 'fix-input' } });
		expect(await channel.requests()).toEqual([]);
	});

	test('one that is not there', async () => {
		const verdict = { details: { code: 'playlistNotFound', verdict: 'fix-input' } };
		expect(await tried('playlist:update', { playlistId: 'PLnone', updateFields: { title: 'a' } })).toMatchObject(verdict);
		expect(await tried('playlistItem:getAll', { playlistId: 'PLnone', returnAll: true })).toMatchObject(verdict);
	});
});

describe('their videos', () => {
	test('added at the end and at a place, listed in their order, and removed', async () => {
		const [playlistId, one, two] = [await created(), await channel.uploaded('Un', { privacy: 'public' }), await channel.uploaded('Deux', { privacy: 'public' })];
		expect(await channel.one('playlistItem:add', { playlistId, videoId: one, additionalFields: { note: 'Le premier' } })).toMatchObject({ kind: 'youtube#playlistItem', snippet: { position: 0, resourceId: { videoId: one } }, contentDetails: { note: 'Le premier' } });
		await channel.run('playlistItem:add', { playlistId, videoId: `https://youtu.be/${two}`, additionalFields: { position: 0 } });
		const items = await channel.run('playlistItem:getAll', { playlistId, returnAll: true });
		expect(items.map(({ snippet }) => Object(snippet).title)).toEqual(['Deux', 'Un']);
		expect(await channel.run('playlistItem:getAll', { playlistId, returnAll: false, limit: 1 })).toHaveLength(1);
		expect(await channel.one('playlistItem:remove', { itemId: String(items[0]?.id) })).toEqual({ id: items[0]?.id, deleted: true });
		expect(await channel.run('playlistItem:getAll', { playlistId, returnAll: true })).toMatchObject([{ snippet: { title: 'Un', position: 0 } }]);
		expect(await tried('playlistItem:remove', { itemId: String(items[0]?.id) })).toMatchObject({ details: { code: 'playlistItemNotFound', verdict: 'fix-input' } });
	});

	test.each(['before', 'after'] as const)('added and removed once, whatever becomes of the answer %s the effect', async (when) => {
		const [playlistId, videoId] = [await created(), await channel.uploaded('Un')];
		await channel.fault({ match: '/youtube/v3/playlistItems', kind: 'reset', when });
		const { id } = await channel.one('playlistItem:add', { playlistId, videoId });
		expect(await channel.run('playlistItem:getAll', { playlistId, returnAll: true })).toMatchObject([{ id }]);
		await channel.fault({ match: '/youtube/v3/playlistItems', kind: 'reset', when });
		expect(await channel.one('playlistItem:remove', { itemId: String(id) })).toEqual({ id, deleted: true });
		expect(await channel.run('playlistItem:getAll', { playlistId, returnAll: true })).toEqual([]);
	});

	test('a place beyond the end, and a video that is not there', async () => {
		const [playlistId, videoId] = [await created(), await channel.uploaded('Un')];
		expect(await tried('playlistItem:add', { playlistId, videoId, additionalFields: { position: 3 } })).toMatchObject({ details: { code: 'invalidPlaylistItemPosition', verdict: 'fix-input' } });
		expect(await tried('playlistItem:add', { playlistId, videoId: 'abcdefghijk' })).toMatchObject({ details: { code: 'videoNotFound', verdict: 'fix-input' } });
	});
});

describe('thumbnails', () => {
	test('from the item and from an address', async () => {
		const videoId = await channel.uploaded('Un');
		const output = await channel.run('thumbnail:set', { videoId, source: 'binary' }, { items: [itemWith('dahlia-cafe.jpg')] });
		expect(output).toMatchObject([{ videoId, thumbnails: { maxres: { url: expect.stringContaining(`${videoId}.jpeg`), width: 1280 } } }]);
		await channel.run('thumbnail:set', { videoId, source: 'url', imageUrl: channel.url('bon-cadeau.png') });
		expect(await channel.one('video:get', { videoId })).toMatchObject({ snippet: { thumbnails: { default: { url: expect.stringContaining(`${videoId}.png`) } } } });
	});

	test('what is no picture', async () => {
		const videoId = await channel.uploaded('Un');
		const [output] = await channel.run('thumbnail:set', { videoId, source: 'binary' }, { items: [itemWith('message-camille.ogg')], continueOnFail: true });
		expect(output).toMatchObject({ error: expect.stringContaining('YouTube takes JPEG or PNG here') });
		const [unreadable] = await channel.run('thumbnail:set', { videoId, source: 'binary' }, { items: [itemWith('rose.jpg', Buffer.from('no picture at all'))], continueOnFail: true });
		expect(unreadable).toMatchObject({ details: { code: 'invalidImage', verdict: 'fix-input' } });
	});

	test('a channel whose phone number is not verified', async () => {
		const videoId = await channel.uploaded('Un');
		await channel.google({ verifiedChannel: false });
		const [output] = await channel.run('thumbnail:set', { videoId, source: 'binary' }, { items: [itemWith('dahlia-cafe.jpg')], continueOnFail: true });
		expect(output).toMatchObject({ details: { code: 'forbidden', verdict: 'stop', hint: expect.stringContaining('youtube.com/verify') } });
	});

	test('without an answer it is set again: twice is as once', async () => {
		const videoId = await channel.uploaded('Un');
		await channel.fault({ match: '/thumbnails/set', kind: 'reset', when: 'after' });
		expect(await channel.run('thumbnail:set', { videoId, source: 'binary' }, { items: [itemWith('dahlia-cafe.jpg')] })).toMatchObject([{ videoId }]);
	});
});
