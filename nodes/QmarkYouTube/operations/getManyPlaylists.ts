import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { pageSize } from '../fields';

/** https://developers.google.com/youtube/v3/docs/playlists/list */
export const getManyPlaylists = operation({
	resource: 'playlist',
	operation: 'getAll',
	effect: 'read',
	scopes: [youtube.scopes.read],
	name: 'Get Many',
	action: 'Get many playlists',
	description: 'Get the playlists of the channel, newest first',
	fields: [...many],
	run: (wanted, api) => api.pages({ url: '/playlists', qs: { part: 'id,snippet,status,contentDetails', mine: true, maxResults: pageSize(wanted) } }),
});
