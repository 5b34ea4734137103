import { operation } from '../../core/operation';

/** https://developers.pinterest.com/docs/api/v5/user_account-get */
export const getAccount = operation({
	resource: 'account',
	operation: 'get',
	effect: 'read',
	scopes: ['user_accounts:read'],
	name: 'Get',
	action: 'Get the account',
	description: 'Get the account that is connected',
	fields: [],
	run: async (_, api) => await api.send({ url: '/user_account' }),
});
