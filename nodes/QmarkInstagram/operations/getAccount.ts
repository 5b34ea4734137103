import { operation } from '../../core/operation';
import { account } from '../fields';

const shown = 'id,username,name,biography,website,profile_picture_url,followers_count,follows_count,media_count';

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user */
export const getAccount = operation({
	resource: 'account',
	operation: 'get',
	effect: 'read',
	scopes: ['instagram_basic', 'pages_read_engagement'],
	name: 'Get',
	action: 'Get an account',
	description: 'Get the profile of an account and its number of followers and media',
	fields: [account],
	run: async ({ account: id }, api) => await api.send({ url: `/${id}`, qs: { fields: shown } }),
});
