import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { playlistIdIn } from '../../networks/youtube/find';
import { pageSize, playlist } from '../fields';

/** https://developers.google.com/youtube/v3/docs/playlistItems/list */
export const getManyPlaylistItems = operation({
	resource: 'playlistItem',
	operation: 'getAll',
	effect: 'read',
	scopes: [youtube.scopes.read],
	name: 'Get Many',
	action: 'Get many playlist items',
	description: 'Get the videos of a playlist in their order',
	fields: [playlist, ...many],
	run: ({ playlistId, ...wanted }, api) => api.pages({ url: '/playlistItems', qs: { part: 'id,snippet,contentDetails,status', playlistId: playlistIdIn('Playlist', playlistId), maxResults: pageSize(wanted) } }),
});
