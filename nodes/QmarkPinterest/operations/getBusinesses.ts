import { operation } from '../../core/operation';
import { reads } from '../../networks/pinterest/requests';

/** https://developers.pinterest.com/docs/api/v5/linked_business_accounts-get */
export const getBusinesses = operation({
	resource: 'account',
	operation: 'getBusinesses',
	effect: 'read',
	scopes: ['user_accounts:read'],
	name: 'Get Linked Businesses',
	action: 'Get linked businesses',
	description: 'Get the business accounts that are linked with the account',
	fields: [],
	run: async (_, api) => await api.send<object[]>(reads('/user_account/businesses')),
});
