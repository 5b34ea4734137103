import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { uploads } from '../../networks/youtube/find';

/** https://developers.google.com/youtube/v3/docs/playlistItems/list */
export const getManyVideos = operation({
	resource: 'video',
	operation: 'getAll',
	effect: 'read',
	scopes: [youtube.scopes.read],
	name: 'Get Many',
	action: 'Get many videos',
	description: 'Get the videos of the channel, newest first, private ones among them',
	fields: [...many],
	run: (wanted, api) => uploads(api, wanted),
});
