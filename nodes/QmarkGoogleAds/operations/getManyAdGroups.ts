import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listAll } from '../../networks/googleAds/mutate/read';
import { account } from '../fields';
import { adGroupFilters } from '../listFields';

/** https://developers.google.com/google-ads/api/fields/v25/ad_group */
export const getManyAdGroups = operation({
	resource: 'adGroup',
	operation: 'getAll',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get Many',
	action: 'Get many ad groups',
	description: 'Get many ad groups of an account, their amounts in its currency',
	fields: [account, ...many, adGroupFilters],
	run: ({ account: customer, returnAll, limit, filters }, api) => listAll(api, customer, 'adGroup', filters, returnAll ? Infinity : limit),
});
