import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { playlistIdIn, videoIdIn } from '../../networks/youtube/find';
import { addToPlaylist } from '../../networks/youtube/playlists';
import { additional, extra, playlist, video } from '../fields';

/** https://developers.google.com/youtube/v3/docs/playlistItems/insert */
export const addPlaylistItem = operation({
	resource: 'playlistItem',
	operation: 'add',
	effect: 'write',
	scopes: [youtube.scopes.manage, youtube.scopes.read],
	name: 'Add',
	action: 'Add a video to a playlist',
	description: 'Put a video into a playlist, at its end unless a position is given',
	fields: [playlist, video, additional(extra.note, extra.position)],
	run: async ({ playlistId, videoId, additionalFields }, api) =>
		await addToPlaylist(api, playlistIdIn('Playlist', playlistId), videoIdIn('Video', videoId), additionalFields),
});
