import type { Router } from 'express';
import { route } from '../route';
import type { Google } from '../state';
import { checkBody, enter, isObject, jsonOf, pageOf, partsOf, scopes, type Call } from './call';
import { notFound, parameterError, youtubeError } from './errors';
import type { Playlist, PlaylistItem } from './model';
import { itemResource, listOf } from './resource';
import { ownPlaylist } from './playlists';
import { uploadsOf } from './store';

const known = ['id', 'snippet', 'contentDetails', 'status'] as const;
const body = {
	snippet: ['playlistId', 'resourceId', 'position', 'publishedAt', 'channelId', 'channelTitle', 'title', 'description', 'thumbnails'],
	contentDetails: ['note', 'videoId', 'videoPublishedAt', 'startAt', 'endAt'],
} as const;

/** A playlist holds no more. https://support.google.com/youtube/answer/57792 */
const MOST = 5000;

const refused = (code: number, reason: string, message: string) => youtubeError(code, reason, message, 'youtube.playlistItem');

function playlistOf({ youtube, channel }: Call, id: string): Playlist {
	const uploads = id === uploadsOf(channel) ? youtube.uploadsPlaylist(channel) : undefined;
	// The list of uploads is not there while nothing is in it.
	const found = uploads ? (uploads.items.length > 0 ? uploads : undefined) : youtube.playlists.get(id);
	if (!found) throw notFound('playlistNotFound', 'playlist', 'playlistId');
	if (found.privacyStatus === 'private' && found.channel !== channel.id) throw refused(403, 'playlistItemsNotAccessible', 'The request is not properly authorized to retrieve the specified playlist.');
	return found;
}

/** `/youtube/v3/playlistItems`. https://developers.google.com/youtube/v3/docs/playlistItems */
export function playlistItemRoutes(router: Router, google: Google): void {
	const path = '/youtube/v3/playlistItems';
	router.get(
		path,
		route((req) => {
			const parts = partsOf(req, known);
			const call = enter(req, google, { name: 'playlistItems.list', scopes: scopes.read, cost: 1, parameters: ['playlistId', 'id', 'videoId', 'maxResults', 'pageToken'] });
			const { youtube, query } = call;
			const [id, videoId] = [query('playlistId'), query('videoId')];
			if (id === undefined) throw parameterError('playlistIdRequired', 'The subscribe request does not specify a value for the required playlistId property.', 'playlistId');
			const playlist = playlistOf(call, id);
			const all = playlist.items.filter((item) => videoId === undefined || item.videoId === videoId);
			const { items, more } = pageOf(all, call);
			return listOf('playlistItem', items.map((item) => itemResource(youtube, playlist, item, parts)), more);
		}),
	);
	router.post(
		path,
		route(async (req) => {
			const parts = partsOf(req, known);
			const call = enter(req, google, { name: 'playlistItems.insert', scopes: scopes.manage, cost: 50 });
			const given = await jsonOf(req);
			checkBody(given, body);
			const { youtube } = call;
			const { playlistId, resourceId, position } = isObject(given.snippet) ? given.snippet : {};
			if (typeof playlistId !== 'string') throw refused(400, 'playlistIdRequired', 'The subscribe request does not specify a value for the required playlistId property.');
			if (!isObject(resourceId)) throw refused(400, 'resourceIdRequired', 'The request must contain a resource in which the snippet object specifies a resourceId.');
			if (resourceId.kind !== 'youtube#video') throw refused(400, 'invalidResourceType', 'The type specified for the resource ID is not supported for this operation.');
			const playlist = ownPlaylist(call, playlistId);
			const video = youtube.videos.get(String(resourceId.videoId));
			if (!video || (video.status.privacyStatus === 'private' && video.channel !== call.channel.id)) throw notFound('videoNotFound', 'video', 'snippet.resourceId.videoId');
			if (playlist.items.length >= MOST) throw refused(403, 'playlistContainsMaximumNumberOfVideos', 'The playlist already contains the maximum allowed number of items.');
			const at = position === undefined ? playlist.items.length : Number(position);
			if (!Number.isInteger(at) || at < 0 || at > playlist.items.length) throw refused(400, 'invalidPlaylistItemPosition', 'The request attempts to set the playlist item\'s position to an invalid or unsupported value.');
			const { note } = isObject(given.contentDetails) ? given.contentDetails : {};
			const item: PlaylistItem = { id: youtube.newId('UExTQU5EQk9Y', 48), videoId: video.id, addedAt: youtube.world.clock.now(), ...(typeof note === 'string' && { note }) };
			playlist.items.splice(at, 0, item);
			return itemResource(youtube, playlist, item, parts);
		}),
	);
	router.delete(
		path,
		route((req, res) => {
			const call = enter(req, google, { name: 'playlistItems.delete', scopes: scopes.manage, cost: 50, parameters: ['id'] });
			const { youtube, channel } = call;
			const id = call.query('id');
			const playlist = [...youtube.playlists.values()].find(({ items }) => items.some((item) => item.id === id));
			if (!playlist) throw notFound('playlistItemNotFound', 'playlist item', 'id');
			if (playlist.channel !== channel.id) throw refused(403, 'playlistItemsNotAccessible', 'The request is not properly authorized to delete the specified playlist item.');
			playlist.items = playlist.items.filter((item) => item.id !== id);
			res.status(204);
			return {};
		}),
	);
}
