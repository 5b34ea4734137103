import { Readable } from 'node:stream';
import { itemWith, openChannel, sample } from '../operations/youtube/channel';
import type { ChannelStage } from '../operations/youtube/channel';
import { open } from './youtubeClient';

/** The same by Google’s own client and by our node: equal requests, equal answers. */
let channel: ChannelStage;
let client: Awaited<ReturnType<typeof open>>;
beforeAll(async () => (channel = await openChannel()));
afterAll(async () => await channel.close());
beforeEach(async () => {
	await channel.begin();
	client = await open(channel);
});

const privacyStatus = 'unlisted';
const film = 'bouquet-du-jour.mp4';

/** The last request of a method to a path, by whoever sent it. */
async function last(method: string, path: string) {
	const { default: axios } = await import('axios');
	const { data } = await axios.get<{ method: string; path: string; query: Record<string, unknown>; body: unknown }[]>(`${channel.origin}/_sandbox/requests`, { params: { network: 'google' } });
	const { query, body } = data.filter((one) => one.method === method && one.path.endsWith(path)).at(-1) ?? {};
	return { parts: String(query?.part ?? '').split(',').sort(), body };
}

test('an upload holds the same metadata, and becomes the same video', async () => {
	const requestBody = { snippet: { title: 'Rose', description: 'Rouge', tags: ['a', 'b c'], categoryId: '26' }, status: { privacyStatus, selfDeclaredMadeForKids: true } };
	const { data } = await client.youtube.videos.insert({ part: ['snippet,status'], requestBody, media: { mimeType: 'video/mp4', body: Readable.from([sample(film)]) } });
	const theirs = await last('POST', '/videos');
	const [output] = await channel.run('video:upload', { source: 'binary', title: 'Rose', description: 'Rouge', privacy: privacyStatus, madeForKids: true, additionalFields: { tags: 'a,b c', category: '26' } }, { items: [itemWith(film)] });
	expect(await last('POST', '/videos')).toEqual(theirs);
	expect(output).toMatchObject({ kind: data.kind, snippet: { title: 'Rose', description: 'Rouge', tags: ['a', 'b c'], categoryId: '26' }, status: { ...data.status } });
});

test('an update, a playlist and its entry', async () => {
	const videoId = await channel.uploaded('Rose', { description: 'Rouge' });
	await client.youtube.videos.update({ part: ['snippet'], requestBody: { id: videoId, snippet: { title: 'Dahlia', description: 'Rouge', categoryId: '22' } } });
	const update = await last('PUT', '/v3/videos');
	await channel.run('video:update', { videoId, updateFields: { title: 'Dahlia' } });
	expect(await last('PUT', '/v3/videos')).toEqual(update);

	await client.youtube.playlists.insert({ part: ['snippet,status'], requestBody: { snippet: { title: 'Bouquets' }, status: { privacyStatus } } });
	const created = await last('POST', '/playlists');
	const playlistId = String((await channel.one('playlist:create', { title: 'Bouquets', privacy: privacyStatus })).id);
	expect(await last('POST', '/playlists')).toEqual(created);

	await client.youtube.playlistItems.insert({ part: ['snippet'], requestBody: { snippet: { playlistId, resourceId: { kind: 'youtube#video', videoId } } } });
	const added = await last('POST', '/playlistItems');
	await channel.run('playlistItem:add', { playlistId, videoId });
	expect(await last('POST', '/playlistItems')).toEqual(added);
});

test('lists, the channel and a report are answered alike', async () => {
	const videoId = await channel.uploaded('Rose', { privacy: 'public' });
	await client.youtube.playlists.insert({ part: ['snippet'], requestBody: { snippet: { title: 'Bouquets' } } });
	const playlists = (await client.youtube.playlists.list({ part: ['id,snippet,status,contentDetails'], mine: true })).data.items;
	expect(await channel.run('playlist:getAll', { returnAll: true })).toEqual(playlists);
	const [own] = (await client.youtube.channels.list({ part: ['id,snippet,statistics,status,contentDetails'], mine: true })).data.items ?? [];
	expect(await channel.one('channel:get')).toEqual(own);
	const videos = (await client.youtube.videos.list({ part: ['id,snippet,status,contentDetails,statistics'], id: [videoId] })).data.items;
	expect(await channel.run('video:getAll', { returnAll: true })).toEqual(videos);
	await channel.advance(5 * 86_400);
	const [startDate = '', endDate = ''] = [0, 2].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
	const { rows } = (await client.analytics.reports.query({ ids: 'channel==MINE', startDate, endDate, metrics: 'views,likes', dimensions: 'day', sort: 'day' })).data;
	const report = await channel.run('analytics:getChannelReport', { metrics: ['views', 'likes'], groupBy: 'day', startDate, endDate });
	expect(report.map(({ day, views, likes }) => [day, views, likes])).toEqual(rows);
});
