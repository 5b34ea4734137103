import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { channelOf } from '../../networks/youtube/find';

/** https://developers.google.com/youtube/v3/docs/channels/list */
export const getChannel = operation({
	resource: 'channel',
	operation: 'get',
	effect: 'read',
	scopes: [youtube.scopes.read],
	name: 'Get',
	action: 'Get the channel',
	description: 'Get the channel of the connected account, with its statistics and whether it may upload long videos',
	fields: [],
	run: async (_, api) => await channelOf(api, 'id,snippet,statistics,status,contentDetails'),
});
