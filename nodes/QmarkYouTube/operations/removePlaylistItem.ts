import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { removeFromPlaylist } from '../../networks/youtube/playlists';

/** https://developers.google.com/youtube/v3/docs/playlistItems/delete */
export const removePlaylistItem = operation({
	resource: 'playlistItem',
	operation: 'remove',
	effect: 'write',
	scopes: [youtube.scopes.manage],
	name: 'Remove',
	action: 'Remove a video from a playlist',
	description: 'Take a video out of a playlist; the video itself stays',
	fields: [{ displayName: 'Playlist Item ID', name: 'itemId', type: 'string', required: true, default: '', description: 'The ID of the entry, as Get Many of Playlist Item answers it' }],
	run: async ({ itemId }, api) => await removeFromPlaylist(api, itemId),
});
