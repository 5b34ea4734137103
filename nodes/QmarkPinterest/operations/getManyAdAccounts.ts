import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listAccounts } from '../../networks/pinterest/ads/account';
import { accountOptions } from '../adAccountFields';

/** https://developers.pinterest.com/docs/api/v5/ad_accounts-list */
export const getManyAdAccounts = operation({
	resource: 'adAccount',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads:read'],
	name: 'Get Many',
	action: 'Get many ad accounts',
	description: 'Get many ad accounts that the connected account may use',
	fields: [...many, accountOptions],
	run: ({ returnAll, limit, options: { shared } }, api) => listAccounts(api, returnAll ? Infinity : limit, shared),
});
