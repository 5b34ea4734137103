import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listAll } from '../../networks/googleAds/mutate/read';
import { account } from '../fields';
import { adFilters } from '../listFields';

/** https://developers.google.com/google-ads/api/fields/v25/ad_group_ad */
export const getManyAds = operation({
	resource: 'ad',
	operation: 'getAll',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get Many',
	action: 'Get many ads',
	description: 'Get many ads of an account, their amounts in its currency',
	fields: [account, ...many, adFilters],
	run: ({ account: customer, returnAll, limit, filters }, api) => listAll(api, customer, 'ad', filters, returnAll ? Infinity : limit),
});
