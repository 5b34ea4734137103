import { operation } from '../../core/operation';
import { getOne } from '../../networks/googleAds/mutate/read';
import { oneKeyword } from '../targetFields';

/** https://developers.google.com/google-ads/api/fields/v25/ad_group_criterion */
export const getKeyword = operation({
	resource: 'keyword',
	operation: 'get',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get',
	action: 'Get a keyword',
	description: 'Get a keyword, its amounts in the currency of the account',
	fields: oneKeyword,
	run: async ({ account, keyword: id }, api) => await getOne(api, account, 'keyword', id),
});
