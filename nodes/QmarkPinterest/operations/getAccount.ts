import { operation } from '../../core/operation';
import { asOwner, reads } from '../../networks/pinterest/requests';
import { adAccountId, options } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/user_account-get */
export const getAccount = operation({
	resource: 'account',
	operation: 'get',
	effect: 'read',
	scopes: ['user_accounts:read'],
	name: 'Get',
	action: 'Get the account',
	description: 'Get the account that is connected',
	fields: [options(adAccountId)],
	run: async ({ options: more }, api) => await api.send(reads('/user_account', asOwner(more))),
});
