import type { Router } from 'express';
import { route } from '../route';
import type { Google } from '../state';
import { checkBody, enter, isObject, jsonOf, pageOf, partsOf, scopes, type Call } from './call';
import { notFound, parameterError, youtubeError } from './errors';
import { isPrivacy } from './metadata';
import type { Playlist } from './model';
import { listOf, playlistResource } from './resource';

const known = ['id', 'snippet', 'status', 'contentDetails', 'player', 'localizations'] as const;
const body = {
	snippet: ['title', 'description', 'defaultLanguage', 'tags', 'publishedAt', 'channelId', 'channelTitle', 'thumbnails', 'localized'],
	status: ['privacyStatus', 'podcastStatus'],
} as const;

/** A channel holds no more. */
const MOST = 500;

const refused = (reason: string, message: string, location?: string) => youtubeError(400, reason, message, 'youtube.playlist', location);

/** A playlist that the caller owns. */
export function ownPlaylist({ youtube, channel }: Call, id: string | undefined): Playlist {
	const playlist = id === undefined ? undefined : youtube.playlists.get(id);
	if (!playlist) throw notFound('playlistNotFound', 'playlist', 'id');
	if (playlist.channel !== channel.id) throw youtubeError(403, 'playlistForbidden', 'This operation is forbidden or the request might not be properly authorized.', 'youtube.playlist');
	return playlist;
}

/** Parts are replaced as a whole: what is not given is as if it were empty. */
function read(given: Record<string, unknown>, parts: readonly string[]): Partial<Pick<Playlist, 'title' | 'description' | 'defaultLanguage' | 'tags' | 'privacyStatus' | 'podcastStatus'>> {
	checkBody(given, body);
	const snippet = isObject(given.snippet) && parts.includes('snippet') ? given.snippet : undefined;
	const status = isObject(given.status) && parts.includes('status') ? given.status : undefined;
	const { title, description = '', defaultLanguage, tags } = snippet ?? {};
	if (snippet && (typeof title !== 'string' || title.trim() === '')) throw refused('playlistTitleRequired', 'The request must specify a playlist title.', 'body.snippet.title');
	if (snippet && (String(title).length > 150 || Buffer.byteLength(String(description)) > 5000 || /[<>]/.test(`${String(title)}${String(description)}`))) throw refused('invalidPlaylistSnippet', 'The request provides an invalid playlist snippet.', 'body.snippet');
	const privacyStatus = status?.privacyStatus ?? 'public';
	if (!isPrivacy(privacyStatus)) throw youtubeError(400, 'badRequest', `Invalid value at 'resource.status.privacyStatus' (TYPE_ENUM), "${String(privacyStatus)}"`, 'global');
	const podcastStatus = typeof status?.podcastStatus === 'string' ? status.podcastStatus : undefined;
	const language = typeof defaultLanguage === 'string' ? defaultLanguage : undefined;
	return { ...(snippet && { title: String(title), description: String(description), defaultLanguage: language, tags: Array.isArray(tags) ? tags.map(String) : undefined }), ...(status && { privacyStatus, podcastStatus }) };
}

/** `/youtube/v3/playlists`. https://developers.google.com/youtube/v3/docs/playlists */
export function playlistRoutes(router: Router, google: Google): void {
	const path = '/youtube/v3/playlists';
	router.get(
		path,
		route((req) => {
			const parts = partsOf(req, known);
			const call = enter(req, google, { name: 'playlists.list', scopes: scopes.read, cost: 1, parameters: ['mine', 'id', 'channelId', 'maxResults', 'pageToken', 'hl'] });
			const { youtube, channel, query } = call;
			const [ids, of] = [query('id')?.split(','), query('mine') === 'true' ? channel.id : query('channelId')];
			if (!ids && of === undefined) throw parameterError('missingRequiredParameter', 'No filter selected. Expected one of: channelId, id, mine', 'parameters.');
			const all = [...youtube.playlists.values()].reverse().filter((one) => (ids ? ids.includes(one.id) : one.channel === of) && (one.channel === channel.id || one.privacyStatus !== 'private'));
			const { items, more } = pageOf(all, call);
			return listOf('playlist', items.map((one) => playlistResource(youtube, one, parts)), more);
		}),
	);
	router.post(
		path,
		route(async (req) => {
			const parts = partsOf(req, known);
			const { youtube, channel } = enter(req, google, { name: 'playlists.insert', scopes: scopes.manage, cost: 50 });
			const given = read(await jsonOf(req), parts);
			if (given.title === undefined) throw refused('playlistTitleRequired', 'The request must specify a playlist title.', 'body.snippet.title');
			if ([...youtube.playlists.values()].filter((one) => one.channel === channel.id).length >= MOST) throw refused('maxPlaylistExceeded', 'The playlist cannot be created because the channel already has the maximum number of playlists allowed.');
			const playlist: Playlist = { id: youtube.newId('PLSANDBOX', 34), channel: channel.id, title: given.title, description: '', privacyStatus: 'public', createdAt: youtube.world.clock.now(), items: [], ...given };
			youtube.playlists.set(playlist.id, playlist);
			return playlistResource(youtube, playlist, parts);
		}),
	);
	router.put(
		path,
		route(async (req) => {
			const parts = partsOf(req, known);
			const call = enter(req, google, { name: 'playlists.update', scopes: scopes.manage, cost: 50 });
			const given = await jsonOf(req);
			const playlist = ownPlaylist(call, typeof given.id === 'string' ? given.id : undefined);
			Object.assign(playlist, read(given, parts));
			return playlistResource(call.youtube, playlist, parts);
		}),
	);
	router.delete(
		path,
		route((req, res) => {
			const call = enter(req, google, { name: 'playlists.delete', scopes: scopes.manage, cost: 50, parameters: ['id'] });
			call.youtube.playlists.delete(ownPlaylist(call, call.query('id')).id);
			res.status(204);
			return {};
		}),
	);
}
