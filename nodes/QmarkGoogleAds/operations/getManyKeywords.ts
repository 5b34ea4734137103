import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listAll } from '../../networks/googleAds/mutate/read';
import { account } from '../fields';
import { keywordFilters } from '../listFields';

/** https://developers.google.com/google-ads/api/fields/v25/ad_group_criterion */
export const getManyKeywords = operation({
	resource: 'keyword',
	operation: 'getAll',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get Many',
	action: 'Get many keywords',
	description: 'Get many keywords of an account, their amounts in its currency',
	fields: [account, ...many, keywordFilters],
	run: ({ account: customer, returnAll, limit, filters }, api) => listAll(api, customer, 'keyword', filters, returnAll ? Infinity : limit),
});
