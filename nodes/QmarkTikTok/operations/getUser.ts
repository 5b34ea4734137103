import { operation } from '../../core/operation';

/** https://developers.tiktok.com/doc/tiktok-api-v2-get-user-info */
export const getUser = operation({
	resource: 'user',
	operation: 'get',
	effect: 'read',
	scopes: ['user.info.basic'],
	name: 'Get',
	action: 'Get the user',
	description: 'Get name and picture of the connected account',
	fields: [],
	run: async (_, api) => {
		const { user } = (await api.send<{ data: { user: object } }>({ url: '/user/info/', qs: { fields: 'open_id,union_id,avatar_url,display_name' } })).data;
		return user;
	},
});
