import { operation } from '../../core/operation';

/** https://developers.google.com/youtube/v3/docs/channels/list */
export const getChannel = operation({
	resource: 'channel',
	operation: 'get',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/youtube.readonly'],
	name: 'Get',
	action: 'Get the channel',
	description: 'Get the channel of the connected account',
	fields: [],
	run: async (_, api) => await api.send({ url: '/channels', qs: { part: 'id,snippet,statistics', mine: true } }),
});
