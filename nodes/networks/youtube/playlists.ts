import type { youtube_v3 } from 'googleapis/build/src/apis/youtube/v3';
import type { Api } from '../../core/api';
import { failureOf, refused } from '../../core/errors';
import { collect } from '../../core/paging';
import { youtube } from '../../platforms/youtube';
import { playlistOf } from './find';
import { descriptionIn, titleIn } from './metadata';
import type { Privacy } from './metadata';
import { kept } from './videos';

type Playlist = youtube_v3.Schema$Playlist;
type Item = youtube_v3.Schema$PlaylistItem;

const { playlist: most } = youtube.limits;

interface Given {
	title?: string;
	description?: string;
	language?: string;
	privacy?: Privacy;
}

const bodyOf = ({ title, description, language, privacy }: Given): Pick<Playlist, 'snippet' | 'status'> => ({
	snippet: {
		...(title !== undefined && { title: titleIn('Title', title, most.title) }),
		...(description !== undefined && { description: descriptionIn('Description', description, most.description) }),
		...(language && { defaultLanguage: language }),
	},
	...(privacy && { status: { privacyStatus: privacy } }),
});

/** The newest of these that has been there since a moment, by what makes it the one. */
const since = <T extends { snippet?: { publishedAt?: string | null } }>(all: readonly T[], began: number, isIt: (one: T) => boolean): T | undefined =>
	all.find((one) => isIt(one) && Date.parse(one.snippet?.publishedAt ?? '') >= began - youtube.settling.skew);

/** Without an answer the channel’s playlists tell whether it is there. https://developers.google.com/youtube/v3/docs/playlists/insert */
export async function createPlaylist(api: Api, given: Given & { title: string }): Promise<Playlist> {
	const body = { status: { privacyStatus: 'private' }, ...bodyOf(given) };
	const began = Date.now();
	const reconcile = async () => {
		const listed = await collect(api.pages<Playlist>({ url: '/playlists', qs: { part: 'id,snippet,status', mine: true, maxResults: youtube.limits.page } }), youtube.limits.page);
		const result = since(listed, began, ({ snippet }) => snippet?.title === body.snippet?.title);
		return result && { result };
	};
	return await api.send<Playlist>({ method: 'POST', url: '/playlists', qs: { part: 'snippet,status' }, body, reconcile });
}

/** What a person sets; the rest is the server’s. */
const settable = { snippet: ['title', 'description', 'defaultLanguage', 'tags'], status: ['privacyStatus', 'podcastStatus'] } as const;

/** What is not given stays: YouTube replaces a part as a whole. https://developers.google.com/youtube/v3/docs/playlists/update */
export async function changePlaylist(api: Api, id: string, given: Given): Promise<Playlist> {
	const { snippet, status } = bodyOf(given);
	if (Object.keys({ ...snippet, ...status }).length === 0) throw refused('Update Fields', 'none is chosen.', 'Choose what is to be changed.');
	const before = await playlistOf(api, id);
	const body = { id, snippet: { ...kept(before.snippet, settable.snippet), ...snippet }, status: { ...kept(before.status, settable.status), ...status } };
	return await api.send<Playlist>({ method: 'PUT', url: '/playlists', qs: { part: 'snippet,status' }, body, idempotent: true });
}

/** Its videos stay. https://developers.google.com/youtube/v3/docs/playlists/delete */
export async function deletePlaylist(api: Api, id: string): Promise<{ id: string; deleted: true }> {
	const reconcile = async () => {
		const { items = [] } = await api.send<{ items?: object[] }>({ url: '/playlists', qs: { part: 'id', id } });
		return items.length > 0 ? undefined : { result: {} };
	};
	await api.send({ method: 'DELETE', url: '/playlists', qs: { id }, reconcile });
	return { id, deleted: true };
}

/** A video may stand in a playlist twice: without an answer an entry of this very moment is looked for. https://developers.google.com/youtube/v3/docs/playlistItems/insert */
export async function addToPlaylist(api: Api, playlistId: string, videoId: string, { position, note }: { position?: number; note?: string }): Promise<Item> {
	const began = Date.now();
	const reconcile = async () => {
		const listed = await collect(api.pages<Item>({ url: '/playlistItems', qs: { part: 'id,snippet,contentDetails', playlistId, videoId, maxResults: youtube.limits.page } }), youtube.limits.page);
		const result = since(listed, began, ({ snippet }) => snippet?.resourceId?.videoId === videoId);
		return result && { result };
	};
	const body = { snippet: { playlistId, resourceId: { kind: 'youtube#video', videoId }, ...(position !== undefined && { position }) }, ...(note && { contentDetails: { note } }) };
	return await api.send<Item>({ method: 'POST', url: '/playlistItems', qs: { part: note ? 'snippet,contentDetails' : 'snippet' }, body, reconcile });
}

/** By the ID of its entry in the playlist. https://developers.google.com/youtube/v3/docs/playlistItems/delete */
export async function removeFromPlaylist(api: Api, given: string): Promise<{ id: string; deleted: true }> {
	const id = given.trim();
	if (/^[\w-]{11}$/.test(id)) throw refused('Playlist Item ID', `“${id}” is the ID of a video.`, 'Give the “id” that Get Many of Playlist Item answers: a video may stand in a playlist twice.');
	let asked = 0;
	await api.send({ method: 'DELETE', url: '/playlistItems', qs: { id }, idempotent: true, before: async () => await Promise.resolve(void asked++) }).catch((error: unknown) => {
		// Gone after a call that was repeated: it was the first that did it.
		if (asked < 2 || failureOf(error).code !== 'playlistItemNotFound') throw error;
	});
	return { id, deleted: true };
}
