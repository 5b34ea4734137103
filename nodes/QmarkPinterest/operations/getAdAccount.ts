import { operation } from '../../core/operation';
import { accountOf } from '../../networks/pinterest/ads/account';
import { adAccount } from '../adAccountFields';

/** https://developers.pinterest.com/docs/api/v5/ad_accounts-get */
export const getAdAccount = operation({
	resource: 'adAccount',
	operation: 'get',
	effect: 'read',
	scopes: ['ads:read'],
	name: 'Get',
	action: 'Get an ad account',
	description: 'Get an ad account with its currency',
	fields: [adAccount],
	run: async ({ adAccount: account }, api) => await accountOf(api, account),
});
