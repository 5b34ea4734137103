import { operation } from '../../core/operation';
import { fieldsOf } from '../../networks/tiktok/videos';
import { userFields } from '../fields';

/** https://developers.tiktok.com/doc/tiktok-api-v2-get-user-info */
export const getUser = operation({
	resource: 'user',
	operation: 'get',
	effect: 'read',
	scopes: ['user.info.basic'],
	name: 'Get',
	action: 'Get the user',
	description: 'Get name, picture, biography and numbers of the connected account',
	fields: [userFields],
	run: async ({ fields }, api) => (await api.send<{ user: object }>({ url: '/user/info/', qs: { fields: fieldsOf('Fields', fields) } })).user,
});
