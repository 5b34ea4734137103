import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { playlistIdIn } from '../../networks/youtube/find';
import { deletePlaylist as remove } from '../../networks/youtube/playlists';
import { playlist } from '../fields';

/** https://developers.google.com/youtube/v3/docs/playlists/delete */
export const deletePlaylist = operation({
	resource: 'playlist',
	operation: 'delete',
	effect: 'write',
	scopes: [youtube.scopes.manage, youtube.scopes.read],
	name: 'Delete',
	action: 'Delete a playlist',
	description: 'Delete a playlist; its videos stay',
	fields: [playlist],
	run: async ({ playlistId }, api) => await remove(api, playlistIdIn('Playlist', playlistId)),
});
