import { operation } from '../../core/operation';
import { getAccount as get } from '../../networks/googleAds/accounts';
import { account } from '../fields';

/** https://developers.google.com/google-ads/api/fields/v25/customer */
export const getAccount = operation({
	resource: 'account',
	operation: 'get',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get',
	action: 'Get an account',
	description: 'Get the currency, time zone, status and settings of an account',
	fields: [account],
	run: async ({ account: customer }, api) => await get(api, customer),
});
