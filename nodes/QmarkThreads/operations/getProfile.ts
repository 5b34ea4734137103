import { operation } from '../../core/operation';

/** https://developers.facebook.com/docs/threads/threads-profiles */
export const getProfile = operation({
	resource: 'profile',
	operation: 'get',
	effect: 'read',
	scopes: ['threads_basic'],
	name: 'Get',
	action: 'Get the profile',
	description: 'Get name, picture and biography of the account',
	fields: [],
	run: async (_, api) => await api.send({ url: '/me', qs: { fields: 'id,username,name,is_verified,threads_profile_picture_url,threads_biography' } }),
});
