import type { youtube_v3 } from 'googleapis/build/src/apis/youtube/v3';
import type { Api } from '../../core/api';
import { PlatformError, failureOf, refused } from '../../core/errors';
import { collect } from '../../core/paging';
import type { Request } from '../../core/request';
import { youtube } from '../../platforms/youtube';

export type Video = youtube_v3.Schema$Video;
export type Channel = youtube_v3.Schema$Channel;

interface List<T> {
	items?: T[];
}

/** People paste addresses: `youtu.be/…`, `watch?v=…`, `shorts/…`, `embed/…`, `live/…`. */
const inAddress = /(?:youtu\.be\/|[?&]v=|\/(?:shorts|embed|live|v)\/)([\w-]{11})(?![\w-])/;

/** The ID of a video, also from its address. */
export function videoIdIn(field: string, text: string): string {
	const given = text.trim();
	const id = inAddress.exec(given)?.[1] ?? given;
	if (/^[\w-]{11}$/.test(id)) return id;
	throw refused(field, `“${given.slice(0, 80)}” is no ID of a video.`, 'Give the 11 characters after “v=” in its address, or the address itself.');
}

/** The ID of a playlist, also from its address. */
export function playlistIdIn(field: string, text: string): string {
	const given = text.trim();
	const id = /[?&]list=([\w-]+)/.exec(given)?.[1] ?? given;
	if (/^[A-Za-z]{2}[\w-]+$/.test(id)) return id;
	throw refused(field, `“${given.slice(0, 80)}” is no ID of a playlist.`, 'Give what stands after “list=” in its address, or the address itself.');
}

const missing = (code: string, thing: string) =>
	new PlatformError({ verdict: 'fix-input', code, message: `YouTube has no such ${thing}, or the connected account may not see it.`, hint: 'Check the ID and who is connected.' });

/** A video, or undefined where there is none: YouTube answers an empty list. https://developers.google.com/youtube/v3/docs/videos/list */
export async function seenVideo(api: Api, id: string, part = 'id,snippet,status'): Promise<Video | undefined> {
	const { items = [] } = await api.send<List<Video>>({ url: '/videos', qs: { part, id } });
	return items[0];
}

export async function videoOf(api: Api, id: string, part?: string): Promise<Video> {
	const found = await seenVideo(api, id, part);
	if (!found) throw missing('videoNotFound', 'video');
	return found;
}

/** The channel of the connected account, or undefined. https://developers.google.com/youtube/v3/docs/channels/list */
export async function seenChannel(api: Api, part: string): Promise<Channel | undefined> {
	const { items = [] } = await api.send<List<Channel>>({ url: '/channels', qs: { part, mine: true } });
	return items[0];
}

export async function channelOf(api: Api, part: string): Promise<Channel> {
	const found = await seenChannel(api, part);
	if (found) return found;
	throw new PlatformError({ verdict: 'stop', code: 'youtubeSignupRequired', message: 'The connected Google account has no YouTube channel.', hint: 'Create one on youtube.com, or connect the account that has it.' });
}

export async function playlistOf(api: Api, id: string, part = 'id,snippet,status'): Promise<youtube_v3.Schema$Playlist> {
	const { items = [] } = await api.send<List<youtube_v3.Schema$Playlist>>({ url: '/playlists', qs: { part, id } });
	if (!items[0]) throw missing('playlistNotFound', 'playlist');
	return items[0];
}

/** The list of a channel’s uploads costs a unit a page, a search a hundred times as much. */
async function uploadsRequest(api: Api, part: string, maxResults: number): Promise<Request> {
	const { contentDetails } = await channelOf(api, 'contentDetails');
	return { url: '/playlistItems', qs: { part, playlistId: contentDetails?.relatedPlaylists?.uploads, maxResults } };
}

/** While a channel has no uploads, YouTube has no list of them either. */
function noneYet(error: unknown): never[] {
	if (failureOf(error).code !== 'playlistNotFound') throw error;
	return [];
}

/** Uploads of the connected channel, those that nobody else sees among them, newest first. */
export async function* uploads(api: Api, { returnAll = true, limit = 0 }: { returnAll?: boolean; limit?: number } = {}): AsyncGenerator<Video> {
	const page = returnAll ? youtube.limits.page : Math.min(limit, youtube.limits.page);
	for (let request: Request | undefined = await uploadsRequest(api, 'contentDetails', page); request; ) {
		const body: youtube_v3.Schema$PlaylistItemListResponse = await api.send<youtube_v3.Schema$PlaylistItemListResponse>(request).catch((error: unknown) => ({ items: noneYet(error) }));
		const ids = (body.items ?? []).flatMap(({ contentDetails }) => contentDetails?.videoId ?? []);
		const { items = [] } = ids.length > 0 ? await api.send<List<Video>>({ url: '/videos', qs: { part: 'id,snippet,status,contentDetails,statistics', id: ids.join(',') } }) : {};
		yield* items;
		request = youtube.nextPage(request, { nextPageToken: body.nextPageToken });
	}
}

/** The newest uploads as the list has them: with title and description. */
export async function newestUploads(api: Api, most: number = youtube.limits.page): Promise<youtube_v3.Schema$PlaylistItem[]> {
	return await collect(api.pages<youtube_v3.Schema$PlaylistItem>(await uploadsRequest(api, 'snippet', most)), most).catch(noneYet);
}
