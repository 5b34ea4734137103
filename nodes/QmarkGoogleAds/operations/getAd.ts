import { operation } from '../../core/operation';
import { getOne } from '../../networks/googleAds/mutate/read';
import { oneAd } from '../targetFields';

/** https://developers.google.com/google-ads/api/fields/v25/ad_group_ad */
export const getAd = operation({
	resource: 'ad',
	operation: 'get',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get',
	action: 'Get an ad',
	description: 'Get an ad, its amounts in the currency of the account',
	fields: oneAd,
	run: async ({ account, ad: id }, api) => await getOne(api, account, 'ad', id),
});
