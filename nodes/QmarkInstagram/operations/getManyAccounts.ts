import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { reachableAccounts } from '../../networks/instagram/accounts';

/** https://developers.facebook.com/docs/instagram-platform/instagram-api-with-facebook-login/get-started */
export const getManyAccounts = operation({
	resource: 'account',
	operation: 'getAll',
	effect: 'read',
	scopes: ['instagram_basic', 'pages_show_list', 'pages_read_engagement'],
	name: 'Get Many',
	action: 'Get many accounts',
	description: 'Get the accounts that the connected person can act as, and their Facebook pages',
	fields: [...many],
	run: (_, api) => reachableAccounts(api),
});
