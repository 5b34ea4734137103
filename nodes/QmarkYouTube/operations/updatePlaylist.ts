import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { playlistIdIn } from '../../networks/youtube/find';
import { changePlaylist } from '../../networks/youtube/playlists';
import { extra, playlist, updates } from '../fields';

/** https://developers.google.com/youtube/v3/docs/playlists/update */
export const updatePlaylist = operation({
	resource: 'playlist',
	operation: 'update',
	effect: 'write',
	scopes: [youtube.scopes.manage, youtube.scopes.read],
	name: 'Update',
	action: 'Update a playlist',
	description: 'Change the title, description or privacy of a playlist; what is not given stays',
	fields: [playlist, updates(extra.description, extra.language, extra.privacy, extra.title)],
	run: async ({ playlistId, updateFields }, api) => await changePlaylist(api, playlistIdIn('Playlist', playlistId), updateFields),
});
