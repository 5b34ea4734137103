import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listAccounts } from '../../networks/googleAds/accounts';

/** https://developers.google.com/google-ads/api/docs/account-management/listing-accounts */
export const getManyAccounts = operation({
	resource: 'account',
	operation: 'getAll',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get Many',
	action: 'Get many accounts',
	description: 'Get many accounts that the connected person reaches, those below managers too',
	fields: [...many],
	run: (_input, api) => listAccounts(api),
});
