import { operation } from '../../core/operation';
import { getAdAccount as get } from '../../networks/meta/ads/account';
import { adAccount } from '../fields';
import { chosenFields } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account#Reading */
export const getAdAccount = operation({
	resource: 'adAccount',
	operation: 'get',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get',
	action: 'Get an ad account',
	description: 'Get an ad account, its amounts in its currency',
	fields: [adAccount, chosenFields],
	run: async ({ adAccount: account, options: { fields } }, api) => await get(api, account, fields),
});
