import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listAdAccounts } from '../../networks/meta/ads/account';
import { fieldNames, options } from '../fields';

/** https://developers.facebook.com/docs/graph-api/reference/user/adaccounts */
export const getManyAdAccounts = operation({
	resource: 'adAccount',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get Many',
	action: 'Get many ad accounts',
	description: 'Get many ad accounts that the connection may use',
	fields: [...many, { ...options, options: [fieldNames] }],
	run: ({ returnAll, limit, options: { fields } }, api) => listAdAccounts(api, fields, returnAll ? Infinity : limit),
});
